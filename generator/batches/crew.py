"""Who works the batches out: processes of this machine, or the workers of a Dask scheduler."""

import importlib
import multiprocessing
import os
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.context import BaseContext
from typing import Self

_AUTO = "auto"
_MOST = 256
"""Processes beyond which a number is a slip."""
_SCHEMES = ("tcp://", "tls://")
_PATIENCE = 10
"""Seconds in which a scheduler must answer, and then have a worker."""


class CrewError(Exception):
    """Raised with a Chinese sentence where nobody can be found to work as was asked."""


@dataclass(frozen=True, slots=True)
class Crew:
    """How many, or whose address."""

    workers: int = 1
    """Processes on this machine; one is the process of the build itself."""
    scheduler: str | None = None
    """Of Dask, such as `tcp://10.0.0.5:8786`; its workers go before processes of this machine."""

    @classmethod
    def of(cls, workers: object, scheduler: object = None) -> Self:
        """As settings have it; raises CrewError for what cannot be meant."""
        if scheduler is not None and not (
            isinstance(scheduler, str) and scheduler.startswith(_SCHEMES)
        ):
            raise CrewError(f"scheduler 不能是「{scheduler}」，应写成「tcp://主机:端口」")
        if workers == _AUTO:
            return cls(_cores(), scheduler)
        if type(workers) is not int or not 1 <= workers <= _MOST:
            raise CrewError(f"workers 不能是「{workers}」，应写成 1 到 {_MOST} 的整数或 {_AUTO}")
        return cls(workers, scheduler)

    @property
    def is_alone(self) -> bool:
        """Whether there is nobody but the process of the build."""
        return self.scheduler is None and self.workers == 1

    @contextmanager
    def executor(self, batches: int) -> Iterator[Executor]:
        """The executor for so many batches, let go afterwards; raises CrewError for none."""
        if self.scheduler is not None:
            with _cluster(self.scheduler) as executor:
                yield executor
        else:
            workers = min(self.workers, batches)
            pool = ProcessPoolExecutor(workers, mp_context=start_method())
            try:
                yield pool
            finally:
                pool.shutdown(cancel_futures=True)


ALONE = Crew()


def start_method() -> BaseContext:
    """How processes begin: as copies of this one, where that is safe; else from the start.

    A copy taken while another thread holds a lock would wait for it for ever, as in a preview.
    """
    forks = sys.platform == "linux" and threading.active_count() == 1
    return multiprocessing.get_context("fork" if forks else "spawn")


def _cores() -> int:
    """Those that this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    try:
        distributed = importlib.import_module("distributed")
    except ImportError:
        raise CrewError("scheduler 要用到 Dask，请先运行 pip install 'gongkai[cluster]'") from None
    try:
        client = distributed.Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise CrewError(f"scheduler「{address}」连不上，请检查地址，或先启动它") from error
    try:
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError:
            raise CrewError(
                f"scheduler「{address}」没有工作进程，请先用 dask worker 启动"
            ) from None
        yield client.get_executor(pure=False)
    finally:
        client.close()
