"""The configuration, read again while the daemon runs: all of it is applied, or nothing."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import final

import structlog

from feeds.errors import ConfigError
from feeds.model import Config
from feeds.pipeline.answers import tell_bug
from feeds.schedule.files import look_at_files

_PROBLEMS_TOLD = 3

# A configuration that cannot be used is tried again at every so many looks: what was wrong may be
# in a file that is not known yet.
_LOOKS_TO_RETRY = 15

_log = structlog.get_logger()


@final
class Reload:
    """Reads the configuration when it is asked to, or when a file of it changed.

    However often it is asked meanwhile, it reads once more: what counts is how the files are now.
    """

    def __init__(
        self,
        config: Config,
        *,
        load: Callable[[], Config],
        apply: Callable[[Config], Awaitable[None]],
        note: Callable[[str | None], None],
    ) -> None:
        """Take the configuration in use, and how another is read and put in its place.

        Args:
            config: What is in use.
            load: Reads the files; it may block, and raises ConfigError.
            apply: Puts a configuration in the place of the one in use.
            note: Keeps why the files are not what is in use, in one line; None if they are.
        """
        self._config = config
        self._load = load
        self._apply = apply
        self._note = note
        self._seen = self._last = look_at_files(config.files)
        self._looks = 0
        self._told: str | None = None
        self._asked = asyncio.Event()

    def ask(self) -> None:
        """Ask for it to be read again."""
        self._asked.set()

    def is_asked(self) -> bool:
        """Whether it is to be read again."""
        return self._asked.is_set()

    async def look(self) -> None:
        """Ask if a file changed since it was read, and has been so for two looks.

        An editor may write it in steps, or take it away for a moment before it puts a new one
        there.
        """
        now = await asyncio.to_thread(look_at_files, self._config.files)
        settled, self._last = now == self._last, now
        self._looks = self._looks + 1 if self._told else 0
        if (settled and now != self._seen) or self._looks >= _LOOKS_TO_RETRY:
            self.ask()

    async def keep_reloading(self) -> None:
        """Read it whenever asked to, for ever."""
        while True:
            await self._asked.wait()
            await self.reload()

    async def reload(self) -> None:
        """Read it; apply it if it is good and differs, and say once if it is not good."""
        self._asked.clear()
        self._looks = 0
        self._seen = await asyncio.to_thread(look_at_files, self._config.files)
        try:
            config = await asyncio.to_thread(self._load)
        except ConfigError as error:
            self._refuse(_describe_problems(error), len(error.problems))
        except Exception as error:  # noqa: BLE001 - a bug met in a file must not stop the desk
            _log.debug("reading the configuration crashed", exc_info=True)
            self._refuse(tell_bug(error), 1)
        else:
            await self._accept(config)

    async def _accept(self, config: Config) -> None:
        """Apply a configuration that can be used, if it says anything new."""
        mended, self._told = self._told is not None, None
        self._note(None)
        if config.files != self._config.files:
            self._seen = self._last = await asyncio.to_thread(look_at_files, config.files)
        before, self._config = self._config, config
        for warning in config.warnings:
            if warning not in before.warnings:
                _log.warning("configuration", warning=warning)
        if replace(config, warnings=(), files=()) != replace(before, warnings=(), files=()):
            await self._apply(config)
            _log.info(
                "configuration applied", sources=len(config.sources), topics=len(config.topics)
            )
        elif mended:
            _log.info("configuration mended")

    def _refuse(self, reason: str, problems: int) -> None:
        """Keep what is in use, and say so unless it was said of the same problems."""
        if reason != self._told:
            _log.error("configuration not applied", problems=problems, first=reason)
        self._told = reason
        self._note(reason)


def _describe_problems(error: ConfigError) -> str:
    """Return the first problems in one line."""
    return "; ".join(str(problem) for problem in error.problems[:_PROBLEMS_TOLD])
