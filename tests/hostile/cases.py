"""What a case is, and what is seen when it is played."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from hostile.server import Asked, Play

from feeds.model import Outcome, SourceReport, Story
from feeds.pipeline.poll import Polled

Group = Literal["control", "network", "redirect", "status", "xml", "feed", "html"]
Expected = Literal["error", "ok", "partial"]


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What happened.

    Attributes:
        polls: The source after each half of the walk, in order.
        reports: What the desk told about each.
        asked: Requests that belong to the case.
        seconds: How long the longest poll took.
    """

    polls: tuple[Polled, ...]
    reports: tuple[SourceReport, ...]
    asked: tuple[Asked, ...]
    seconds: float

    @property
    def outcome(self) -> Outcome:
        """What the last poll brought."""
        return self.polls[-1].outcome

    @property
    def stories(self) -> tuple[Story, ...]:
        """The stories of the last poll."""
        return self.polls[-1].reading.stories

    @property
    def problems(self) -> tuple[str, ...]:
        """What the last poll told as wrong in the document."""
        return self.polls[-1].reading.problems

    @property
    def report(self) -> SourceReport:
        """What the desk told about the last poll."""
        return self.reports[-1]

    def story(self, guid: str) -> Story:
        """Return the story with a guid."""
        return next(story for story in self.stories if story.guid == guid)


Check = Callable[[Seen], bool]


@dataclass(frozen=True, kw_only=True)
class Case:
    """One bad thing a publisher can do.

    Attributes:
        name: As in the catalogue; it is the path as well.
        group: The group of the catalogue.
        expected: ``error``: one clear line and no story; ``ok``: all stories; ``partial``: some
            stories, and a line that says what is missing.
        serve: What the server plays.
        kinds: Kinds of failure that are right, for an error (``gone`` and ``throttled`` too).
        stories: How many the last poll must give; None where the number does not matter.
        new: How many of them must be new at the last poll; None for all of them.
        check: What else must be true.
        polls: How often the source is polled, an hour apart.
        url: Its address; ``{http}`` and the like are the server's ports.
        note: What was seen elsewhere.
    """

    name: str
    group: Group
    expected: Expected
    serve: Play
    kinds: tuple[str, ...] = ()
    stories: int | None = None
    new: int | None = None
    check: Check | None = None
    polls: int = 1
    url: str = ""
    note: str = ""

    @property
    def address(self) -> str:
        """Its address with names for ports."""
        return self.url or f"http://127.0.0.2:{{http}}/{self.name}"


def expect_error(
    group: Group,
    name: str,
    *kinds: str,
    serve: Play,
    check: Check | None = None,
    url: str = "",
    note: str = "",
) -> Case:
    """Return a case that must fail in one of these ways."""
    return Case(
        name=name,
        group=group,
        expected="error",
        kinds=kinds,
        serve=serve,
        check=check,
        url=url,
        note=note,
    )


def expect_ok(
    group: Group,
    name: str,
    serve: Play,
    check: Check | None = None,
    *,
    stories: int | None = 3,
    url: str = "",
    note: str = "",
) -> Case:
    """Return a case that must be read whole, in one poll."""
    return Case(
        name=name,
        group=group,
        expected="ok",
        stories=stories,
        serve=serve,
        check=check,
        url=url,
        note=note,
    )


def expect_partial(
    group: Group,
    name: str,
    serve: Play,
    check: Check | None = None,
    *,
    stories: int | None = 3,
    note: str = "",
) -> Case:
    """Return a case of which something is lost or cut, and told."""
    return Case(
        name=name,
        group=group,
        expected="partial",
        stories=stories,
        serve=serve,
        check=check,
        note=note,
    )


def expect_again(
    group: Group,
    name: str,
    serve: Play,
    check: Check | None = None,
    *,
    stories: int | None = None,
    new: int = 0,
    polls: int = 2,
    note: str = "",
) -> Case:
    """Return a case that is polled again, and must then give so many new stories."""
    return Case(
        name=name,
        group=group,
        expected="ok",
        stories=stories,
        new=new,
        serve=serve,
        check=check,
        polls=polls,
        note=note,
    )
