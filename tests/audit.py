"""Records for the rules' case tables: a sound one, changed as a case says."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator import checks, source
from generator.checks.manual import name_of
from generator.diagnostics import Diagnostic
from generator.files import open_form
from generator.forms import fill
from generator.frames import BUILT_IN, Frame
from generator.model import Evaluation
from generator.publisher import Department, DepartmentKind, Thresholds
from generator.records import Record

TABLES = Path(__file__).parent / "checks"
RULES = {name_of(rule): rule for rule in checks.CHECKS}
BATCH_RULES = {name_of(rule): rule for rule in checks.BATCH_CHECKS}
DEPARTMENT = Department(
    id="shili-jiaoyu", name="示例市教育局", region="shili", kind=DepartmentKind.GOVERNMENT
)


def cases(table: Path) -> Iterator[dict[str, Any]]:
    """The cases of one table; every scalar stays text, as in a record."""
    yield from yaml.load(table.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@cache
def frames() -> Mapping[str, Frame]:
    """The built-in frames by name."""
    forms = (open_form(file, BUILT_IN, Frame) for file in BUILT_IN.glob("*.yml"))
    return {form.value.name: form.value for form in forms if form.value}


@cache
def sound() -> str:
    """The record that no rule finds anything in."""
    return (TABLES / "sound.yml").read_text(encoding="utf-8")


def record_of(changes: Mapping[str, Any], *, year: int = 2023, name: str = "lunch") -> Record:
    """The sound record with top-level keys replaced; an empty value takes a key away."""
    data = yaml.load(sound(), Loader=yaml.BaseLoader) | dict(changes)
    data = {key: value for key, value in data.items() if value != ""}
    path = f"content/records/{year}/{DEPARTMENT.id}/{name}.yml"
    reading = source.read(source.write(data).encode(), path)
    assert reading.document is not None, reading.diagnostics
    form = fill(reading.document, Evaluation)
    assert form.value is not None, [str(fault) for fault in form.diagnostics]
    frame = frames()[form.value.frame]
    return Record(name, year, DEPARTMENT, form.value, frame, (), form)


def found_in(record: Record, rule: str | None = None) -> list[Diagnostic]:
    """What the rules, or one of them, find."""
    found = checks.run(record, Thresholds())
    return [fault for fault in found if rule is None or fault.rule == rule]
