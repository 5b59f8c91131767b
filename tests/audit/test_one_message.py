"""One mistake in a row of the score table is one message, whichever rules look at it."""

from collections import Counter
from itertools import product

import pytest
from helpers import audit

CELLS = (
    ("≥", "100", ("40", "97", "100", "120", "405", "约90", "≥100", "不适用", "")),
    ("≤", "20", ("4", "20", "26", "完成", "")),
    ("=", "12", ("11", "12", "13", "")),
    ("定性", "健全", ("健全", "基本健全", "")),
    ("", "12", ("11", "12")),
)
SCORES = (("10", "10"), ("10", "9"), ("10", "2"), ("", "9"), ("10", ""), ("", ""))
LOSS = {
    "target-missed-full-marks",
    "target-met-points-lost",
    "points-lost-without-reason",
    "score-far-from-proportion",
    "deviation-without-reason",
    "target-far-exceeded",
}
"""Rules about the target of a row and the points for it."""
FORM = {"impossible-target", "actual-not-comparable", "not-applicable-scored"}
"""Rules about what is written in its cells."""


@pytest.mark.parametrize("name", ["参加人数", "预算执行率"])
@pytest.mark.parametrize(
    "frame", ["单位自评-10-50-30-10", "决策过程产出效益", "决策管理绩效-2-13-85"]
)
def test_a_row_gets_one_message_of_each_kind(name: str, frame: str) -> None:
    rows = [
        {
            "名称": name, "分值": weight, "得分": score, "符号": sign,
            "指标值": target, "完成值": actual, "偏差原因": reason,
        }
        for sign, target, actuals in CELLS
        for actual, (weight, score), reason in product(actuals, SCORES, ("", "无", "报名不足。"))
    ]  # fmt: skip
    filled = [{key: cell for key, cell in row.items() if cell} for row in rows]
    found = audit.found_in(audit.record_of({"指标体系": frame, "指标": filled}))
    for kind in (LOSS, FORM):
        said = Counter(fault.field.split(".")[1] for fault in found if fault.rule in kind)
        assert said or name == "预算执行率"
        assert [filled[int(n)] for n, count in said.items() if count > 1] == []
