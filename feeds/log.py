"""One line per run and per real change, on standard error; quiet when all is well."""

import logging
import os
import queue
import select
import threading
from datetime import datetime
from typing import Protocol, final

import structlog

# So many lines wait for a pipe that nobody reads; what comes then is lost, and counted.
_ROOM = 10_000
_LINE_ENCODING = "utf-8"


class Stream(Protocol):
    """What lines are written to."""

    def write(self, text: str, /) -> object:
        """Take text."""
        ...

    def flush(self) -> object:
        """Pass on what was taken."""
        ...

    def isatty(self) -> bool:
        """Whether people look at it."""
        ...


@final
class PatientStream:
    """Lines for a file that may be a full pipe, or closed: whoever writes never waits for it.

    A thread of its own writes them, past Python's buffers, which a thread that waits would hold.
    """

    def __init__(self, handle: int, room: int = _ROOM) -> None:
        """Take an open file, and how many lines may wait for it."""
        self._handle = handle
        self._lines: queue.Queue[str | None] = queue.Queue(room)
        self._lost = 0
        self._thread = threading.Thread(target=self._keep_writing, name="log", daemon=True)
        self._thread.start()

    def write(self, text: str) -> int:
        """Take a line; if there is no room, it is lost."""
        try:
            self._lines.put_nowait(text)
        except queue.Full:
            self._lost += 1
        return len(text)

    def flush(self) -> None:
        """Do nothing: the thread writes when it can."""

    def isatty(self) -> bool:
        """Whether people look at it."""
        return os.isatty(self._handle)

    def close(self, seconds: float) -> None:
        """Let what waits be written: for so long at most until there is room, and again after."""
        try:
            self._lines.put(None, timeout=seconds)
        except queue.Full:
            return
        self._thread.join(seconds)

    def _keep_writing(self) -> None:
        """Write what comes, in order."""
        while (text := self._lines.get()) is not None:
            self._write_out(text)
            if self._lost and self._lines.empty():
                lost, self._lost = self._lost, 0
                self._write_out(f"{lost} lines of the log were lost: nobody read it\n")

    def _write_out(self, text: str) -> None:
        """Write all of a text, however long it takes; if nobody can ever read it, drop it."""
        rest = text.encode(_LINE_ENCODING, "backslashreplace")
        while rest:
            try:
                rest = rest[os.write(self._handle, rest) :]
            except BlockingIOError:  # whoever shares the pipe made it so
                select.select((), (self._handle,), ())
            except OSError:
                return


def _write_moments(
    logger: object, method: str, event: structlog.typing.EventDict
) -> structlog.typing.EventDict:
    """Write moments the way the time of the line is written."""
    del logger, method
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in event.items()
    }


def configure_log(
    stream: Stream, *, as_json: bool = False, verbose: bool = False, no_color: bool = False
) -> None:
    """Send log lines to a stream, as text for people or as JSON for machines.

    Values of :class:`feeds.model.Secret` show as asterisks, and tracebacks show no variables:
    a request's headers are among them. Warnings of libraries take the same way.
    """
    before: tuple[structlog.typing.Processor, ...] = (
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _write_moments,
    )
    renderers: tuple[structlog.typing.Processor, ...] = (
        structlog.dev.ConsoleRenderer(
            colors=stream.isatty() and not no_color,
            exception_formatter=structlog.dev.plain_traceback,
        ),
    )
    if as_json:
        renderers = (
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(default=str),
        )
    structlog.configure(
        processors=[*before, *renderers],
        wrapper_class=structlog.make_filtering_bound_logger(
            logging.DEBUG if verbose else logging.INFO
        ),
        logger_factory=structlog.WriteLoggerFactory(file=stream),  # type: ignore[arg-type]
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(stream)
    clean = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[clean, *renderers], foreign_pre_chain=before
        )
    )
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
