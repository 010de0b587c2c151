"""A newspaper's feed and its pages, for tests of full texts."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from loopback import Page, Publisher
from polls import DAMS, StandingClock

from feeds.model import Config, RunReport, Settings, Source, Story, Visit
from feeds.normalize.pages.report import part_page
from feeds.schedule.desk import Desk
from feeds.schedule.once import run_once
from feeds.store import Store, read_last_revisions, read_visits
from feeds.text.markup import html_to_text

REPORT = """\
Engineers in Aubeval said on Monday that the old dam above the town would hold through the night, \
although the lake behind it had risen by two metres since Friday.

Families from the lower quarters were asked to sleep in the school hall all the same, where the \
council had put up ninety beds and a kitchen.

“Nobody has to be afraid, but nobody has to be careless either,” said Ida Brenn, who leads the \
works. Her crew opened the second sluice shortly before noon.

The railway to Lorne stays closed until the water falls, and the mill at the bridge has sent its \
people home. Rain is expected to end by Wednesday morning."""
PARAGRAPHS = tuple(REPORT.split("\n\n"))
HOUR = timedelta(hours=1)
HTML = {"Content-Type": "text/html; charset=utf-8"}
_FIRST, *_REST = (f"<p>{text}</p>" for text in PARAGRAPHS)


def read_around(inside: str) -> list[str]:
    """Return the paragraphs of an article with something behind its first one."""
    told = f"<h1>The dam holds</h1>{_FIRST}{inside}{''.join(_REST)}"
    page = part_page(f"<html><body><article>{told}</article></body></html>", ["The dam holds"])
    return html_to_text(page.html).split("\n\n")


def article(
    headline: str = "The dam holds", paragraphs: Sequence[str] = PARAGRAPHS, head: str = ""
) -> Page:
    """A page with a report between a menu and a footer."""
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    page = (
        f"<!DOCTYPE html><html lang=en><head><title>{headline} | The Aubeval Post</title>{head}"
        '</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>'
        f"<article><h1>{headline}</h1>{body}</article>"
        "<footer>© The Aubeval Post. All rights reserved.</footer></body></html>"
    )
    return Page(body=page.encode(), headers=HTML)


def feed(*items: str) -> Page:
    """An RSS document."""
    return Page(
        body=(
            "<rss version='2.0'><channel><title>The Aubeval Post</title>"
            f"{''.join(items)}</channel></rss>"
        ).encode()
    )


def item(
    url: str, headline: str = "The dam holds", summary: str = "It is safe.", date: str = ""
) -> str:
    """An item of it: a headline, and a few words; a date if one is given."""
    dated = f"<pubDate>{date}</pubDate>" if date else ""
    return (
        f"<item><title>{headline}</title><link>{url}</link><guid>{url}</guid>"
        f"<description>{summary}</description>{dated}</item>"
    )


def a_post(publisher: Publisher, **fields: object) -> Source:
    """The newspaper, asked for full texts."""
    values = {
        "id": "post",
        "kind": "feed",
        "url": publisher.url("/feed"),
        "allow_private": True,
        "full_text": True,
    }
    return Source(**values | fields)  # type: ignore[arg-type]


def a_reading_desk(store: Store, folder: Path, *sources: Source, **settings: object) -> Desk:
    """A desk with these sources; its clock stands at noon until it is moved."""
    config = Config(sources=sources, topics=(DAMS,), settings=Settings(**settings))  # type: ignore[arg-type]
    return Desk(config=config, store=store, output=folder, clock=StandingClock())


async def run(desk: Desk) -> RunReport:
    """One pass over all sources."""
    return await run_once(desk, desk.config.sources, lambda _: None)


def held(desk: Desk) -> dict[str, Story]:
    """Return the stories held, by the last word of their address."""
    with desk.store.read() as tx:
        ids = [row.story_id for row in tx.exec_driver_sql("SELECT story_id FROM stories")]
        last = read_last_revisions(tx, ids)
    return {(it.story.url or "").rpartition("/")[2]: it.story for it in last.values()}


def visit_of(desk: Desk, name: str) -> Visit:
    """Return what is remembered of the visit to a story's page."""
    story_id = held(desk)[name].id
    with desk.store.read() as tx:
        return read_visits(tx, [story_id])[story_id]


def move(desk: Desk, by: timedelta) -> None:
    """Move the clock."""
    assert isinstance(desk.clock, StandingClock)
    desk.clock.time += by


def write_date(minute: int) -> str:
    """A date of the morning, as feeds write it; later for a higher number."""
    return f"Mon, 23 Nov 2026 {6 + minute // 60:02}:{minute % 60:02}:00 GMT"


def asked(publisher: Publisher) -> list[str]:
    """Return what was asked for beside the feed, in order."""
    return [request.target for request in publisher.requests if request.target != "/feed"]
