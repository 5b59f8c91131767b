"""The vocabulary of invented reports: data files beside this module, read once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generator import source

_FOLDER = Path(__file__).parent
_ENDS = re.compile(r"(?<!\d)(-?\d+)-(-?\d+)")
_GOAL = re.compile(r"(?<![\d.])(?:([≥≤=]) )?([\d.]+)(?:-([\d.]+))? (\S+)")
_OPERATORS = MappingProxyType({"≥": "at_least", "≤": "at_most", "=": "equal"})
HUNDRED = Decimal(100)

Words = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Goal:
    """What an indicator in numbers may ask for, in steps of its last digit."""

    operator: str
    low: int
    high: int
    places: int
    unit: str
    actual: tuple[int, int] | None = None
    """Where what comes out does not depend on the target."""


@dataclass(frozen=True, slots=True)
class Aim:
    """What an indicator in words asks for, and how it turns out."""

    target: str
    met: str
    partial: str
    reason: str = ""
    measure: str = ""


@dataclass(frozen=True, slots=True)
class Sector:
    """A field of public spending with its projects, words and indicators."""

    id: str
    name: str
    projects: tuple[str, ...]
    words: Words
    goals: Mapping[str, tuple[tuple[str, Goal | Aim], ...]]
    """Indicators by kind, 数量 to 满意: name pattern and goal."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A category of findings: what gives rise to it, its patterns and their answers."""

    name: str
    condition: str
    findings: tuple[str, ...]
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words there are."""

    words: Words
    sectors: Mapping[str, Sector]
    process: Mapping[str, Goal | Aim]
    """Indicators of decision and process, by name."""
    troubles: tuple[Trouble, ...]
    outlines: Mapping[str, tuple[Mapping[str, str], ...]]
    names: Words
    """Syllables of places and firms."""
    regions: tuple[Mapping[str, str], ...]
    departments: Mapping[str, Any]
    tables: Mapping[str, Any]


@cache
def lexicon() -> Lexicon:
    """Read all files; a malformed one is this program's own mistake."""
    process, names = _data("vocabulary/process.yml"), _data("vocabulary/names.yml")
    regions = tuple(names.pop("地区"))
    known: dict[str, Goal | Aim] = {
        name: Aim(*(entry[key] for key in ("要求", "达到", "不足", "原因", "措施")))
        for name, entry in process["定性"].items()
    }
    known |= {name: _process_goal(entry) for name, entry in process["定量"].items()}
    sectors = [_sector(path) for path in sorted((_FOLDER / "vocabulary/sectors").glob("*.yml"))]
    files = ("words", "reasons", "sentences")
    lists = [*(_data(f"vocabulary/{name}.yml") for name in files), process["不计分"]]
    return Lexicon(
        words={name: tuple(items) for file in lists for name, items in file.items()},
        sectors={sector.id: sector for sector in sectors},
        process=known,
        troubles=tuple(
            Trouble(entry["名称"], entry["条件"], tuple(entry["问题"]), tuple(entry["建议"]))
            for entry in _data("vocabulary/findings.yml")["类别"]
        ),
        outlines={k: tuple(v) for k, v in _data("vocabulary/outlines.yml").items()},
        names={name: tuple(parts) for name, parts in names.items()},
        regions=regions,
        departments=_data("vocabulary/departments.yml"),
        tables=_data("tables.yml"),
    )


def _data(name: str) -> dict[str, Any]:
    """One data file of this package."""
    reading = source.read_file(_FOLDER / name, _FOLDER)
    if reading.document is None or reading.diagnostics:
        raise ValueError("; ".join(map(str, reading.diagnostics)))
    return reading.document.data


def _sector(path: Path) -> Sector:
    data = _data(path.relative_to(_FOLDER).as_posix())
    words = {key: tuple(value) for key, value in data.items() if isinstance(value, list)}
    goals = {
        kind: tuple((name, _goal(text, kind)) for name, text in entries.items())
        for kind, entries in data["指标"].items()
    }
    return Sector(data["编号"], data["名称"], words.pop("项目"), words, goals)


def _goal(text: str, kind: str) -> Goal | Aim:
    if text.startswith("定性 "):
        return Aim(*text.removeprefix("定性 ").split(" / "))
    match = _GOAL.fullmatch(text)
    if match is None:
        raise ValueError(text)
    sign, low, high, unit = match.groups()
    return _number(sign or ("≤" if kind == "成本" else "≥"), low, high or low, unit)


def _number(sign: str, low: str, high: str, unit: str) -> Goal:
    places = max(len(number.partition(".")[2]) for number in (low, high))
    ends = [int(Decimal(number).scaleb(places)) for number in (low, high)]
    return Goal(_OPERATORS[sign], ends[0], ends[1], places, unit)


def _process_goal(entry: Mapping[str, str]) -> Goal:
    low, high = entry["范围"].split("-")
    goal = _number(entry["符号"], low, high, entry["位"])
    if "实际" not in entry:
        return goal
    match = _ENDS.fullmatch(entry["实际"])
    if match is None:
        raise ValueError(entry["实际"])
    ends = (int(match[1]), int(match[2]))
    return Goal(goal.operator, goal.low, goal.high, 0, goal.unit, ends)
