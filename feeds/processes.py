"""Worker processes with limits, for work that a publisher's bytes could make endless.

A regular expression holds the interpreter's lock, a hostile document can take all memory: such
work runs where it can be stopped without hurting anybody else.
"""

import asyncio
import os
import resource
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import TimeoutError as FutureTimeoutError
from dataclasses import dataclass
from multiprocessing import get_context
from typing import ParamSpec, Self, TypeVar

from pebble import ProcessExpired, ProcessPool

Given = ParamSpec("Given")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one piece of work may use.

    Attributes:
        wall: Seconds until it is stopped.
        cpu: Seconds of processor time, whole ones.
        memory: Bytes of private memory.
    """

    wall: float = 20.0
    cpu: int = 10
    memory: int = 768 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped:
    """Work that went over a limit or took its process down; ``reason`` is for people."""

    reason: str


class Workers:
    """A few worker processes, started when first needed, replaced when one had to be stopped."""

    def __init__(
        self,
        *,
        limits: Limits | None = None,
        count: int | None = None,
        preload: Sequence[str] = (),
    ) -> None:
        """Take limits, the number of processes (one for each processor), and what they need.

        Args:
            limits: For each piece of work.
            count: Processes at most.
            preload: Modules imported once for all of them.
        """
        self._limits = limits or Limits()
        context = get_context("forkserver")
        context.set_forkserver_preload(list(preload))
        self._pool = ProcessPool(
            max_workers=count or os.cpu_count() or 1,
            max_tasks=500,
            initializer=_prepare_process,
            initargs=[self._limits.memory],
            context=context,
        )

    async def run(
        self,
        function: Callable[Given, Result],
        *args: Given.args,
        **kwargs: Given.kwargs,
    ) -> Result | Stopped:
        """Run a function of a module with values that can be pickled; give its result.

        Exceptions of the function are raised here, except MemoryError, which is a limit.
        """
        call = (function, self._limits.cpu, args, kwargs)
        future = self._pool.schedule(_run_limited, args=call, timeout=self._limits.wall)
        try:
            result: Result = await asyncio.wrap_future(future)
        except (FutureTimeoutError, TimeoutError):
            return Stopped(reason=f"it took more than {self._limits.wall:g} seconds")
        except ProcessExpired as error:
            return Stopped(reason=_explain_exit(error.exitcode, self._limits))
        except MemoryError:
            return Stopped(reason=f"it needed more than {self._limits.memory >> 20} MiB of memory")
        return result

    def close(self) -> None:
        """Stop all of them, whatever they are doing."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    async def __aenter__(self) -> Self:
        """Use the workers in an ``async with`` block."""
        return self

    async def __aexit__(self, *exc: object) -> None:
        """Stop them; they are given a moment outside the event loop."""
        await asyncio.to_thread(self.close)


def _prepare_process(memory: int) -> None:
    """Set limits of a new process; an interrupt at the terminal is the parent's to handle.

    Data, not address space: some libraries reserve a gigabyte of addresses and use a little of it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _run_limited(
    function: Callable[..., Result],
    cpu: int,
    args: tuple[object, ...],
    kwargs: dict[str, object],
) -> Result:
    """Give the work its own processor time on top of what the process has used before."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + 1 + cpu
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))
    return function(*args, **kwargs)


def _explain_exit(code: int, limits: Limits) -> str:
    """Say why a process ended."""
    if code == -signal.SIGXCPU:
        return f"it took more than {limits.cpu} seconds of processor time"
    return "it took its worker process down"
