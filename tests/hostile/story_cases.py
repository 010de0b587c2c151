"""Group feed, third part: identity, dates, and what changes from poll to poll."""

from collections.abc import Iterable
from functools import partial

from hostile.answers import filled, reply, turns
from hostile.cases import Case, Check, Seen, expect_again, expect_ok, expect_partial
from hostile.documents import GOOD, MIB, among, item, rss
from hostile.server import Play
from hostile.xml_cases import BEFORE, keeps_first, keeps_neighbours

_good = partial(expect_ok, "feed")
_some = partial(expect_partial, "feed")
_again = partial(expect_again, "feed")

_MOST_ENTRIES = 2000


def _numbered(
    count: int, *, start: int = 0, guid: str = "post-{}", link: str = ""
) -> tuple[str, ...]:
    """Return items that differ in their words; guid and link may hold the number as ``{}``."""
    address = link or "https://post.example/{}"
    return tuple(
        item(f"gate{number}", guid=guid.format(number), link=address.format(number))
        for number in range(start, start + count)
    )


def _polls(*documents: Iterable[str]) -> Play:
    """Answer with another document each time."""
    return turns(*(reply(rss(items)) for items in documents))


def _dated(*dates: str) -> bytes:
    """Return items with these dates."""
    return rss(item(f"date{number}", pubDate=date) for number, date in enumerate(dates))


def _has_no_date(seen: Seen) -> bool:
    """What is no date is none, and is never now."""
    return all(story.published is None for story in seen.stories)


def _tells_no_future(seen: Seen) -> bool:
    """A story is never told later than it was seen."""
    return all(story.told <= seen.polls[-1].now for story in seen.stories)


def _entries(count: int) -> Play:
    """Answer with very many short items."""
    piece = "<item><title>Gate {0} is open</title><guid>post-{0}</guid></item>"

    def make() -> bytes:
        """Return the document."""
        return (
            BEFORE
            + "".join(piece.format(number) for number in range(count)).encode()
            + rss([]).partition(b"</description>")[2]
        )

    return reply(make)


def _is_bounded(seen: Seen) -> bool:
    """The first entries are kept, as many as are enough for any feed, and no more."""
    return keeps_first(seen) and 1000 <= len(seen.stories) <= 20_001


def _revises(count: int) -> Check:
    """Return a check that so many stories were revised at the last poll."""

    def check(seen: Seen) -> bool:
        return seen.report.revised == count

    return check


_ABSURD = (
    "soon",
    "0000-00-00T00:00:00Z",
    "Mon, 31 Feb 2026 25:61:99 +9999",
    "99999999999999999999",
    "1e400",
    "1" * 100_000,
    "+275760-09-13T00:00:00Z",
    "{{ now }}",
)
_FUTURE = (
    "Fri, 31 Dec 9999 23:59:59 +0000",
    "9999-12-31T23:59:59-14:00",
    "Mon, 23 Nov 2099 10:00:00 GMT",
)
_CUTS = _numbered(200)
_SAME = item("dam", pubDate="Mon, 23 Nov 2026 {}:00:00 +0000")

IDENTITY = (
    _good("all_guids_equal", reply(rss(_numbered(5, guid="same"))), stories=5, note="5 become 1"),
    _good(
        "all_guids_and_links_equal",
        reply(rss(_numbered(5, guid="same", link="https://post.example/x"))),
        stories=5,
    ),
    _good(
        "no_guid_no_link",
        reply(rss(item(f"n{n}", guid="", link="") for n in range(3))),
        note="3 become 1",
    ),
    _good(
        "guid_case_blank",
        reply(
            rss(
                _numbered(1, guid="ABC")
                + _numbered(1, start=1, guid="abc")
                + _numbered(1, start=2, guid=" ")
            )
        ),
        note="3 become 2",
    ),
    _good("guid_huge", reply(rss((*GOOD, item("bridge", guid="g" * MIB)))), keeps_neighbours),
    _good(
        "guid_no_word",
        reply(rss(_numbered(3, guid="null"))),
        note="what programs write where they have none",
    ),
    _good("guid_javascript", reply(among(item("bridge", link="", guid="javascript:alert(1)")))),
    _good("same_entry_twice", reply(rss((*GOOD, *GOOD, item("bridge"))))),
    _good(
        "link_shared", reply(rss(_numbered(3, guid="post-{}", link="https://post.example/live")))
    ),
)

