"""``python -m feeds`` and the command ``wiredesk`` begin here.

Every worker process imports this module too, and needs no command line: so it is imported late.
"""

import os
import signal
import sys

# What shells say of a command that Ctrl-C ended.
_INTERRUPTED = 130


def main() -> None:
    """Run the command line; as the first process of a container, in a child."""
    from feeds.reaper import run_as_child  # noqa: PLC0415 - see above

    if os.getpid() == 1:
        run_as_child(run_command)
    else:
        run_command()


def run_command() -> None:
    """Run the command line; Ctrl-C ends it without a word."""
    if sys.argv[1:2] == ["run"]:
        end_early_when_asked()
    try:
        from feeds import heap  # noqa: PLC0415 - see above

        heap.return_large_blocks()
        heap.look_seldom()
        with heap.never_look():
            from feeds.cli import main as command_line  # noqa: PLC0415 - see above

        command_line.run_command()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)


def end_early_when_asked() -> None:
    """Until the daemon listens for signals there is nothing that must be finished."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: sys.exit(0))
    signal.signal(signal.SIGHUP, signal.SIG_IGN)  # the configuration is yet to be read


if __name__ == "__main__":
    main()
