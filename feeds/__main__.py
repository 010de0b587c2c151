"""``python -m feeds`` and the command ``wiredesk`` begin here.

Every worker process imports this module too, and needs no command line: so it is imported late.
"""

import os
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
    try:
        from feeds.cli import main as command_line  # noqa: PLC0415 - see above

        command_line.run_command()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)


if __name__ == "__main__":
    main()
