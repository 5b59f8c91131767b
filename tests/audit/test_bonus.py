"""Points beyond the full marks, and vetoes, under a frame that has both."""

from typing import Any

import pytest
from helpers import audit, showcase

from generator.intake import declarations

FRAME = "贷款项目-20-50-20-10-加分"
ROWS = [{"名称": "相关性", "分值": "20%", "得分": "19"}]


@pytest.fixture(autouse=True)
def _frames(monkeypatch: pytest.MonkeyPatch) -> None:
    """The site's own frames beside the built-in ones."""
    declared = declarations.of_folder(showcase.PROJECT / "content", showcase.PROJECT)
    monkeypatch.setattr(audit, "DECLARED", declared)


def found(rule: str, **changes: Any) -> list[str]:
    record = audit.record_of({"指标体系": FRAME, "资金": "", **changes})
    return [fault.field for fault in audit.found_in(record, rule)]


def bonus(*scores: str) -> list[dict[str, str]]:
    return [{"名称": f"加分{score}", "计分": "加分", "得分": score} for score in scores]


@pytest.mark.parametrize(("total", "said"), [("23", ["result.total"]), ("22", []), ("21", [])])
def test_a_total_counts_no_more_than_all_bonuses_together_may(total: str, said: list[str]) -> None:
    rows = ROWS + bonus("2", "2")
    assert found("bonus-over-cap", 指标=rows, 评价结论={"总分": total}) == said


def test_a_total_that_stands_alone_may_reach_the_bonus() -> None:
    for total, said in (("103", []), ("120", ["result.total"])):
        assert found("score-exceeds-weight", 指标="", 评价结论={"总分": total}) == said


@pytest.mark.parametrize(
    ("actual", "grade", "said"),
    [
        ("有", "优", ["result.grade"]),
        ("发生1起", "中", ["result.grade"]),
        ("有", "差", []),
        ("无", "优", []),
        ("无重大违规", "优", []),
    ],
)
def test_a_veto_is_one_message_and_only_where_it_came_to_pass(
    actual: str, grade: str, said: list[str]
) -> None:
    rows = [
        {"名称": "效率", "分值": "50%", "得分": "95"},
        {"名称": "重大违规", "计分": "否决", "完成值": actual},
    ]
    changes = {"指标": rows, "评价结论": {"总分": "95", "等级": grade}}
    assert found("veto-ignored", **changes) == said
    assert found("grade-contradicts-score", **changes) == []
