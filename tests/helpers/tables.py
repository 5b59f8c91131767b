"""Tables of cases, read by PyYAML's parser in C: collecting reads all of them in every worker."""

from pathlib import Path
from typing import Any

import yaml


def typed(file: Path) -> Any:
    """A file whose scalars all stay text, as in a record."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)


def valued(file: Path) -> Any:
    """A file whose scalars are what YAML takes them for."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
