"""Records for the rules' case tables: a sound one, changed as a case says."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator import source
from generator.audit import registry, runner
from generator.audit.manual import name_of
from generator.audit.rulebook import BUILT_IN
from generator.binding.filling import fill
from generator.catalog import Catalog
from generator.diagnostics import Diagnostic
from generator.intake import declarations
from generator.intake.matters import matter_of
from generator.intake.originals.attachments import Original
from generator.intake.records import Record
from generator.model.evaluation import Evaluation
from generator.model.frames import Frame
from generator.model.publisher import Thresholds
from generator.model.register import Department, DepartmentKind, Region
from helpers.tables import typed

TABLES = Path(__file__).parents[1] / "audit" / "rules"
SOUND = "sound"
"""The file beside the tables of cases that each case changes."""
RULES = {name_of(rule): rule for rule in registry.CHECKS}
BATCH_RULES = {name_of(rule): rule for rule in BUILT_IN.of_several}
DECLARED = declarations.of_folder(Path("nowhere"), Path())
"""The built-in kinds, columns and frames."""
DEPARTMENT = Department(
    id="shili-jiaoyu", name="示例市教育局", region="shili", kind=DepartmentKind.GOVERNMENT
)


def cases(table: Path) -> Iterator[dict[str, Any]]:
    """The cases of one table; every scalar stays text, as in a record."""
    yield from typed(table)


@cache
def frames() -> Mapping[str, Frame]:
    """The built-in frames by name."""
    return {frame.name: frame for frame in DECLARED.frames}


@cache
def sound() -> str:
    """The record that no rule finds anything in."""
    return (TABLES / f"{SOUND}.yml").read_text(encoding="utf-8")


def sound_data() -> dict[str, Any]:
    """The same as plain data, a copy that may be changed; parsed once, since thousands ask."""
    return deepcopy(_sound_data())


@cache
def _sound_data() -> dict[str, Any]:
    data: dict[str, Any] = yaml.load(sound(), Loader=yaml.BaseLoader)
    return data


def record_of(
    changes: Mapping[str, Any],
    *,
    year: int = 2023,
    name: str = "lunch",
    department: Department = DEPARTMENT,
    originals: tuple[Original, ...] = (),
) -> Record:
    """The sound record with top-level keys replaced; an empty value takes a key away."""
    data = sound_data() | dict(changes)
    data = {key: value for key, value in data.items() if value != ""}
    path = f"content/records/{year}/{department.id}/{name}.yml"
    reading = source.read(source.write(data).encode(), path)
    assert reading.document is not None, reading.diagnostics
    form = fill(reading.document, Evaluation, lexicon=DECLARED.lexicon)
    assert form.value is not None, [str(fault) for fault in form.diagnostics]
    matter = matter_of(form.value, DECLARED)
    return Record(name, year, department, form.value, matter, DECLARED.columns, originals, form)


def thresholds_of(changes: Mapping[str, Any]) -> Thresholds:
    """The default thresholds with some replaced."""
    reading = source.read(source.write(dict(changes)).encode(), "content/publisher.yml")
    assert reading.document is not None, reading.diagnostics
    form = fill(reading.document, Thresholds)
    assert form.value is not None, [str(fault) for fault in form.diagnostics]
    return form.value


def found_in(
    record: Record, rule: str | None = None, thresholds: Thresholds | None = None
) -> list[Diagnostic]:
    """What the rules, or one of them, find."""
    found = runner.run(record, thresholds or Thresholds()).results
    return [fault for fault in found if rule is None or fault.rule == rule]


def catalog_of(case: Mapping[str, Any]) -> Catalog:
    """The records of a batch case: each the sound one with its changes, in its own place.

    `departments` gives some of them what others need to say, such as a successor.
    """
    entries = case["records"]
    changes = case.get("departments", {})
    departments = {
        name: DEPARTMENT.model_copy(
            update={"id": name, "name": f"示例市{name}"} | changes.get(name, {})
        )
        for name in dict.fromkeys([*(entry["department"] for entry in entries), *changes])
    }
    records = [
        record_of(
            entry.get("record", {}),
            year=int(entry["year"]),
            name=entry.get("id", "lunch"),
            department=departments[entry["department"]],
        )
        for entry in entries
    ]
    region = Region(id=DEPARTMENT.region, name="示例市")
    return Catalog((region,), tuple(departments.values()), records)


def found_in_batch(case: Mapping[str, Any], rule: str) -> list[tuple[Record, Diagnostic]]:
    """What one batch rule finds over the records of a case."""
    thresholds = thresholds_of(case.get("thresholds", {}))
    catalog = catalog_of(case)
    found = [*runner.run_batch(catalog, thresholds)]
    for document in catalog.documents:
        found += [(document.record, fault) for fault in runner.run_beside(document, catalog)]
    return [(record, fault) for record, fault in found if fault.rule == rule]
