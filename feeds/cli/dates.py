"""Dates of stories, for people."""

from datetime import datetime


def show_date(read: datetime | None, stated: str) -> str:
    """Return a date, and of one that cannot be used what was stated; empty if nothing was.

    Args:
        read: As it is held.
        stated: In the publisher's words.
    """
    if read:
        return read.isoformat()
    return f"unknown (stated: {stated})" if stated else ""
