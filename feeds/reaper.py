"""The first process of a container: it does nothing but what only the first can do.

The kernel gives it every process whose parent has ended, and keeps from it every signal for which
it has no handler.
"""

import os
import signal
import sys
from collections.abc import Callable

_PASSED_ON = (
    signal.SIGTERM,
    signal.SIGINT,
    signal.SIGHUP,
    signal.SIGQUIT,
    signal.SIGUSR1,
    signal.SIGUSR2,
)


def run_as_child(command: Callable[[], object]) -> None:
    """Run a command in a child; pass signals on to it, bury what dies, and end as it ends.

    The child returns from here when the command does. It leads a group of its own, so that Ctrl-C
    at a terminal reaches it once.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, _PASSED_ON)
    child = os.fork()
    if not child:
        os.setpgid(0, 0)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _PASSED_ON)
        command()
        return
    for number in _PASSED_ON:
        signal.signal(number, lambda number, _: os.kill(child, number))
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _PASSED_ON)
    sys.exit(_bury_until(child))


def _bury_until(child: int) -> int:
    """Wait for every process that ends, until one has; return its exit code as shells tell it."""
    while True:
        ended, status = os.wait()
        if ended == child:
            code = os.waitstatus_to_exitcode(status)
            return code if code >= 0 else 128 - code
