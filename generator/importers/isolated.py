"""Sources read in a process of their own: what a broken file does there is done to nobody else."""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from generator.importers import limits
from generator.importers.outline import Outline, UnreadableError
from generator.importers.readers import FORMATS, Format, format_of, office

_WAITED = 2
"""How many times as long by the clock, since other programs may keep the processor busy."""


def read(file: Path) -> Outline:
    """The outline of a file; raises `UnreadableError` with one Chinese sentence."""
    found = _known(file)
    if found.opened_as:
        with office.converted(file, found.opened_as, found.made) as made:
            return _outline(made)
    return _outline(file)


def _known(file: Path) -> Format:
    limits.sized(file)
    return format_of(file)


def _outline(file: Path) -> Outline:
    seconds = limits.SCAN_SECONDS if _may_be_scanned(file) else limits.SECONDS
    command = [sys.executable, "-m", "generator.importers.child", str(file.resolve())]
    try:
        done = subprocess.run(  # noqa: S603 -- this interpreter, this package
            command,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=_WAITED * seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UnreadableError(_TOO_LONG.format(seconds)) from None
    if done.returncode or not done.stdout:
        raise UnreadableError(_TOO_LONG.format(seconds) if done.returncode < 0 else _BROKEN)
    said = json.loads(done.stdout.decode("utf-8", "surrogatepass"))
    if "refused" in said:
        raise UnreadableError(said["refused"])
    return Outline.of(said["outline"])


def _may_be_scanned(file: Path) -> bool:
    return file.suffix.lower() in _WITH_PAGES and find_spec(_RECOGNISER) is not None


_WITH_PAGES = frozenset(
    name for name, one in FORMATS.items() if one.module in ("picture", "portable")
)
_RECOGNISER = "rapidocr"
_TOO_LONG = "读取超过 {} 秒，已停止；请拆成几个文件，或用原来的软件另存"
_BROKEN = "文件的结构读不懂；请用原来的软件打开后另存"
