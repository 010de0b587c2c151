"""The dates of a folded entry, as readers get them, while one report after the other leads."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import feedparser
import pytest
from polls import DAM_TEXT, DAMS, a_poll
from stories import NOON, a_source, a_story

from feeds.model import Config, Story, Topic
from feeds.pipeline.edit import edit_batch
from feeds.pipeline.publish import publish_feeds
from feeds.pipeline.selecting import select_again
from feeds.schedule.state import remember_poll
from feeds.store import Store, open_store, read_source_states

HOUR = timedelta(hours=1)
TOPIC = Topic(slug="dams", title="Dams", match="dam", query=DAMS.query, fold="events")
CONFIG = Config(
    sources=(a_source("post", rank=50), a_source("mail", rank=90), a_source("echo", rank=70)),
    topics=(TOPIC,),
)


@pytest.fixture
def store() -> Iterator[Store]:
    """A memory with the topic of dams."""
    with open_store(None) as opened:
        select_again(opened, [TOPIC])
        yield opened


def report(outlet: str, published: datetime | None, text: str = DAM_TEXT) -> Story:
    """The same agency text, as an outlet brings it."""
    return a_story(
        f"dam of the {outlet}",
        source_id=outlet,
        headline=f"The {outlet} says the dam holds",
        body_text=text,
        published=published,
    )


def play(store: Store, folder: Path, story: Story, hours: int) -> tuple[str, str | None, str]:
    """Let a source tell a story so long after noon; return lead and dates of the only entry."""
    now = NOON + hours * HOUR
    with store.read() as tx:
        states = read_source_states(tx)
    (source,) = (it for it in CONFIG.sources if it.id == story.source_id)
    known = {"state": states[source.id]} if source.id in states else {}
    told = replace(story, first_seen=now)
    edit_batch(store, [a_poll(told, source=source, now=now, **known)], CONFIG, remember_poll)
    publish_feeds(store, CONFIG, folder, now)
    atom, rss = (feedparser.parse((folder / f"dams.{it}").read_bytes()) for it in ("atom", "rss"))
    (entry,), (item,) = atom.entries, rss.entries
    assert entry.get("published_parsed") == item.get("published_parsed")
    return entry.title.split()[1], entry.get("published"), entry.updated


@pytest.mark.parametrize("later", [NOON - 3 * HOUR, NOON + HOUR, None], ids=str)
def test_an_entry_keeps_its_date_when_another_report_leads(
    store: Store, tmp_path: Path, later: datetime | None
) -> None:
    """Whether that was published earlier, later, or does not say when."""
    first = play(store, tmp_path, report("post", NOON - HOUR), 0)
    second = play(store, tmp_path, report("mail", later), 2)

    assert ("post", "mail") == (first[0], second[0])
    assert (NOON - HOUR).isoformat() == first[1] == second[1]


def test_the_last_change_of_an_entry_never_goes_back(store: Store, tmp_path: Path) -> None:
    """Whichever report leads: the first one, an older one that joins, or the one edited last."""
    played = [
        play(store, tmp_path, report("post", NOON - HOUR), 0),
        play(store, tmp_path, report("post", NOON - HOUR, f"{DAM_TEXT} It is 90 years old."), 1),
        play(store, tmp_path, report("echo", NOON - 3 * HOUR), 2),
        play(store, tmp_path, report("mail", NOON - 2 * HOUR), 3),
        play(store, tmp_path, report("mail", NOON - 2 * HOUR, f"{DAM_TEXT} It is grey."), 4),
    ]
    changes = [updated for *_, updated in played]

    assert ["post", "post", "echo", "mail", "mail"] == [lead for lead, *_ in played]
    assert sorted(changes) == changes
    assert {(NOON - HOUR).isoformat()} == {published for _, published, _ in played}


def test_a_feed_that_dates_all_it_lists_anew_moves_no_entry(store: Store, tmp_path: Path) -> None:
    """It states to have published and updated a report since, of which no word is another."""
    dated = replace(report("post", NOON - 3 * HOUR), updated=NOON - 2 * HOUR)
    anew = replace(dated, published=NOON + HOUR, updated=NOON + HOUR)
    first = play(store, tmp_path, dated, 0)
    second = play(store, tmp_path, anew, 2)

    assert first == second
    assert (NOON - 2 * HOUR).isoformat() == second[2]


def test_an_entry_whose_first_report_has_no_date_gets_that_of_the_next(
    store: Store, tmp_path: Path
) -> None:
    """It is said of the entry; a third report moves it no more."""
    undated = play(store, tmp_path, report("post", None), 0)
    dated = play(store, tmp_path, report("mail", NOON + HOUR), 1)
    third = play(store, tmp_path, report("echo", NOON - HOUR), 2)

    assert None is undated[1]
    assert (NOON + HOUR).isoformat() == dated[1] == third[1]
