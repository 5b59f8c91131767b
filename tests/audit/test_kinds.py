"""Rules that do not fit a kind of document are not asked of it."""

import pytest
from helpers import audit

from generator.audit.rulebook import BUILT_IN
from generator.model.kinds import EvaluationKind

KINDS = audit.DECLARED.kinds
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
