"""The environment of a Chinese machine: its locale is GBK, where one can be made."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

WITHOUT = "no localedef, or none that knows GBK: ran with PYTHONIOENCODING=gbk instead"
"""What a test says that had to do without the locale."""


@dataclass(frozen=True, slots=True)
class Machine:
    """Variables for programs, and how it writes names of files."""

    environment: Mapping[str, str]
    has_locale: bool

    def name(self, text: str) -> str:
        """A name of a file, as this process must spell it so that programs there see the text."""
        return os.fsdecode(text.encode("gbk")) if self.has_locale else text


def machine(folder: Path) -> Machine:
    """A machine whose locale lies in a folder, which is made."""
    folder.mkdir()
    making = ["localedef", "-i", "zh_CN", "-f", "GBK", str(folder / "zh_CN.GBK")]
    if shutil.which("localedef") is None or subprocess.run(making, check=False).returncode:
        return Machine(plain() | {"PYTHONIOENCODING": "gbk"}, has_locale=False)
    chinese = {"LOCPATH": str(folder), "LC_ALL": "zh_CN.GBK", "PYTHONUTF8": "0"}
    return Machine(plain() | chinese, has_locale=True)


def plain() -> dict[str, str]:
    """The environment without what this run of the tests brought along."""
    own = ("PYTHON", "LC_", "LANG", "GIT_", "VIRTUAL_ENV", "SITE_URL")
    return {name: value for name, value in os.environ.items() if not name.startswith(own)}
