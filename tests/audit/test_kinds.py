"""Rules that do not fit a kind of document are not asked of it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from helpers import audit
from helpers.tables import valued

from generator.audit import runner
from generator.audit.coverage import Extent
from generator.audit.rulebook import BUILT_IN
from generator.model.kinds import EvaluationKind
from generator.model.publisher import Thresholds

KINDS = audit.DECLARED.kinds
TABLE: dict[str, Any] = valued(Path(__file__).parent / "kinds.yml")
GRADED_FRAME = "投入过程产出与效益-30-30-40"
"""Its form prints a grade."""
PRIVATE = {"personal-data", "personal-data-suspected", "secrecy-mark", "secrecy-words"}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_kind_names_rules_that_there_are_and_none_that_protect(kind: EvaluationKind) -> None:
    unchecked = set(kind.unchecked)
    assert unchecked <= set(BUILT_IN.pages)
    assert not unchecked & (PRIVATE | {"openness-contradicts-status", "attachment-hides"})


def test_a_rule_is_silent_where_it_does_not_fit() -> None:
    late = {"公开": {"发布机构": "甲", "成文日期": "2023-07-01", "发布日期": "2023-08-01"}}
    said = {
        kind: {fault.rule for fault in audit.found_in(audit.record_of(late | {"评价类型": kind}))}
        for kind in ("单位自评", "运行监控")
    }
    assert "date-out-of-order" in said["单位自评"]
    assert "date-out-of-order" not in said["运行监控"]


@pytest.mark.parametrize("kind", TABLE["columns"])
def test_a_kind_is_asked_what_it_can_answer(kind: str) -> None:
    column = TABLE["columns"].index(kind)
    wanted = {rule for rule, row in TABLE["rules"].items() if row.split()[column] == "R"}
    record = audit.record_of({"评价类型": kind, "指标体系": GRADED_FRAME})
    coverage = runner.run(record, Thresholds()).coverage
    fit = {one.rule for one in coverage.rules if one.extent is not Extent.UNFIT}
    fit |= audit.BATCH_RULES.keys() - set(record.kind.unchecked)
    assert fit & TABLE["rules"].keys() == wanted


def test_what_a_need_says_is_not_said_again_in_a_list() -> None:
    for kind in KINDS:
        bare = kind.model_copy(update={"unchecked": ()})
        record = audit.record_of({"评价类型": kind.name, "指标体系": GRADED_FRAME})
        matter = replace(record.matter, kind=bare)
        coverage = runner.run(replace(record, matter=matter), Thresholds()).coverage
        unfit = {one.rule for one in coverage.rules if one.extent is Extent.UNFIT}
        assert not unfit & set(kind.unchecked), kind.name
