"""Readers of the feeds while they are rewritten."""

import threading
from pathlib import Path

import pytest
from harm.invariants import list_torn_files

from feeds.model import Rendition
from feeds.publish import write_renditions

_READERS = 16
_REWRITES = 1000


def render(turn: int) -> list[Rendition]:
    """Two files whose length changes with every turn."""
    body = f"{turn} " * (500 + turn % 7 * 300)
    return [
        Rendition(path="all.rss", media_type="x", content=f"<rss><i>{body}</i></rss>".encode()),
        Rendition(path="all.json", media_type="x", content=f'{{"items": "{body}"}}'.encode()),
    ]


@pytest.mark.case("P-02")
def test_sixteen_readers_see_whole_files_through_a_thousand_rewrites(tmp_path: Path) -> None:
    """None torn, none empty, none missing: whatever they read was once written as a whole."""
    write_renditions(render(0), tmp_path)
    wrong: list[str] = []
    reads = [0] * _READERS
    done = threading.Event()

    def read(number: int) -> None:
        """Read everything again and again."""
        while not done.wait(0.01):
            try:
                wrong.extend(list_torn_files(tmp_path))
            except OSError as error:
                wrong.append(str(error))
            reads[number] += 1

    readers = [threading.Thread(target=read, args=(number,)) for number in range(_READERS)]
    for reader in readers:
        reader.start()
    for turn in range(_REWRITES):
        write_renditions(render(turn), tmp_path)
    done.set()
    for reader in readers:
        reader.join()

    assert [] == wrong
    assert all(reads)
