"""What auditors read in prose and cells, in many wordings: breadth beside the rules' own tables.

Each wording was written before anybody looked whether it is seen. What was missed or misread then
was mended, so that these cases hold what was reached; they are no measure of what comes next.
"""

from pathlib import Path
from typing import Any

import pytest
from helpers import audit
from helpers.tables import typed

TABLE: dict[str, Any] = typed(Path(__file__).parent / "breadth.yml")
RULES = {case["rule"] for case in TABLE["wrong"]}
"""The rules that are tried here."""


@pytest.mark.parametrize("case", TABLE["wrong"], ids=lambda case: case["rule"])
def test_what_is_wrong_is_seen(case: dict[str, Any]) -> None:
    assert audit.found_in(audit.record_of(case["record"]), case["rule"])


@pytest.mark.parametrize("changes", TABLE["sound"])
def test_what_is_sound_is_let_alone(changes: dict[str, Any]) -> None:
    found = audit.found_in(audit.record_of(changes))
    assert [str(fault) for fault in found if fault.rule in RULES] == []


def test_there_is_enough_of_both() -> None:
    assert len(TABLE["wrong"]) > 90
    assert len(TABLE["sound"]) > 40
    assert len(RULES) > 20
