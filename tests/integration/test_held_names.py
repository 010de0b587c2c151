"""Names of stories on the command line, looked up in a real database."""

from pathlib import Path

import pytest
from stories import a_change, a_story

from feeds.cli.held import find_story_id
from feeds.errors import WiredeskError
from feeds.model import SourceState
from feeds.store import open_store, save_changes, save_source_states
from feeds.text.urls import key_url


def test_a_name_that_fits_several_stories_lists_them_with_their_headlines(tmp_path: Path) -> None:
    """Ids alone tell nobody which to choose."""
    with open_store(tmp_path / "wiredesk.db") as store:
        with store.write() as tx:
            save_changes(tx, [a_change(a_story(name)) for name in ("dam", "dim")])
        with store.read() as tx, pytest.raises(WiredeskError) as caught:
            find_story_id(tx, "id-d")

    assert "id-d fits several stories:\n  id-dam  The dam holds\n  id-dim  The dim holds" == str(
        caught.value
    )


@pytest.mark.parametrize(
    "name",
    [
        "http://post.example/a/dam",
        "https://post.example/a/dam",
        "https://POST.example/a/dam/?utm_source=x#top",
        "https://www.post.example/a/dam",
        "https://m.post.example/a/dam/amp",
    ],
)
def test_an_address_need_not_be_written_as_it_is_held(tmp_path: Path, name: str) -> None:
    """An editor pastes it from a browser, or from a phone."""
    url = "http://post.example/a/dam"
    story = a_story("dam", url=url, keys=("guid:7", f"url:{key_url(url)}"))
    with open_store(tmp_path / "wiredesk.db") as store:
        with store.write() as tx:
            save_source_states(tx, [SourceState(source_id=story.source_id)])
            save_changes(tx, [a_change(story), a_change(a_story("dim"))])
        with store.read() as tx:
            assert story.id == find_story_id(tx, name)


def test_a_list_of_stories_that_is_cut_says_so(tmp_path: Path) -> None:
    """Else an editor looks for his story in vain."""
    with open_store(tmp_path / "wiredesk.db") as store:
        with store.write() as tx:
            save_changes(tx, [a_change(a_story(f"dam{number}")) for number in range(21)])
        with store.read() as tx, pytest.raises(WiredeskError, match=r"and perhaps others$"):
            find_story_id(tx, "id-d")
