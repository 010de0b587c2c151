"""How long a source rests between polls. Quiet: the time is handed in."""

import hashlib
from datetime import datetime, timedelta

from feeds.model import Source

_LONGEST = timedelta(hours=24)
_JITTER = 0.1


def wait_after_success(source: Source, fresh_until: datetime | None, now: datetime) -> timedelta:
    """Return the usual interval, or longer if the answer is said to be fresh longer."""
    fresh = min(fresh_until - now, _LONGEST) if fresh_until else timedelta()
    return max(_spread(source, source.every, now), fresh)


def wait_after_failure(source: Source, failures: int, now: datetime) -> timedelta:
    """Return an interval that doubles with each failure in a row, up to a day."""
    doubled = source.every * 2 ** min(failures, 16)
    return _spread(source, max(min(doubled, _LONGEST), source.every), now)


def _spread(source: Source, wait: timedelta, now: datetime) -> timedelta:
    """Add up to a tenth, so that sources do not march in step.

    The fraction is made from the source and the time: the same poll plans the same, and a test
    needs no luck.
    """
    digest = hashlib.blake2b(f"{source.id} {now.isoformat()}".encode(), digest_size=4).digest()
    return wait * (1 + _JITTER * int.from_bytes(digest, "big") / 2**32)
