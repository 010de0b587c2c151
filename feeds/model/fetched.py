"""What a source answered: every expected answer is a value."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from feeds.model.source import Validators


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Bytes as they came, decoded from their transfer only.

    Attributes:
        content: The bytes.
        media_type: As stated, lower case, without parameters; empty if nothing was stated.
        charset: As stated in the media type; None if nothing was stated.
        url: Where they were found in the end: the base for relative links; empty for a file.
        name: For a file of an inbox, its path inside the folder, with ``/``; None otherwise.
    """

    content: bytes
    media_type: str
    charset: str | None = None
    url: str = ""
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A full answer that differs from the last one.

    Attributes:
        bodies: One for a feed; those of the sitemaps that an index names; one for each file of an
            inbox, sorted by name.
        body_hash: Of all the bodies.
        validators: To send with the next request.
        fresh_until: Until when the answer need not be asked again (RFC 9111); None if unstated.
        partial: Whether it holds only what is new since the last answer (226, RFC 3229): what it
            lacks was not taken away.
        hubs: WebSub hubs that the answer's Link fields name, in order.
        self_url: What its Link fields call it (``rel=self``); empty if unstated.
        problems: Files of an inbox, or sitemaps of an index, that could not be read, each in one
            line for people.
    """

    bodies: tuple[Body, ...]
    body_hash: str
    validators: Validators = field(default_factory=Validators)
    fresh_until: datetime | None = None
    partial: bool = False
    hubs: tuple[str, ...] = ()
    self_url: str = ""
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NotModified:
    """Nothing changed: the server said so (``status`` 304), or the same bytes came again (200).

    Attributes:
        status: 304, 200, or 226 if it was the same part again; None for an inbox.
        validators: To send with the next request.
        fresh_until: As in :class:`Fetched`.
    """

    status: int | None = None
    validators: Validators = field(default_factory=Validators)
    fresh_until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """Answered from another address, and every redirect on the way was permanent (301, 308).

    Attributes:
        to: The new address.
        answer: What was answered there.
    """

    to: str
    answer: Fetched | NotModified


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """410: the publisher says it will not come back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Throttled:
    """429 or 503: asked to come back later.

    Attributes:
        status: 429 or 503.
        retry_after: Not before this time; None if unstated.
    """

    status: int
    retry_after: datetime | None = None


FailureKind = Literal[
    "dns",
    "refused",
    "private address",
    "timeout",
    "tls",
    "redirect",
    "status",
    "too large",
    "encoding",
    "protocol",
    "not a feed",
    "nothing found",
    "malformed",
    "missing",
    "robots",
    "unreadable",
    "crashed",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """No usable answer.

    Attributes:
        kind: What failed.
        reason: One line for people: at most 300 characters, no secret, no traceback.
        status: The HTTP status, if there was one.
    """

    kind: FailureKind
    reason: str
    status: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """What a server answered to something that was posted.

    Attributes:
        status: The HTTP status; a redirect that was not followed is a :class:`Failed` instead.
        reason: One line for people: host, status, and what the server said of it unless it was
            content; at most 300 characters, and nothing in it of what was posted or where to.
        retry_after: Not before this time; None if unstated, or if nobody asked.
    """

    status: int
    reason: str
    retry_after: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered:
    """All of it was posted, and no answer came: nobody knows whether it was received.

    Attributes:
        kind: As in :class:`Failed`.
        reason: As there.
    """

    kind: FailureKind
    reason: str


Answered = Fetched | NotModified | Gone | Throttled | Failed
Outcome = Answered | Moved


def find_answer(outcome: Outcome) -> Answered:
    """Return what was answered, wherever the source moved meanwhile."""
    return outcome.answer if isinstance(outcome, Moved) else outcome
