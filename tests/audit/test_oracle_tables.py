"""Drawn tables: what they add up to, and which sums the audit calls wrong, held against fractions.

Breakdowns of money, lists of items in several units, points added, taken and not counted, weights
in per cent. Some sums are right, some are off by more than rounding can explain.
"""

from collections import Counter
from fractions import Fraction
from random import Random
from typing import Any

import pytest
from helpers import audit, oracle
from helpers.thorough import THOROUGH

from generator.intake.records import Record

DRAWN = 1_000 if THOROUGH else 60
STAGES = {
    "年初预算": "initial_budget",
    "全年预算": "adjusted_budget",
    "到位": "received",
    "支出": "spent",
}
LABELS = {"明细": "来源", "按用途": "名称", "按地区": "名称"}
BARE = dict.fromkeys(
    ("项目", "资金", "绩效目标", "指标", "评价结论", "问题", "建议", "指标体系"), ""
)
Row = dict[str, Any]


def decimal(fraction: Fraction, places: int) -> str:
    """A number as a table prints it; it must have no more places."""
    whole = fraction * 10**places
    assert whole.denominator == 1
    digits = f"{abs(whole.numerator):0{places + 1}d}"
    sign = "-" if whole < 0 else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def split(chance: Random, whole: int, number: int) -> list[int]:
    """Parts of at least one each."""
    ends = sorted(chance.sample(range(1, whole), number - 1))
    return [end - start for start, end in zip([0, *ends], [*ends, whole], strict=True)]


def found(record: Record, rule: str) -> Counter[str]:
    return Counter(fault.field for fault in audit.found_in(record, rule))


def equal(value: object, fraction: Fraction | None) -> bool:
    return (None if value is None else Fraction(str(value))) == fraction


def drawn_funds(chance: Random) -> Row:
    """A fund table in hundredths: a cut is right, off, not complete or not there at all."""
    cuts = chance.sample(list(oracle.CUTS), chance.randint(1, 4))
    funds: Row = {"单位": "万元"}
    totals = {stage: chance.randint(100_000, 900_000) for stage in STAGES}
    for cut in (name for name in oracle.CUTS if name in cuts):
        number = 1 if cut == "按年度" else chance.randint(2, 4)
        rows: list[Row] = [{LABELS.get(cut, "年度"): f"甲{n}"} for n in range(number)]
        if cut == "按年度":
            rows = [{"年度": "2023"}]
        for stage, total in totals.items():
            parts = split(chance, total, number)
            parts[0] += chance.choice((0, 0, 0, 1_700, 4_300))
            for row, part in zip(rows, parts, strict=True):
                row[stage] = decimal(Fraction(part, 100), 2)
            if chance.random() < 0.1:
                del rows[-1][stage]
        funds[cut] = rows
    if chance.random() < 0.6:
        funds["合计"] = {stage: decimal(Fraction(total, 100), 2) for stage, total in totals.items()}
    return funds


@pytest.mark.parametrize("seed", range(DRAWN))
def test_each_cut_of_the_money_adds_to_the_total(seed: int) -> None:
    typed = drawn_funds(Random(seed))
    record = audit.record_of({"格式": "2", "资金": typed})
    funds = record.evaluation.funds
    assert funds is not None
    for stage in funds.stages:
        name = next(chinese for chinese, english in STAGES.items() if english == stage.value)
        sums = [oracle.cut(typed, cut, name) for cut in oracle.CUTS if cut in typed]
        first = next(((s, full) for s, full in sums if s is not None), (None, True))
        assert equal(funds.total(stage).computed, first[0] if first[1] else None)
        for breakdown in funds.breakdowns:
            cut = next(c for c, english in oracle.CUTS.items() if breakdown.at[-1] == english)
            summed, full = oracle.cut(typed, cut, name)
            own = funds.beside_total(breakdown.rows, stage).computed
            assert equal(own, summed if full else None)
    if "合计" in typed:
        off = [
            f"funds.stated_total.{STAGES[stage]}" if cut == "合计" else f"funds.{oracle.CUTS[cut]}"
            for stage, cut in oracle.cuts_off(typed, tuple(STAGES))
        ]
        assert found(record, "money-parts-do-not-add-up") == Counter(off)
        assert found(record, "breakdowns-disagree") == Counter()
    else:
        apart = [f"funds.{oracle.CUTS[cut]}" for _, cut in oracle.cuts_apart(typed, tuple(STAGES))]
        assert found(record, "breakdowns-disagree") == Counter(apart)
        assert found(record, "money-parts-do-not-add-up") == Counter()


PLACES = {"元": 0, "万元": 2, "亿元": 6}


def drawn_items(chance: Random) -> Row:
    """A list of projects, each in its own unit, and what they are said to come to."""
    items: list[Row] = []
    sums = {"全年预算": 0, "支出": 0}
    for n in range(chance.randint(2, 5)):
        unit = chance.choice(list(oracle.UNITS))
        total = {}
        for stage in sums:
            hundreds = chance.randint(1_000, 900_000)
            sums[stage] += hundreds
            total[stage] = decimal(Fraction(hundreds * 100, oracle.UNITS[unit]), PLACES[unit])
        if chance.random() < 0.1:
            del total["支出"]
        funds = {"单位": unit, "合计": total}
        items.append({"编号": f"p{n}", "项目": {"名称": f"项目{n}"}, "资金": funds})
    unit = chance.choice(list(oracle.UNITS))
    stated = {
        stage: decimal(
            Fraction((hundreds + chance.choice((0, 0, 7_000, -900))) * 100, oracle.UNITS[unit]),
            PLACES[unit],
        )
        for stage, hundreds in sums.items()
    }
    return {"资金": {"单位": unit, "合计": stated}, "分项": items}


