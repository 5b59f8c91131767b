"""Sums of money and points in fractions, as a record is typed; shares no code with the model."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

CUTS = {"明细": "rows", "按用途": "by_use", "按年度": "by_year", "按地区": "by_place"}
"""The breakdowns of a fund table, in their order, with their English names."""
UNITS = {"元": 1, "万元": 10_000, "亿元": 100_000_000}
Row = dict[str, Any]


def number(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text.replace(",", "").removesuffix("%"))


def scored(row: dict[str, Any]) -> bool:
    """Whether a row has any points, or one below it."""
    return any(key in row for key in ("分值", "得分", "复核分")) or any(
        scored(below) for below in row.get("下级", [])
    )


def summed(rows: list[dict[str, Any]], key: str) -> Fraction | None:
    """Of each row what it states, else what its own rows give; a deduction is taken away.

    Rows without points have no part in it, nor a veto; full marks are those of ordinary rows.
    """
    parts = []
    for row in rows:
        counting = row.get("计分", "基本")
        if counting in ("否决", "不计") or not scored(row):
            continue
        if counting != "基本" and (key == "分值" or key not in row):
            continue
        part = number(row[key]) if key in row else summed(row.get("下级", []), key)
        parts.append(-abs(part) if counting == "扣分" and part is not None else part)
    known = [part for part in parts if part is not None]
    return sum(known, Fraction(0)) if parts and len(known) == len(parts) else None


def money(funds: dict[str, Any], *stages: str) -> Fraction | None:
    """A stage's total row, else the sum of its rows; the first stage that has one."""
    for stage in stages:
        stated = funds.get("合计", {}).get(stage)
        if stated is not None:
            return Fraction(stated)
        for breakdown in CUTS:
            rows = funds.get(breakdown, [])
            parts = [Fraction(row[stage]) for row in rows if stage in row]
            if parts:
                return sum(parts, Fraction(0)) if len(parts) == len(rows) else None
    return None


def cut(funds: Mapping[str, Any], name: str, stage: str) -> tuple[Fraction | None, bool]:
    """What a breakdown adds up to, None where no row has the stage; and whether all have it."""
    parts = [Fraction(row[stage]) for row in funds[name] if stage in row]
    return (sum(parts, Fraction(0)) if parts else None), len(parts) == len(funds[name])


def cuts_off(funds: Mapping[str, Any], stages: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Stage by stage the breakdowns that do not make up the stated total, exactly.

    All at the total where none of them makes it up. Of a part no more is known than that it is not
    more than the whole.
    """
    for stage in stages:
        stated = Fraction(funds["合计"][stage])
        sums = {name: cut(funds, name, stage) for name in CUTS if name in funds}
        given = {name: (s, full) for name, (s, full) in sums.items() if s is not None}
        off = [n for n, (s, full) in given.items() if s > stated or (full and s != stated)]
        if any(full and s == stated for s, full in given.values()):
            yield from ((stage, name) for name in off)
        elif off:
            yield stage, "合计"


def cuts_apart(funds: Mapping[str, Any], stages: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Stage by stage the first breakdown that adds up to another sum than the one before all."""
    for stage in stages:
        sums = {name: cut(funds, name, stage) for name in CUTS if name in funds}
        whole = [(name, s) for name, (s, full) in sums.items() if full]
        yield from [(stage, name) for name, s in whole[1:] if s != whole[0][1]][:1]


def in_yuan(funds: Mapping[str, Any], stage: str) -> Fraction | None:
    """The stated total of a fund table, in the smallest unit."""
    typed = funds["合计"].get(stage)
    return None if typed is None else Fraction(typed) * UNITS[funds["单位"]]


def leaf_sum(rows: Sequence[Row], key: str) -> Fraction:
    """The leaves of all rows added up, whatever the rows above them state."""
    found = Fraction(0)
    for row in rows:
        counting = row.get("计分", "基本")
        if counting in ("否决", "不计") or (key == "分值" and counting != "基本"):
            continue
        below = [{"计分": counting, **one} for one in row.get("下级", [])]
        part = leaf_sum(below, key) if below else number(row.get(key)) or Fraction(0)
        found += -abs(part) if counting == "扣分" else part
    return found
