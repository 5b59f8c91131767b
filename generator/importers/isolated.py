"""Sources read in a process of their own: what a broken file does there is done to nobody else."""

import json
import subprocess
import sys
from pathlib import Path

from generator.importers import limits
from generator.importers.outline import Outline, UnreadableError
from generator.importers.readers import format_of

_WAITED = limits.SECONDS * 2
"""Seconds by the clock, since other programs may keep the processor busy."""


def read(file: Path) -> Outline:
    """The outline of a file; raises `UnreadableError` with one Chinese sentence."""
    format_of(file)
    limits.sized(file)
    command = [sys.executable, "-m", "generator.importers.child", str(file.resolve())]
    try:
        done = subprocess.run(  # noqa: S603 -- this interpreter, this package
            command, capture_output=True, stdin=subprocess.DEVNULL, timeout=_WAITED, check=False
        )
    except subprocess.TimeoutExpired:
        raise UnreadableError(_TOO_LONG) from None
    if done.returncode or not done.stdout:
        raise UnreadableError(_TOO_LONG if done.returncode < 0 else _BROKEN)
    said = json.loads(done.stdout.decode("utf-8", "surrogatepass"))
    if "refused" in said:
        raise UnreadableError(said["refused"])
    return Outline.of(said["outline"])


_TOO_LONG = f"读取超过 {limits.SECONDS} 秒，已停止；请拆成几个文件，或用原来的软件另存"
_BROKEN = "文件的结构读不懂；请用原来的软件打开后另存"
