"""Pages that several feeds name: asked for once, as long as the answer holds. Quiet."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, final

from feeds.fetch import MayAsk, Web, fetch_page, tell_manner
from feeds.model import (
    Failed,
    Fetched,
    Gone,
    NotModified,
    Source,
    SourceState,
    Throttled,
    Visit,
)

MOST_BYTES: Final = 16 * 1024 * 1024
"""Of all pages that are held, at most: the newest."""

# An answer holds as long as its server says, but for so long at least and at most. The feeds of a
# site tell a story within minutes of each other; an hour later it may have been corrected.
_SHORTEST: Final = timedelta(minutes=10)
_LONGEST: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """A page as it came.

    Attributes:
        answer: With its bytes.
        readings: How often the page had been read for the story for which it was asked for.
        at: When it had been asked for.
        until: How long it holds.
    """

    answer: Fetched
    readings: int
    at: datetime
    until: datetime


@final
class SharedPages:
    """Pages that came a short while ago, for stories of other feeds that name them too."""

    def __init__(self) -> None:
        """Hold none."""
        self._held: dict[tuple[object, ...], _Held] = {}

    async def ask(
        self,
        visit: Visit,
        source: Source,
        web: Web,
        may_ask: MayAsk,
        now: datetime,
        *,
        kept: SourceState | None = None,
    ) -> Fetched | NotModified | Gone | Throttled | Failed:
        """Return a page that is held, or else what its server answers.

        Only what was asked for in the same manner is shared. A page that is read again, because its
        feed was corrected, is not read as it was before.

        Args:
            visit: To the page of a story.
            source: Whose story it is.
            web: The open door.
            may_ask: Whether an address may be asked for.
            now: When it is asked.
            kept: Validators and hash of the page as it was last read for this story; None for the
                first time.
        """
        key = (visit.url, *tell_manner(source))
        held = self._held.get(key)
        if held and held.at <= now < held.until and held.readings >= visit.readings:
            return held.answer
        answer = await fetch_page(visit.url, source, web, may_ask, now, kept=kept)
        if isinstance(answer, Fetched):
            self._hold(key, answer, visit.readings, now)
        return answer

    def _hold(self, key: tuple[object, ...], answer: Fetched, readings: int, now: datetime) -> None:
        """Hold a page in place of an older one; let go of what holds no more, or is too much."""
        fresh = (answer.fresh_until or now) - now
        until = now + min(max(fresh, _SHORTEST), _LONGEST)
        self._held.pop(key, None)
        self._held[key] = _Held(answer=answer, readings=readings, at=now, until=until)
        size = 0
        for name, held in reversed(tuple(self._held.items())):
            size += sum(len(body.content) for body in held.answer.bodies)
            if size > MOST_BYTES or held.until <= now:
                del self._held[name]
