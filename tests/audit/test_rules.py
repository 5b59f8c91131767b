"""The rules: each over its own table of cases, all over a sound record."""

from pathlib import Path
from typing import Any

import pytest
from helpers import audit, office_files

from generator.audit import rules
from generator.audit.manual import PARTS, PRECISION, manual
from generator.audit.rulebook import BUILT_IN

TABLES = sorted(file for file in audit.TABLES.glob("*.yml") if file.stem != audit.SOUND)
CASES = [
    pytest.param(table.stem, case, id=f"{table.stem}: {case['name']}")
    for table in TABLES
    if table.stem not in audit.BATCH_RULES
    for case in audit.cases(table)
]


BATCH_CASES = [
    pytest.param(table.stem, case, id=f"{table.stem}: {case['name']}")
    for table in TABLES
    if table.stem in audit.BATCH_RULES
    for case in audit.cases(table)
]


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_a_rule_finds_what_its_table_says(rule: str, case: dict[str, Any], tmp_path: Path) -> None:
    originals = tuple(
        office_files.of_text(tmp_path, name, text)
        for name, text in case.get("originals", {}).items()
    )
    record = audit.record_of(
        case.get("record", {}), year=int(case.get("year", 2023)), originals=originals
    )
    found = audit.found_in(record, rule, audit.thresholds_of(case.get("thresholds", {})))
    assert [fault.field for fault in found] == case.get("expect", [])
    for fragment in case.get("says", []):
        assert any(fragment in str(fault) for fault in found), fragment


@pytest.mark.parametrize(("rule", "case"), BATCH_CASES)
def test_a_batch_rule_finds_what_its_table_says(rule: str, case: dict[str, Any]) -> None:
    found = audit.found_in_batch(case, rule)
    assert [f"{record.address}{fault.field}" for record, fault in found] == case.get("expect", [])
    for fragment in case.get("says", []):
        assert any(fragment in str(fault) for _, fault in found), fragment


def test_a_sound_record_is_found_sound() -> None:
    assert [str(fault) for fault in audit.found_in(audit.record_of({}))] == []


@pytest.mark.parametrize("rule", [*audit.RULES, *audit.BATCH_RULES])
def test_every_rule_has_cases_that_speak_and_cases_that_stay_silent(rule: str) -> None:
    table = audit.TABLES / f"{rule}.yml"
    assert table.is_file()
    expectations = [bool(case.get("expect")) for case in audit.cases(table)]
    assert True in expectations
    assert False in expectations


@pytest.mark.parametrize("rule", [*audit.RULES, *audit.BATCH_RULES])
def test_every_rule_is_its_own_manual_page(rule: str) -> None:
    page = manual(audit.RULES.get(rule) or audit.BATCH_RULES[rule])
    assert page.title
    assert page.summary
    assert tuple(page.parts) == (*PARTS, PRECISION)
    assert all(page.parts.values())


def test_every_module_of_a_rule_is_registered() -> None:
    folder = Path(rules.__file__).parent
    modules = {path.stem for path in folder.glob("[!_]*.py")}
    registered = {name.replace("-", "_") for name in BUILT_IN.manuals}
    assert modules == registered
