"""What each condition of a criterion finds, and where it is silent."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from helpers import audit

from generator import source
from generator.audit import runner
from generator.audit.criteria import rule_of
from generator.audit.rulebook import Rulebook
from generator.binding.filling import fill
from generator.diagnostics import Severity
from generator.intake.relations.criteria import is_usable
from generator.model.conditions import Condition
from generator.model.criteria import Criterion
from generator.model.publisher import Thresholds
from generator.schema.vocabulary import vocabulary

TABLE = Path(__file__).parent / "conditions.yml"
CASES = list(audit.cases(TABLE))
SHORTEST = {"编号": "own", "标题": "自定", "问题": "有问题。", "建议": "请改。", "依据": "清单"}


def criterion_of(changes: Mapping[str, Any]) -> Criterion:
    reading = source.read(source.write(SHORTEST | dict(changes)).encode(), "content/criteria.yml")
    assert reading.document is not None, reading.diagnostics
    form = fill(reading.document, Criterion, lexicon=audit.DECLARED.lexicon)
    assert form.value is not None, [str(fault) for fault in form.diagnostics]
    assert is_usable(form.value)
    return form.value


def outcome(criterion: Criterion, changes: Mapping[str, Any]) -> runner.Outcome:
    book = Rulebook((rule_of(criterion),))
    return runner.run(audit.record_of(changes), Thresholds(), book)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_criterion_finds_what_the_table_says(case: dict[str, Any]) -> None:
    found = outcome(criterion_of(case["criterion"]), case.get("record", {})).results
    assert [fault.field for fault in found] == case.get("expect", [])
    for fragment in case.get("says", []):
        assert any(fragment in str(fault) for fault in found), [str(fault) for fault in found]
    for fault in found:
        assert (fault.rule, fault.severity) == ("criterion-own", Severity.HINT)
        assert fault.remedy == "请改"


def test_each_condition_has_a_case_that_speaks_and_one_that_is_silent() -> None:
    for term in vocabulary(Condition).terms.values():
        of_it = [case for case in CASES if term.label in case["criterion"].get("条件", {})]
        speaks = {bool(case.get("expect")) for case in of_it}
        rows = [len(case.get("expect", [])) for case in of_it]
        assert True in speaks, term.label
        # Silent in a case of its own, or beside a row that it speaks of.
        assert False in speaks or min(rows) < 3, term.label
