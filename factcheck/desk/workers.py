"""Jobs -> answers, by as many processes as there are to be, in the order in which they came.

A queue of bounded length stands before the processes; who comes when it is full, or whose turn does not come in time, is told to
come again. A process that dies costs only the jobs that were in it.
"""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from attrs import define, field

from factcheck.desk.jobs import BUSY, Answer, Job, answer, prepare, problem
from factcheck.values import evolve, frozen

_GRACE = 5.0
"""Seconds beyond a job's own limit after which the process is given up."""
_LOOKS = 0.25
"""Seconds between two looks at whether the client still waits."""


@frozen
class Limits:
    """How much one request may ask for: bytes of a body, seconds of work, requests waiting, seconds of waiting."""

    size: int = 16 << 20
    seconds: float = 30.0
    waiting: int = 64
    patience: float = 30.0


@define
class Workers:
    """The processes; 0 of them: a thread of this one, which cannot be interrupted."""

    processes: int
    folders: Sequence[str] = ()
    limits: Limits = field(factory=Limits)
    waiting: int = 0
    _executor: Executor | None = None
    _mending: asyncio.Lock = field(factory=asyncio.Lock)

    def start(self) -> None:
        """Make the processes ready; each reads the rules once."""
        if self.processes == 0:
            prepare(self.folders)
            self._executor = ThreadPoolExecutor(1)
            return
        spawned = multiprocessing.get_context("spawn")  # a fork of a process with threads can stand still for ever
        self._executor = ProcessPoolExecutor(self.processes, spawned, prepare, (self.folders, True))
        for future in [self._executor.submit(int) for _ in range(self.processes)]:
            future.result()

    def stop(self) -> None:
        """End the processes; where none works, they are waited for, since Python's own exit would race with theirs."""
        if self._executor is not None:
            self._executor.shutdown(wait=not self.waiting, cancel_futures=True)
            self._executor = None

    async def do(self, job: Job, gone: Callable[[], Awaitable[bool]] | None = None) -> Answer:
        """Have a job done.

        Args:
            job: the job.
            gone: tells whether who asked has gone away; a job that still waits is then dropped.

        """
        if self.waiting >= self.limits.waiting + self.processes:
            return _later("too many requests are waiting")
        self.waiting += 1
        executor = self._executor
        try:
            return await self._done(job, gone)
        except BrokenProcessPool:
            await self._mend(executor)
            return _later("the process that checked the text has ended")
        finally:
            self.waiting -= 1

    async def _mend(self, broken: Executor | None) -> None:
        """Put new processes in the place of broken ones, once."""
        async with self._mending:
            if self._executor is broken:
                self.stop()
                await asyncio.to_thread(self.start)

    async def _done(self, job: Job, gone: Callable[[], Awaitable[bool]] | None) -> Answer:
        """Do a job in a worker; it is given up where it takes too long or who asked has gone away."""
        if self._executor is None:
            return problem(BUSY, "the service is stopping")
        work = self._executor.submit(answer, job, self.limits.seconds)
        future = asyncio.wrap_future(work)
        loop = asyncio.get_running_loop()
        begun = loop.time()
        while not future.done():
            await asyncio.wait([future], timeout=_LOOKS)
            patience = self.limits.patience + (self.limits.seconds + _GRACE if work.running() else 0)
            is_late = loop.time() - begun > patience
            if not future.done() and (is_late or (gone is not None and await gone())):
                work.cancel()
                return _later("it takes too long") if is_late else problem(BUSY, "who asked has gone away")
        return future.result()


def _later(why: str) -> Answer:
    """Tell somebody to come again."""
    return evolve(problem(BUSY, f"{why}; come again"), again=True)
