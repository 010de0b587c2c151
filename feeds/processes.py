"""Worker processes with limits, for work that a publisher's bytes could make endless.

A regular expression holds the interpreter's lock, a hostile document can take all memory: such
work runs where it can be stopped without hurting anybody else.
"""

import asyncio
import os
import resource
import signal
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import count
from multiprocessing import get_context
from typing import Final, ParamSpec, Self, TypeVar

from pebble import ProcessExpired, ProcessPool

Given = ParamSpec("Given")
Result = TypeVar("Result")

# Work that met a broken pool is tried in a new one, so often altogether.
_ATTEMPTS: Final = 2
# So many broken pools in a row, and for a while no other is started.
_BROKEN_IN_A_ROW: Final = 4
_REST: Final = 30.0
# How often a wait is looked after, and how long over its limit a pool may be silent; in seconds.
_LOOK: Final = 0.5
_GRACE: Final = 10.0


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
    """Work that went over a limit or took its process down.

    Attributes:
        reason: For people; a sentence about "it".
        late: Whether it was only the time on the wall: on a machine with less to do, the same work
            might come to its end.
    """

    reason: str
    late: bool = False


NOT_STARTED: Final = Stopped(reason="no worker process could be started")
"""What work comes to that no process took up, and that says nothing about the work."""


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
        self.limits = limits or Limits()
        self._count = count or os.cpu_count() or 1
        self._aside = asyncio.Semaphore(max(1, self._count // 2))
        self._preload = list(preload)
        self._pool = _Pool(self.limits, self._count, self._preload)
        self._broken = 0
        self._rests_until = 0.0
        self._closed = False

    async def run(
        self,
        function: Callable[Given, Result],
        *args: Given.args,
        **kwargs: Given.kwargs,
    ) -> Result | Stopped:
        """Run a function of a module with values that can be pickled; give its result.

        It always ends: work that no process takes up is :data:`NOT_STARTED`. Exceptions of the
        function are raised here, except MemoryError, which is a limit.
        """
        return await self._run(self.limits, function, args, kwargs)

    async def run_aside(
        self,
        limits: Limits,
        function: Callable[Given, Result],
        *args: Given.args,
        **kwargs: Given.kwargs,
    ) -> Result | Stopped:
        """Run a function as :meth:`run` does, under limits of its own, on half of the processes.

        For work that is one of many pieces and known to be heavy: other work finds a process soon.

        Args:
            limits: No wider than those of all.
            function: Of a module.
            args: Can be pickled.
            kwargs: As well.
        """
        async with self._aside:
            return await self._run(limits, function, args, kwargs)

    async def _run(
        self,
        limits: Limits,
        function: Callable[..., Result],
        args: tuple[object, ...],
        kwargs: dict[str, object],
    ) -> Result | Stopped:
        """Run a function in the pool there is, and once more in a new one if that was broken."""
        for _ in range(_ATTEMPTS):
            if self._closed or _now() < self._rests_until:
                break
            pool = self._pool
            try:
                result = await pool.run(limits, function, args, kwargs)
            except BrokenProcessPool:
                await self._replace(pool)
            else:
                self._broken = 0
                return result
        return NOT_STARTED

    async def _replace(self, pool: "_Pool") -> None:
        """Put a new pool in the place of a broken one, unless somebody has; end the broken one."""
        if pool is not self._pool or self._closed:
            return
        self._pool = _Pool(self.limits, self._count, self._preload)
        self._broken += 1
        if self._broken >= _BROKEN_IN_A_ROW:
            self._broken = 0
            self._rests_until = _now() + _REST
        await asyncio.to_thread(pool.close)

    def close(self) -> None:
        """Stop all of them, whatever they are doing."""
        self._closed = True
        self._pool.close()

    async def __aenter__(self) -> Self:
        """Use the workers in an ``async with`` block."""
        return self

    async def __aexit__(self, *exc: object) -> None:
        """Stop them; they are given a moment outside the event loop."""
        await asyncio.to_thread(self.close)


class _Pool:
    """One pool of pebble's, watched for signs of life: a wait for it always ends."""

    def __init__(self, limits: Limits, workers: int, preload: list[str]) -> None:
        """Take what :class:`Workers` takes; processes start with the first piece of work."""
        context = get_context("forkserver")
        context.set_forkserver_preload(preload)
        self._limits = limits
        self._numbers = count(1)
        self._newest = 0
        self._waits = 0
        self._heard = 0.0
        self._gate = threading.Lock()
        self._started = self._closed = False
        self._pool = ProcessPool(
            max_workers=workers,
            max_tasks=500,
            initializer=_prepare_process,
            initargs=[limits.memory],
            context=context,
        )

    async def run(
        self,
        limits: Limits,
        function: Callable[..., Result],
        args: tuple[object, ...],
        kwargs: dict[str, object],
    ) -> Result | Stopped:
        """Run one piece of work by :func:`_run_limited`.

        Raises:
            BrokenProcessPool: The pool cannot do any work, or has lost this piece.
        """
        call = (function, limits, args, kwargs)
        try:
            if not self._started:
                await asyncio.to_thread(self._start)
            number = next(self._numbers)
            future: Future[Result] = self._pool.schedule(
                _run_limited, args=call, timeout=limits.wall
            )
        except (RuntimeError, OSError) as error:
            raise BrokenProcessPool from error
        try:
            result = await self._wait(future, number)
        except (FutureTimeoutError, TimeoutError):
            return Stopped(reason=f"it took more than {limits.wall:g} seconds", late=True)
        except ProcessExpired as error:
            return Stopped(reason=_explain_exit(error.exitcode, limits))
        except MemoryError:
            return Stopped(reason=f"it needed more than {limits.memory >> 20} MiB of memory")
        return result

    def _start(self) -> None:
        """Start the processes. The first takes a second, in which the caller's thread stands."""
        with self._gate:
            self._started = self._closed or self._pool.active

    async def _wait(self, future: "Future[Result]", number: int) -> Result:
        """Wait for one piece of work as long as the pool shows signs of life."""
        waiting = asyncio.wrap_future(future)
        if not self._waits:
            self._heard = _now()
        self._waits += 1
        begun: float | None = None
        try:
            while not waiting.done():
                await asyncio.wait((waiting,), timeout=_LOOK)
                if begun is None and (future.running() or future.done()):
                    begun = self._hear(number)
                if not waiting.done() and self._is_lost(number, begun):
                    raise BrokenProcessPool
            return waiting.result()
        finally:
            self._waits -= 1
            waiting.cancel()

    def _hear(self, number: int) -> float:
        """Note that a piece of work was taken up, which is a sign of life; return when."""
        self._newest = max(self._newest, number)
        self._heard = _now()
        return self._heard

    def _is_lost(self, number: int, begun: float | None) -> bool:
        """Tell whether a piece of work will never end: pieces are taken up in order."""
        silent = _now() - (self._heard if begun is None else begun)
        passed_over = begun is None and number < self._newest
        return passed_over or silent > self._limits.wall + _GRACE or not self._pool.active

    def close(self) -> None:
        """Stop all processes.

        Pebble takes its locks away before it ends the processes, and one that is just starting
        would miss them with a traceback: so they are ended first, when no more are started.
        """
        with self._gate:
            self._closed = True
            self._pool.stop()  # type: ignore[no-untyped-call]
        if starting := self._pool._pool_manager_loop:  # noqa: SLF001 - pebble has no door for it
            starting.join()
        self._pool._pool_manager.worker_manager.force_stop_workers()  # type: ignore[no-untyped-call]  # noqa: SLF001
        self._pool.join()


def _now() -> float:
    """Return the event loop's time, in seconds."""
    return asyncio.get_running_loop().time()


def _prepare_process(memory: int) -> None:
    """Set limits of a new process; an interrupt at the terminal is the parent's to handle.

    Data, not address space: some libraries reserve a gigabyte of addresses and use a little of it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _run_limited(
    function: Callable[..., Result],
    limits: Limits,
    args: tuple[object, ...],
    kwargs: dict[str, object],
) -> Result:
    """Give the work its own processor time on top of what the process has used before."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + 1 + limits.cpu
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (min(limits.memory, most), most))
    try:
        return function(*args, **kwargs)
    except StopIteration as error:
        # A future cannot hold it: whoever waits would wait for ever.
        raise RuntimeError("StopIteration") from error


def _explain_exit(code: int, limits: Limits) -> str:
    """Say why a process ended."""
    if code == -signal.SIGXCPU:
        return f"it took more than {limits.cpu} seconds of processor time"
    return "it took its worker process down"
