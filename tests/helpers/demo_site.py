"""The demo as tests use it: made, and read as plain data."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from generator import source
from generator.demo import folder
from generator.demo.plain import typed
from generator.model.evaluation import Evaluation

HAN = re.compile(r"[\u4e00-\u9fff]+")


def made(at: Path, records: int, seed: int = 3, faults: str = "0") -> Path:
    """A demo project in a folder of its own."""
    folder.write_project(at, records, seed, Decimal(faults))
    return at


def record_files(project: Path) -> list[Path]:
    return sorted((project / "content/records").rglob("*.yml"))


def data_of(file: Path) -> dict[str, Any]:
    """A record as plain data, keys as typed."""
    reading = source.read(file.read_bytes(), file.name)
    assert reading.document is not None
    assert not reading.diagnostics
    return reading.document.data


def at(data: Any, path: str) -> Any:
    """The value at an English dotted path; None where there is none."""
    for key in typed(source.undotted(path), Evaluation):
        if isinstance(data, dict) and isinstance(key, str):
            data = data.get(key)
        elif isinstance(data, list) and isinstance(key, int):
            data = data[key] if key < len(data) else None
        else:
            return None
    return data


def texts(data: Any) -> Iterator[str]:
    """Every value of a record."""
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, list):
        for value in data:
            yield from texts(value)
    elif data is not None:
        yield data


def bigrams(text: str) -> Iterator[str]:
    """Each two Chinese signs that stand together."""
    for run in HAN.findall(text):
        yield from (run[n : n + 2] for n in range(len(run) - 1))
