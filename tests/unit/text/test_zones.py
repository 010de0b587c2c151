"""Time zones beside a time of day: known for certain, or told to be unknown."""

from datetime import timedelta

import pytest

from feeds.text.zones import drop_zone, find_zone


@pytest.mark.parametrize(
    ("zone", "hours"),
    [
        ("Z", 0),
        ("UT", 0),
        ("GMT", 0),
        ("gmt", 0),
        ("Etc/UTC", 0),
        ("WET", 0),
        ("BST", 1),
        ("CET", 1),
        ("MEZ", 1),
        ("WEST", 1),
        ("MESZ", 2),
        ("CEST", 2),
        ("EET", 2),
        ("EEST", 3),
        ("MSK", 3),
        ("МСК", 3),
        ("PKT", 5),
        ("WIB", 7),
        ("HKT", 8),
        ("SGT", 8),
        ("AWST", 8),
        ("JST", 9),
        ("KST", 9),
        ("ACST", 9.5),
        ("AEST", 10),
        ("AEDT", 11),
        ("NZST", 12),
        ("NZDT", 13),
        ("EDT", -4),
        ("EST", -5),
        ("CDT", -5),
        ("CST", -6),
        ("MDT", -6),
        ("MST", -7),
        ("PDT", -7),
        ("PST", -8),
        ("-0000", 0),
        ("+0530", 5.5),
        ("-05", -5),
        ("+0530 (IST)", 5.5),
        ("IST (UTC+5:30)", 5.5),
        ("ET (EST)", -5),
        ("GMT+2", 2),
        ("GMT-0500", -5),
        ("GMT+0100 (Central European Standard Time)", 1),
        ("UTC+3", 3),
        ("UTC +05:45", 5.75),
        ("UTC\N{MINUS SIGN}3", -3),
        ("(CET)", 1),
    ],
)
def test_a_zone_behind_a_time_is_read(zone: str, hours: float) -> None:
    """With all its words, which can be taken away."""
    text = f"Mon, 23 Nov 2026 10:00:00 {zone}"
    found = find_zone(text)

    assert found is not None
    assert found.offset == timedelta(hours=hours)
    assert drop_zone(text, found) == "Mon, 23 Nov 2026 10:00:00"


@pytest.mark.parametrize(
    "zone",
    [
        *("IST", "ist", "AST", "GST", "ET", "PT", "A", "XYZT", "EST/EDT", "EST-0500"),
        *("Europe/Berlin", "Etc/GMT+5", "Eastern Time", "local time", "+9999", "GMT+15", "+0175"),
    ],
)
def test_a_zone_that_may_be_several_has_no_offset(zone: str) -> None:
    """It is stated all the same, and named."""
    found = find_zone(f"Mon, 23 Nov 2026 10:00:00 {zone}")

    assert found is not None
    assert (found.words, found.offset) == (zone, None)


@pytest.mark.parametrize(
    ("text", "words", "rest"),
    [
        ("2026-11-23T10:00:00+01:00", "+01:00", "2026-11-23T10:00:00"),
        ("2026-11-23T10:00:00.5Z", "Z", "2026-11-23T10:00:00.5"),
        ("2026-11-23T10:00:00+01:00[Europe/Berlin]", "+01:00", "2026-11-23T10:00:00"),
        ("2026-11-23 10:00:00+01", "+01", "2026-11-23 10:00:00"),
        ("Mon Nov 23 10:00:00 JST 2026", "JST", "Mon Nov 23 10:00:00 2026"),
        ("Mon Nov 23 10:00:00 2026 JST", "JST", "Mon Nov 23 10:00:00 2026"),
        ("March 3, 2019, 4 p.m. EST", "EST", "March 3, 2019, 4 p.m."),
        ("3.3.2019, 16.05 Uhr MEZ", "MEZ", "3.3.2019, 16.05 Uhr"),
        ("16:05 GMT - 3 March 2019", "GMT", "16:05 - 3 March 2019"),
        ("16:05, 3 March 2019 IST", "IST", "16:05, 3 March 2019"),
        ("Updated EST 4:05 PM, March 3 2019", "EST", "Updated 4:05 PM, March 3 2019"),
    ],
)
def test_a_zone_is_found_where_people_write_it(text: str, words: str, rest: str) -> None:
    """Behind the time or its year, at the end, or before the time."""
    found = find_zone(text)

    assert found is not None
    assert (found.words, drop_zone(text, found)) == (words, rest)


@pytest.mark.parametrize(
    "text",
    [
        *("", "2026-11-23", "2026-11-23T10:00:00", "Mon, 23 Nov 2026 10:00:00", "10:00 PM"),
        *("10:00:00 MON 23 NOV 2026", "23.11.2026 10:00 Uhr", "16:05 2019-03-03", "3 MARCH"),
        *("3 March 2019 10:00 by Jane", "3 March 2019 10:00 BBC News", "3 March 2019 10:00 Lorne"),
    ],
)
def test_where_no_zone_is_stated_none_is_found(text: str) -> None:
    """Months, days, halves of the day and names of papers are no zones."""
    assert find_zone(text) is None
