"""The command ``wiredesk``: commands, and errors turned into one clear message."""

import errno
import io
import os
import sys
from collections.abc import Callable
from typing import NoReturn

import structlog

from feeds.cli.commands import make_app
from feeds.cli.need import IN_NEED, TOLD, end_without_threads, is_need
from feeds.cli.terminal import say
from feeds.errors import (
    ConfigError,
    DataError,
    DataLocked,
    DataTooNew,
    ListenError,
    WiredeskError,
)
from feeds.heap import never_look
from feeds.log import configure_log

_CRASHED = 70  # EX_SOFTWARE of sysexits.h
_MISUSED = 2


def run_command() -> None:
    """Run the command and end the process."""
    _open_closed_streams()
    configure_log(sys.stderr)
    end_without_threads()
    for stream in (sys.stdout, sys.stderr):
        # An old locale cannot show every headline: a sign it lacks is no reason to fail.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    end_clearly(_run_app)


def _run_app() -> None:
    """Run the command that is asked for."""
    with never_look():
        app = make_app(sys.argv[1:])
    app(prog_name="wiredesk")


def _is_text(argument: str) -> bool:
    """Tell whether an argument holds no byte that the terminal could not read (PEP 383)."""
    return not any("\ud800" <= character <= "\udfff" for character in argument)


def _open_closed_streams() -> None:
    """Give what is said to nobody where a stream was closed before the start."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - for good
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - for good


def end_clearly(command: Callable[[], object]) -> None:
    """Run a command; what a user or a publisher can cause ends without a traceback.

    Anything else is a fault of the program: its traceback is logged, and the exit code is 70, so
    that scripts do not take it for a source that failed.
    """
    try:
        _run_and_flush(command)
    except WiredeskError as error:
        say(f"wiredesk: {error}" if not isinstance(error, ConfigError) else str(error))
        sys.exit(exit_code(error))
    except Exception as error:  # noqa: BLE001 - the last door
        if isinstance(error, OSError) and error.errno == errno.ENOSPC and not error.filename:
            say("wiredesk: standard output cannot be written: no space is left where it goes")
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(exit_code(DataError()))
        if isinstance(error, UnicodeEncodeError) and not all(map(_is_text, sys.argv)):
            say("wiredesk: an argument is no text in UTF-8")
            sys.exit(_MISUSED)
        if is_need(error):
            _end_in_need()
        try:
            structlog.get_logger().exception("crashed")
            say(f"wiredesk: a fault in wiredesk itself ({type(error).__name__}); please report it")
        except Exception as another:
            if is_need(another):
                _end_in_need()
            raise
        sys.exit(_CRASHED)


def _end_in_need() -> NoReturn:
    """Say in one sentence what is lacking, and end."""
    sys.stderr.write(f"{TOLD}\n")  # what lays text out would need memory
    sys.exit(IN_NEED)


def _run_and_flush(command: Callable[[], object]) -> None:
    """Run a command, and let what it printed be written while somebody can still tell of faults."""
    try:
        command()
    finally:
        sys.stdout.flush()


def exit_code(error: WiredeskError) -> int:
    """Return the exit code that tells scripts what kind of error it was."""
    match error:
        case ConfigError():
            return 2
        case DataLocked():
            return 3
        case DataTooNew():
            return 4
        case DataError():
            return 5
        case ListenError():
            return 6
        case _:
            return 1
