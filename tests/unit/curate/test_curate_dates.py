"""When an entry was published."""

from datetime import timedelta

from stories import NOON, a_place, a_story

from feeds.curate.dates import date_entry
from feeds.model import HeldStory, History

HOUR = timedelta(hours=1)


def hold(name: str, hours: int, seen: int = 0) -> HeldStory:
    """A story that states that it was published so many hours before noon, and when it came in."""
    story = a_story(name, published=NOON - hours * HOUR, first_seen=NOON + seen * HOUR)
    return HeldStory(
        story=story,
        membership=a_place(story),
        history=History(),
        rank=50,
        source_title="Valley Post",
        source_url="https://post.example/rss",
    )


def test_of_reports_that_came_in_together_the_first_told_dates_an_entry() -> None:
    """Where the one that gave the entry its id is elsewhere by now; whatever their ids are."""
    late, early = hold("a", 1), hold("b", 5)

    assert date_entry("id-gone", [late, early]) == NOON - 5 * HOUR
    assert date_entry("id-gone", [early, late]) == NOON - 5 * HOUR


def test_what_came_in_first_dates_an_entry_though_another_was_told_before() -> None:
    """So a report that joins later moves no date, and no entry goes back in a reader."""
    first, joined = hold("a", 1), hold("b", 5, seen=2)

    assert date_entry("id-gone", [joined, first]) == NOON - HOUR


def test_the_report_that_gave_an_entry_its_id_dates_it() -> None:
    """Whoever came in or was told before."""
    founder, other = hold("a", 1), hold("b", 5, seen=-2)

    assert date_entry("id-a", [other, founder]) == NOON - HOUR
