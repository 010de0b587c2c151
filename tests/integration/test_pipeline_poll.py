"""A source walks from its answer to its stories, whatever the answer holds."""

from datetime import datetime
from pathlib import Path

import pytest
from loopback import Page, Publisher

from feeds.fetch import open_web
from feeds.model import Failed, Fetched, Listing, Settings, Source, SourceState
from feeds.pipeline.poll import Polled, poll_source
from feeds.pipeline.read import READING
from feeds.processes import Limits, Workers

_STORY = "The dam holds\n\nLORNE, Nov 23 - The dam above Aubeval held on Monday, they said.\n"


async def poll(source: Source, now: datetime, limits: Limits | None = None) -> Polled:
    """Poll a source for the first time."""
    async with open_web(Settings()) as web, Workers(limits=limits, preload=READING) as workers:
        state = SourceState(source_id=source.id)
        return await poll_source(source, state, web=web, workers=workers, now=now)


def fill_inbox(folder: Path, **files: str) -> Source:
    """Put files into a folder, ``name`` as ``name.txt``, and return it as a source."""
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return Source(id="inbox", kind="inbox", path=folder)


async def test_a_file_that_takes_too_long_costs_only_itself(tmp_path: Path, now: datetime) -> None:
    """The other files of the inbox are read, in the order of their names, and it is named."""
    inbox = fill_inbox(tmp_path, a=_STORY, c=_STORY, d=_STORY)
    (tmp_path / "b.html").write_text("<p>The dam <b>held</b> on Monday.</p>" * 240_000, "utf-8")
    polled = await poll(inbox, now, Limits(cpu=1, wall=90.0))

    assert isinstance(polled.outcome, Fetched)
    assert ["a.txt", "c.txt", "d.txt"] == [story.guid for story in polled.reading.stories]
    (problem,) = polled.reading.problems
    assert problem.startswith("b.html: reading it was stopped: it took more than 1 seconds")


async def test_an_inbox_with_a_file_that_was_late_is_read_again(
    tmp_path: Path, now: datetime
) -> None:
    """Though nothing changed in it: the machine may have been busy. Processor time costs again."""
    inbox = fill_inbox(tmp_path, a=_STORY)
    (tmp_path / "b.html").write_text("<p>The dam <b>held</b> on Monday.</p>" * 240_000, "utf-8")
    late = await poll(inbox, now, Limits(cpu=90, wall=0.5))
    heavy = await poll(inbox, now, Limits(cpu=1, wall=90.0))

    assert isinstance(late.outcome, Fetched)
    assert isinstance(heavy.outcome, Fetched)
    assert "b.html: reading it was stopped: it took more than 0.5 s" in late.reading.problems[-1]
    assert "" == late.outcome.body_hash
    assert heavy.outcome.body_hash


@pytest.mark.case("C-15")
async def test_a_selector_that_asks_for_too_much_is_stopped(now: datetime) -> None:
    """Everything counted for everything, three deep: the worker ends, and the reason says why."""
    listing = Listing(item="//*[count(//*[count(//*[count(//*) > 1]) > 1]) > 1]")
    async with Publisher() as publisher:
        url = publisher.serve("/news", Page(body=b"<p>The dam holds.</p>" * 3000))
        page = Source(id="town", kind="page", url=url, listing=listing, allow_private=True)
        polled = await poll(page, now, Limits(cpu=1))

    assert isinstance(polled.outcome, Failed)
    assert polled.outcome.reason == (
        "reading it was stopped: it took more than 1 seconds of processor time; "
        "the selectors of its page: may ask for too much"
    )


async def test_stories_of_an_inbox_are_in_the_order_of_names(tmp_path: Path, now: datetime) -> None:
    """However long each takes to read."""
    names = [f"s{number:03}" for number in range(60)]
    inbox = fill_inbox(
        tmp_path, **{name: _STORY * (1 + (7 * place) % 5) for place, name in enumerate(names)}
    )
    polled = await poll(inbox, now)

    assert [f"{name}.txt" for name in names] == [story.guid for story in polled.reading.stories]


async def test_an_inbox_nobody_could_read_has_failed(tmp_path: Path, now: datetime) -> None:
    """It will be read again: it is not the files' fault that no worker starts."""
    polled = await poll(fill_inbox(tmp_path, a=_STORY, b=_STORY), now, Limits(memory=1 << 70))

    assert isinstance(polled.outcome, Failed)
    assert "no worker process could be started" in polled.outcome.reason
    assert () == polled.reading.stories


@pytest.mark.parametrize("title", ["\x1b[2J\x1b]0;x\x07\u202e gone", "A very long title " * 500])
async def test_a_publishers_words_in_a_reason_are_harmless(title: str, now: datetime) -> None:
    """One line of at most 300 characters that commands no terminal, whatever a page is titled."""
    page = f"<html><head><title>{title}</title></head><body>Sorry</body></html>"
    async with Publisher() as publisher:
        url = publisher.serve("/feed", Page(body=page.encode()))
        polled = await poll(Source(id="post", kind="feed", url=url, allow_private=True), now)

    assert isinstance(polled.outcome, Failed)
    assert polled.outcome.kind == "not a feed"
    assert polled.outcome.reason.isprintable()
    assert len(polled.outcome.reason) <= 300


async def test_a_publishers_words_in_a_problem_are_harmless(tmp_path: Path, now: datetime) -> None:
    """Nor does the name of an attachment command a terminal, or fill the database."""
    (tmp_path / "a.eml").write_text(
        'Subject: The dam\nContent-Type: multipart/mixed; boundary="b"\n\n'
        f"--b\nContent-Type: text/plain\n\n{_STORY}\n--b\nContent-Type: application/x;\n"
        ' name="\x1b[2J.exe"\nContent-Disposition: attachment\n\nx\n--b--\n',
        "utf-8",
    )
    polled = await poll(Source(id="inbox", kind="inbox", path=tmp_path), now)

    assert 1 == len(polled.reading.stories)
    (problem,) = polled.reading.problems
    assert "attachment not read" in problem
    assert problem.isprintable()
    assert len(problem) <= 300


@pytest.mark.case("T-21")
async def test_a_page_of_fifteen_megabytes_is_read(now: datetime) -> None:
    """Within the usual limits; one that is larger is refused before anybody reads it."""
    reports = "".join(f'<li><a href="/n/{n}">The dam {n}</a></li>' for n in range(3))
    page = f"<html><ul>{reports}</ul>{'<p>News of <b>the</b> valley.</p>' * 480_000}</html>"
    async with Publisher() as publisher:
        url = publisher.serve("/news", Page(body=page.encode()), Page(body=page.encode() * 2))
        town = Source(
            id="town", kind="page", url=url, allow_private=True, listing=Listing(item="li")
        )
        read, refused = await poll(town, now), await poll(town, now)

    assert 3 == len(read.reading.stories)
    assert isinstance(refused.outcome, Failed)
    assert "too large" == refused.outcome.kind