@pytest.mark.parametrize("seed", range(DRAWN))
def test_a_list_comes_to_what_its_items_come_to(seed: int) -> None:
    typed = drawn_items(Random(seed))
    record = audit.record_of({**BARE, "格式": "2", "评价类型": "结果通报", **typed})
    off = []
    for stage in ("全年预算", "支出"):
        parts = [oracle.in_yuan(item["资金"], stage) for item in typed["分项"]]
        known = [part for part in parts if part is not None]
        if len(known) == len(parts) and sum(known) != oracle.in_yuan(typed["资金"], stage):
            off.append(f"funds.stated_total.{STAGES[stage]}")
    assert found(record, "document-total-mismatch") == Counter(off)


def drawn_points(chance: Random) -> tuple[list[Row], str]:
    """A score table without a frame, weights in per cent or plain, with at most one sum off."""
    sign = chance.choice(("%", ""))
    rows: list[Row] = []
    whole = 100 if sign else 90  # of plain points nobody says how many there are
    for n, weight in enumerate(split(chance, whole, chance.randint(2, 4))):
        row: Row = {"名称": f"一级{n}", "分值": f"{weight}{sign}"}
        if weight > 3 and chance.random() < 0.7:
            row["下级"] = [
                {"名称": f"二级{n}{m}", "分值": f"{part}{sign}", "得分": scored(chance, part)}
                for m, part in enumerate(split(chance, weight, chance.randint(2, 3)))
            ]
            row["得分"] = decimal(oracle.leaf_sum([row], "得分"), 2)
        else:
            row["得分"] = scored(chance, weight)
        rows.append(row)
    minus = chance.choice(("-", ""))
    for counting, score in (
        ("加分", "1.5"),
        ("扣分", f"{minus}2.5"),
        ("不计", "4"),
        ("否决", None),
    ):
        if chance.random() < 0.5:
            row = {"名称": f"{counting}项", "计分": counting}
            row |= {"得分": score} if score else {"完成值": "无"}
            rows.append(row | ({"分值": f"5{sign}"} if chance.random() < 0.5 else {}))
    if chance.random() < 0.2:
        name = f"{minus}3"
        below = [{"名称": "迟报", "得分": f"{minus}1"}, {"名称": "漏报", "得分": f"{minus}2"}]
        rows.append({"名称": "减分", "计分": "扣分", "得分": name, "下级": below})
    return rows, sign


def scored(chance: Random, weight: int) -> str:
    return decimal(Fraction(weight * chance.randint(40, 100), 100), 2)


@pytest.mark.parametrize("seed", range(DRAWN))
def test_points_add_up_as_they_count(seed: int) -> None:
    chance = Random(seed)
    rows, sign = drawn_points(chance)
    total = oracle.leaf_sum(rows, "得分")
    wrong = chance.choice(("nothing", "total", "group", "weight", "turned"))
    stated = total + (chance.choice((-4, 3)) if wrong == "total" else 0)
    if wrong == "turned":  # a deduction added, or what does not count counted
        stated = sum(
            (oracle.leaf_sum([{**row, "计分": "基本"}], "得分") for row in rows), Fraction(0)
        )
        stated += sum((abs(p) - p for p in map(typed_score, rows) if p < 0), Fraction(0))
    groups = [n for n, row in enumerate(rows) if "下级" in row and "计分" not in row]
    off: list[str] = [] if stated == total else ["result.total"]
    if wrong == "group" and groups:
        n = chance.choice(groups)
        rows[n]["得分"] = decimal((oracle.number(rows[n]["得分"]) or Fraction(0)) + 2, 2)
        off = [f"indicators.{n}.score"]
    heavy: list[str] = []
    if wrong == "weight" and groups:
        n = chance.choice(groups)
        rows[n]["分值"] = f"{(oracle.number(rows[n]['分值']) or 0) + 2}{sign}"
        heavy = [f"indicators.{n}.weight"]
    record = audit.record_of(
        {
            **BARE,
            "项目": {"名称": "甲"},
            "格式": "2",
            "指标": rows,
            "评价结论": {"总分": decimal(stated, 2)},
        }
    )
    item, frame = record.evaluation, record.matter.frame
    assert equal(item.total(frame).computed, oracle.summed(rows, "得分"))
    assert equal(item.full_marks(frame).computed, oracle.summed(rows, "分值"))
    assert found(record, "scores-do-not-add-up") == Counter(off)
    assert found(record, "weights-do-not-add-up") == Counter(heavy)


def typed_score(row: Row) -> Fraction:
    return oracle.number(row.get("得分")) or Fraction(0)


@pytest.mark.parametrize("seed", range(DRAWN))
def test_a_score_is_its_part_of_the_weight(seed: int) -> None:
    chance = Random(seed)
    rows: list[Row] = []
    off = []
    for n, weight in enumerate(split(chance, 100, 5)):
        rate = Fraction(chance.randint(2_000, 9_900), 100)
        due = Fraction(weight) * rate / 100
        printed = Fraction((due * 100 * 2 + 1) // 2, 100)
        if chance.random() < 0.3 and printed > 1:
            printed -= Fraction(1, 2)
            off.append(f"indicators.{n}.score")
        sign = chance.choice(("%", ""))
        rows.append(
            {
                "名称": f"指标{n}",
                "分值": f"{weight}{sign}",
                "得分率": f"{decimal(rate, 2)}{sign}",
                "得分": decimal(printed, 2),
            }
        )
    record = audit.record_of({**BARE, "项目": {"名称": "甲"}, "格式": "2", "指标": rows})
    assert found(record, "rate-times-weight") == Counter(off)
