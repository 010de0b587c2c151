"""When to ask again: what an answer says about its own age, and about our coming back."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

_LONGEST_WAIT = timedelta(hours=24)
_SHORTEST_WAIT = timedelta(minutes=1)
_LONGEST_DATE = 64
_MOST_DIGITS = 10

Fields = Mapping[str, str]
"""Headers: names in lower case, values as Latin-1, repeated ones joined by a comma."""


def read_freshness(fields: Fields, now: datetime) -> datetime | None:
    """Return until when an answer need not be asked again (RFC 9111, 4.2), at most 24 hours.

    None where nothing was stated, or it is stale already.
    """
    directives = _read_cache_control(fields.get("cache-control", ""))
    if directives.keys() & {"no-cache", "no-store"}:
        return None
    if "max-age" in directives:
        lifetime = _read_seconds(directives["max-age"])
    else:
        lifetime = _read_date(fields.get("expires", ""), fields, now)
    if lifetime is None:
        return None
    left = lifetime - (_read_seconds(fields.get("age", "")) or timedelta())
    return now + min(left, _LONGEST_WAIT) if left > timedelta() else None


def read_retry_after(fields: Fields, now: datetime) -> datetime | None:
    """Return when we may come back (RFC 9110, 10.2.3): between a minute and a day from now.

    None where Retry-After is absent or neither seconds nor a date.
    """
    value = fields.get("retry-after", "").strip()
    wait = _read_seconds(value)
    if wait is None:
        wait = _read_date(value, fields, now)
    if wait is None:
        return None
    return now + max(_SHORTEST_WAIT, min(wait, _LONGEST_WAIT))


def _read_cache_control(value: str) -> dict[str, str]:
    """Return the directives with their arguments; of repeated ones the first counts."""
    directives: dict[str, str] = {}
    for directive in value.split(","):
        name, _, argument = directive.partition("=")
        directives.setdefault(name.strip().lower(), argument.strip().strip('"'))
    return directives


def _read_seconds(value: str) -> timedelta | None:
    """Return a number of seconds (RFC 9111, 1.2.2); a huge one is the longest time there is."""
    digits = value.strip()
    if not (digits.isascii() and digits.isdigit()):
        return None
    return timedelta(seconds=int(digits)) if len(digits) <= _MOST_DIGITS else timedelta.max


def _read_date(value: str, fields: Fields, now: datetime) -> timedelta | None:
    """Return how far a date lies ahead by the server's clock: its own Date field, else ours."""
    date = _parse_date(value)
    if date is None:
        return None
    return date - (_parse_date(fields.get("date", "")) or now)


def _parse_date(value: str) -> datetime | None:
    """Return an HTTP-date (RFC 9110, 5.6.7); None where it is none."""
    if len(value) > _LONGEST_DATE:
        return None
    try:
        date = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)
