"""A Dask scheduler with two workers on this machine, each a process of its own."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from distributed import Client

_PATIENCE = 60
"""Seconds in which they must be there."""
_WORKERS = 2


@contextmanager
def cluster(folder: Path) -> Iterator[str]:
    """The address of the scheduler; all are ended by their handles."""
    file = folder / "scheduler.json"
    here = ("--host", "127.0.0.1", "--no-dashboard", "--scheduler-file", str(file))
    worker = ("--nworkers", "1", "--nthreads", "1", "--no-nanny", "--local-directory", str(folder))
    with ExitStack() as stack:
        stack.enter_context(_running("scheduler", "--port", "0", *here))
        address = _address(file)
        for _ in range(_WORKERS):
            stack.enter_context(_running("worker", *here, *worker))
        with Client(address, timeout=_PATIENCE) as client:  # type: ignore[no-untyped-call]
            client.wait_for_workers(_WORKERS, timeout=_PATIENCE)
        yield address


def _address(file: Path) -> str:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            return str(json.loads(file.read_text(encoding="utf-8"))["address"])
        except (OSError, ValueError):
            time.sleep(0.1)
    raise TimeoutError(str(file))


@contextmanager
def _running(name: str, *options: str) -> Iterator[None]:
    command = (sys.executable, "-m", f"distributed.cli.dask_{name}", *options)
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
