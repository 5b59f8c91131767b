"""The demo's figures, worked out again with fractions by somebody who does not know the program."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from helpers import demo_site

pytestmark = pytest.mark.slow

Record = dict[str, Any]
STAGES = ("年初预算", "全年预算", "到位", "支出")
BANDS = ((90, "优"), (80, "良"), (60, "中"), (0, "差"))
WHOLE_POINTS = "决策管理绩效-2-13-85"
OF_RECEIVED = "决策过程产出效益"


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> list[Record]:
    made = demo_site.made(tmp_path_factory.mktemp("demo"), 220, 11)
    evaluations = evaluations_of(made)
    assert len(evaluations) > 200
    return evaluations


def evaluations_of(project: Path) -> list[Record]:
    """The evaluations; documents beside them give no points and are no end of a year."""
    files = demo_site.record_files(project)
    return [data for file in files if (data := demo_site.data_of(file))["格式"] == "1"]


def number(text: str) -> Fraction:
    return Fraction(text.removesuffix("%"))


def totals(record: Record) -> dict[str, Fraction]:
    rows = record["资金"]["明细"]
    return {stage: sum((number(row[stage]) for row in rows), Fraction(0)) for stage in STAGES}


def leaves(rows: list[Record]) -> list[Record]:
    return [leaf for row in rows for leaf in (leaves(row["下级"]) if "下级" in row else [row])]


def half_up(value: Fraction, places: int) -> Fraction:
    scale = 10**places
    return Fraction((value * scale + Fraction(1, 2)).__floor__(), scale)


def met(leaf: Record) -> bool | None:
    """Whether a target in numbers was met; None for one in words."""
    if leaf.get("符号") in (None, "定性"):
        return None
    target, actual = number(leaf["指标值"]), number(leaf["完成值"])
    signs = {"≥": actual >= target, "≤": actual <= target, "=": actual == target}
    return signs[leaf["符号"]]


def test_money_adds_up(records: list[Record]) -> None:
    for record in records:
        funds = record["资金"]
        sums = totals(record)
        for stage, stated in funds.get("合计", {}).items():
            assert number(stated) == sums[stage]
        assert sums["支出"] <= sums["到位"] <= sums["全年预算"]
        for row in funds["明细"]:
            assert number(row["支出"]) <= number(row["到位"]) <= number(row["全年预算"])


def test_rates_are_what_the_amounts_give(records: list[Record]) -> None:
    parts = {
        "支出/预算": ("支出", "全年预算"),
        "支出/到位": ("支出", "到位"),
        "到位/预算": ("到位", "全年预算"),
    }
    for record in records:
        sums = totals(record)
        for stated in record["资金"].get("报告列示", {}).values():
            part, base = parts[stated["口径"]]
            assert number(stated["数值"]) == half_up(100 * sums[part] / sums[base], 2)


def test_what_needs_a_reason_has_one(records: list[Record]) -> None:
    for record in records:
        sums = totals(record)
        low = sums["支出"] < Fraction(9, 10) * sums["全年预算"]
        if low or sums["年初预算"] != sums["全年预算"]:
            assert record["资金"]["说明"]


def test_weights_and_scores_add_up_at_each_level(records: list[Record]) -> None:
    def walk(row: Record) -> None:
        for name in ("分值", "得分", "复核分"):
            if "下级" in row and name in row:
                assert number(row[name]) == sum(number(below[name]) for below in row["下级"])
        for below in row.get("下级", ()):
            walk(below)

    scored = [record for record in records if "评价结论" in record]
    assert len(scored) > 150
    for record in scored:
        rows = record["指标"]
        for row in rows:
            walk(row)
        assert sum(number(row["分值"]) for row in rows) == 100
        total = sum(number(row["得分"]) for row in rows)
        assert number(record["评价结论"]["总分"]) == total
        assert record["评价结论"]["等级"] == next(name for start, name in BANDS if total >= start)


def test_points_follow_the_results(records: list[Record]) -> None:
    for record in records:
        places = 0 if record["指标体系"] == WHOLE_POINTS else 2
        for leaf in leaves(record["指标"]):
            was_met = met(leaf)
            if "分值" not in leaf:
                continue
            weight, score = number(leaf["分值"]), number(leaf["得分"])
            assert 0 <= score <= weight
            assert 0 < weight <= 30
            if was_met is False:
                target, actual = number(leaf["指标值"]), number(leaf["完成值"])
                ratio = target / actual if leaf["符号"] == "≤" else actual / target
                # An actual rate is printed with two places, its score comes from all of them.
                assert abs(score - weight * ratio) <= Fraction(5, 10**places * 10) + Fraction(
                    1, 500
                )
                assert score < weight
            elif was_met:
                assert score == weight
            if score < weight or was_met is False:
                assert leaf.get("偏差原因")
                assert leaf.get("改进措施")


def test_execution_is_weight_times_rate(records: list[Record]) -> None:
    found = 0
    for record in records:
        sums = totals(record)
        base = "到位" if record["指标体系"] == OF_RECEIVED else "全年预算"
        for leaf in leaves(record["指标"]):
            if leaf["名称"] in ("预算执行率", "预算完成率") and "分值" in leaf:
                found += 1
                rate = min(Fraction(1), sums["支出"] / sums[base])
                assert number(leaf["得分"]) == half_up(number(leaf["分值"]) * rate, 2)
    assert found > 100


def test_whatever_was_lost_was_found(records: list[Record]) -> None:
    for record in records:
        missed = [leaf for leaf in leaves(record["指标"]) if leaf.get("偏差原因")]
        sums = totals(record)
        if missed or sums["支出"] < sums["全年预算"]:
            assert record["问题"]
        else:
            assert "问题" not in record


def test_days_are_in_order(records: list[Record]) -> None:
    for record in records:
        head = record["公开"]
        year = int(record["标题"][:4])
        days = (head["成文日期"], head["批复日期"], head["发布日期"])
        assert f"{year + 1}-01-01" < days[0] <= days[1] <= days[2]


def test_records_are_not_made_by_the_test_s_own_rules(tmp_path: Path) -> None:
    """The oracle notices a fault: otherwise it proves nothing."""
    made = demo_site.made(tmp_path, 40, 11, "1")
    planted = evaluations_of(made)
    with pytest.raises(AssertionError):
        test_points_follow_the_results(planted)
