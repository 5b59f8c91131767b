"""The exception that a message offers, pasted and filled in, accepts just that result."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from helpers import audit, showcase

from generator import source
from generator.audit import runner
from generator.audit.exceptions import NEVER_ACCEPTED, WAIVED_SINGLY, excepted
from generator.audit.manual import name_of
from generator.audit.ordinary import reasons
from generator.audit.registry import CHECKS
from generator.audit.rulebook import BUILT_IN
from generator.binding.filling import fill
from generator.cli import main
from generator.diagnostics import Diagnostic
from generator.intake.records import Record
from generator.model.evaluation import Evaluation
from generator.schema.languages import Language

NEEDS_FILES = {"attachment-not-read"}
"""Rules whose cases are files beside the record."""
OF_ONE = sorted((reasons().keys() & {name_of(check) for check in CHECKS}) - NEEDS_FILES)
LATEST = date(2026, 12, 31)
OTHER = '  - {规则: spent-over-budget, 理由: 另有来源, 岗位: 绩效科, 日期: "2024-01-01"}\n'


def firing(rule: str) -> Iterator[tuple[Record, Diagnostic]]:
    """The records of the rule's cases in which it finds something, each with its first result."""
    for case in audit.cases(audit.TABLES / f"{rule}.yml"):
        if case.keys() <= {"name", "record", "expect", "says", "year"} and case.get("expect"):
            record = audit.record_of(case["record"], year=int(case.get("year", 2023)))
            yield record, next(iter(audit.found_in(record, rule)))


def read_again(record: Record, text: str) -> Record:
    """The record as its file would be with this text."""
    document = source.read(text.encode(), record.path).document
    assert document is not None, text
    form = fill(document, Evaluation, lexicon=audit.DECLARED.lexicon)
    assert form.value is not None, [str(fault) for fault in form.diagnostics]
    return replace(record, evaluation=form.value, form=form)


def filled(waiver: str) -> str:
    return waiver.replace('岗位: ""', "岗位: 绩效科").replace('日期: ""', "日期: 2024-01-01")


def test_only_rules_that_an_exception_accepts_are_offered_one() -> None:
    assert reasons().keys() <= BUILT_IN.manuals.keys() - WAIVED_SINGLY - NEVER_ACCEPTED
    assert all(reasons().values())


@pytest.mark.parametrize("rule", OF_ONE)
def test_what_is_offered_accepts_the_result(rule: str) -> None:
    record, fault = next(firing(rule))
    text = source.write(record.form.document.data) + filled(fault.waiver) + "\n"
    pasted = read_again(record, text)
    found = runner.run(pasted, audit.thresholds_of({})).results
    told = list(excepted(pasted, found, LATEST, BUILT_IN))
    [same] = [one for one in told if (one.rule, one.field) == (rule, fault.field)]
    assert same.accepted
    # Nothing else is, and nothing is wrong with the exception.
    assert [one.rule for one in told if one.accepted] == [rule]
    assert not any(one.field.startswith("exceptions") for one in told)


def test_a_record_with_exceptions_is_offered_one_line_for_its_block() -> None:
    record, _ = next(firing("total-missing"))
    text = source.write(record.form.document.data) + f"例外:\n{OTHER}"
    other = read_again(record, text)
    [fault] = audit.found_in(other, "total-missing")
    assert fault.waiver.startswith("  - {规则: total-missing, ")
    pasted = read_again(record, text + filled(fault.waiver) + "\n")
    assert len(pasted.evaluation.exceptions) == 2


def test_what_is_offered_speaks_the_language_of_the_file() -> None:
    record, fault = next(firing("total-missing"))
    assert fault.waiver.startswith("例外:\n  - {规则: total-missing, 字段: 评价结论.总分, 理由: ")
    english = replace(record, form=replace(record.form, language=Language.ENGLISH))
    [same] = audit.found_in(english, "total-missing")
    assert same.waiver.startswith("exceptions:\n  - {rule: total-missing, ")


def check(project: Path, *arguments: str) -> Any:
    return CliRunner().invoke(main, ["check", "--project", str(project), *arguments])


def test_the_command_prints_it_and_refuses_it_unfilled(tmp_path: Path) -> None:
    project = showcase.small_to(tmp_path)
    only = ("--rule", "total-missing")
    said = check(project, *only).stdout
    offered = re.findall(r"^    \| (.*)$", said, re.MULTILINE)
    assert offered[0] == "例外:"
    assert "填上岗位和日期；已有「例外:」的，只加它下面的一行：" in said
    record = project / showcase.SEED_RECORD
    text = record.read_text(encoding="utf-8")
    record.write_text("\n".join([text, *offered, ""]), encoding="utf-8")
    refused = check(project)
    assert refused.exit_code == 1
    assert "「岗位」" in refused.stdout
    assert "「日期」" in refused.stdout
    record.write_text("\n".join([text, *map(filled, offered), ""]), encoding="utf-8")
    [accepted] = json.loads(check(project, *only, "--format", "json").stdout)
    assert accepted["accepted"] is True
    assert "    | " not in check(project, *only).stdout
