"""Column types: Python's values, and what SQLite keeps of them."""

from array import array
from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import DateTime, Dialect, LargeBinary, Text
from sqlalchemy.types import TypeDecorator


class Instant(TypeDecorator[datetime]):
    """A moment: aware datetimes in and out, kept as UTC; a naive one is refused."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware datetime into UTC without its zone."""
        del dialect
        if value is None:
            return None
        if value.tzinfo is None:
            message = f"a moment without a time zone cannot be kept: {value}"
            raise ValueError(message)
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the zone back."""
        del dialect
        return None if value is None else value.replace(tzinfo=UTC)


class _Joined(TypeDecorator[tuple[str, ...]]):
    """Texts that never hold the separator, kept as one text: readable by eye and in any SQL."""

    impl = Text
    cache_ok = True
    separator = " "

    def process_bind_param(self, value: Sequence[str] | None, dialect: Dialect) -> str | None:
        """Join the texts."""
        del dialect
        return None if value is None else self.separator.join(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...] | None:
        """Part the texts."""
        del dialect
        if value is None:
            return None
        return tuple(value.split(self.separator)) if value else ()


class Words(_Joined):
    """Words: no spaces inside."""

    cache_ok = True


class Lines(_Joined):
    """Lines: no line breaks inside."""

    cache_ok = True
    separator = "\n"


class Moments(TypeDecorator[tuple[datetime, ...]]):
    """Moments in UTC, kept as ISO 8601 with a space between them."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Sequence[datetime] | None, dialect: Dialect) -> str | None:
        """Write the moments."""
        del dialect
        if value is None:
            return None
        return " ".join(moment.astimezone(UTC).isoformat() for moment in value)

    def process_result_value(
        self, value: str | None, dialect: Dialect
    ) -> tuple[datetime, ...] | None:
        """Read the moments."""
        del dialect
        if value is None:
            return None
        return tuple(datetime.fromisoformat(moment) for moment in value.split())


class Numbers(TypeDecorator[tuple[int, ...]]):
    """Signed 64-bit whole numbers, kept as bytes, eight for each, least significant first."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Sequence[int] | None, dialect: Dialect) -> bytes | None:
        """Pack the numbers."""
        del dialect
        return None if value is None else array("q", value).tobytes()

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> tuple[int, ...] | None:
        """Unpack the numbers."""
        del dialect
        if value is None:
            return None
        numbers = array("q")
        numbers.frombytes(value)
        return tuple(numbers)