POLLS = (
    _again(
        "republish_all", _polls(_CUTS, reversed(_CUTS)), stories=200, note="200 of 200 new again"
    ),
    _again("republish_dates", _polls((_SAME.format(10),), (_SAME.format(11),))),
    _again(
        "guid_changes",
        _polls(_numbered(3), _numbered(3, guid="v2-{}")),
        stories=3,
        note="3 of 3 new again",
    ),
    _again(
        "link_session_id",
        _polls(
            _numbered(3, link="https://post.example/{}?sid=a1"),
            _numbered(3, link="https://post.example/{}?sid=b2"),
        ),
        stories=3,
        note="3 of 3 new again",
    ),
    _again(
        "guid_is_session_link",
        _polls(
            _numbered(
                3,
                guid="https://post.example/{}?PHPSESSID=a1",
                link="https://post.example/{}?PHPSESSID=a1",
            ),
            _numbered(
                3,
                guid="https://post.example/{}?PHPSESSID=b2",
                link="https://post.example/{}?PHPSESSID=b2",
            ),
        ),
        stories=3,
    ),
    _again(
        "edit_revert",
        _polls(GOOD, (item("dam", title="The dam breaks"), GOOD[1]), GOOD),
        _revises(1),
        stories=2,
        polls=3,
    ),
    _again("flapping_item", _polls(GOOD, GOOD[:1], GOOD), _revises(0), stories=2, polls=3),
    _again("reorder", _polls(GOOD, GOOD[::-1]), _revises(0), stories=2),
    _again("date_moves", _polls((_SAME.format(10),), (_SAME.format(11),)), stories=1),
    _again("window_jump", _polls(_numbered(20), _numbered(20, start=500)), stories=20, new=20),
    _again("feed_goes_empty", _polls(GOOD, (), GOOD), stories=2, polls=3),
    _again(
        "feed_goes_html",
        turns(
            reply(rss(GOOD)),
            reply(b"<html><title>x</title></html>", kind="text/html"),
            reply(rss((*GOOD, item("bridge")))),
        ),
        stories=3,
        new=1,
        polls=3,
    ),
)

DATES = (
    _good("dates_absurd", reply(_dated(*_ABSURD)), _has_no_date, stories=len(_ABSURD)),
    _good("dates_future", reply(_dated(*_FUTURE)), _tells_no_future, stories=len(_FUTURE)),
    _good(
        "dates_past",
        reply(_dated("Thu, 01 Jan 1970 00:00:00 GMT", "Mon, 01 Jan 0001 00:00:00 +1400")),
        _tells_no_future,
        stories=2,
    ),
    _good(
        "ttl_absurd",
        reply(
            among(
                item("bridge"), inside="<ttl>1000000000</ttl><skipHours><hour>99</hour></skipHours>"
            )
        ),
    ),
    _good(
        "language_absurd",
        reply(among(item("bridge"), inside=f"<language>{'x-' * 9000}</language>")),
    ),
)

MANY = (
    _good("empty_feed", reply(rss(())), stories=0),
    _some(
        "entries_100k", _entries(100_000), _is_bounded, stories=None, note="10.9 s of CPU, 247 MiB"
    ),
    _some(
        "entries_empty",
        filled(BEFORE, b"<item/>", 50_000, b"</channel></rss>"),
        keeps_first,
        stories=None,
    ),
)

STORY_CASES: tuple[Case, ...] = (*IDENTITY, *POLLS, *DATES, *MANY)
