"""指标值与绩效目标写的数不同。

预期目标或资金用途写了一个数，同一件事的指标值是另一个数。

原因：指标由绩效目标分解而来；两处不同，就不知道要完成多少，往往是改了一处，漏改另一处。

公式：预期目标（有调整后目标的看调整后目标）里，计量单位与指标相同的数没有一个等于指标值或完成值，
并且有下列情形之一，提示：（1）有一个数紧跟在指标名称后面；（2）目标里这一单位只有一个数，指标里这
一单位也只有一项，前后文字与指标名称有两个字以上相同；（3）写“为（给、对等）N人提供……”，后面正是去
掉“人数、户数”一类字的指标名称（四个字以上）。调整后目标写“某指标由A调整（提高、降低等）为B”，指标
值不等于A也不等于B的，提示。实施期目标写的数与「实施期指标值」一栏也这样核对。事前的文件，按用途的
一行写有数量，名称由同样的字组成（四个字以上的，字都在指标名称里）、计量单位相同而数量不同的，也提
示（目标写有指标值那个数的除外）。有周期的指标值不核对；比率、金额和写有“每、人均、平均、累计、其
中、增、减、比、上年、实施期”的，只在目标的一个分句就是指标名称（四个字以上）和一个数，这个数又不
是指标值或完成值时提示。

依据：绩效指标应与绩效目标对应（财预〔2015〕88号要求目标细化量化），通行的审核要求。只作提示。

反例：预期目标“购置图书16000册”，指标“购置图书 ≥12000册”。

正例：两处都写 16000 册。

改法：核对两处，改为一致；不是同一件事的不必改。
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.counted import LIMITED, NO_COUNTS, is_named, of_row, of_rows
from generator.audit.dossier.last_year import without_unit
from generator.audit.dossier.quantities import measured_in, quantities
from generator.audit.dossier.rows import Row
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import FundUse
from generator.model.kinds import Timing
from generator.values.cells.cell import Reads
from generator.values.lazily import lazily
from generator.values.money import grouped, parse
from generator.values.text import half_width

SEVERITY = Severity.HINT
NEEDS = (needs.AIMING, needs.ROWS, needs.TARGETS)

_CHANGED = lazily(
    r"(?:指标值?|目标值?)?[由从](?P<before>\d[^，,。；;]{0,10}?)"
    r"(?:调整|调[增减高低]|[上下]调|提高|增加|减少|降低|变更|修改|压减|缩减)(?:为|至|到)\s?(?=\d)",
    re.ASCII,
)
"""Behind a row's name: `由8.6万人调整为9.0万人`."""
_COLUMN = "实施期指标值"
_TELLING = 4
"""Signs of a use's name from which on a row that has them all is of the same thing."""


def check(subject: Subject) -> Iterator[Result]:
    """At the target."""
    aims = subject.item.objective
    text = half_width(aims.adjusted or aims.expected or "")
    told = quantities(text)
    is_planned_only = subject.kind.timing is Timing.BEFORE
    uses = subject.item.funds.by_use if subject.item.funds and is_planned_only else ()
    if not told and not uses and not aims.whole_term:
        return
    if told:
        yield from _of_figures(subject, text)
    if aims.whole_term:
        yield from _of_term(subject, half_width(aims.whole_term))
    if aims.adjusted:
        yield from _changed(subject, text)
    rows = [row for row in subject.leaves if _is_count(row)]
    units = Counter(measured_in(row.indicator.counted_in)[1] for row in rows)
    for row in rows:
        number, (worth, unit) = row.indicator.target_number, measured_in(row.indicator.counted_in)
        if number is None:
            continue
        own = number * worth
        same = [one for one in told if one.unit == unit]
        done = row.indicator.actual_number
        if done is None and not is_planned_only:
            continue  # what was done may be what the objective tells
        known = (own, *((done * worth,) if done is not None else ()))
        is_changed = row.indicator.name in text and _CHANGED.search(text) is not None
        is_told = is_changed or any(
            abs(one.value - value) <= one.half for one in same for value in known
        )
        other = (
            None if is_told else of_row(row.indicator.name, text, same, is_only=units[unit] == 1)
        )
        by_use = "" if is_told else _of_uses(row, uses, own)
        where = f"绩效目标写「{other.before}{other.said}」" if other else by_use
        if where:
            yield Result(
                row.at("target"),
                f"{row.name}指标值 {row.indicator.target_shown}，而{where}",
                "请核对两处，改为一致；不是同一件事的不必改",
                row.indicator.target_shown,
                other.said if other else "",
            )


def _of_term(subject: Subject, text: str) -> Iterator[Result]:
    """What the whole term is to bring, against the column of its targets."""
    told = quantities(text)
    rows = [row for row in subject.leaves if _is_count(row) and row.indicator.extra.get(_COLUMN)]
    units = Counter(measured_in(row.indicator.counted_in)[1] for row in rows)
    for row in rows:
        worth, unit = measured_in(row.indicator.counted_in)
        cell = row.indicator.extra[_COLUMN]
        number = parse(without_unit(row.indicator, cell)) if isinstance(cell, str) else None
        same = [one for one in told if one.unit == unit]
        if number is None or any(abs(one.value - number * worth) <= one.half for one in same):
            continue
        name = row.indicator.name
        names = [other.indicator.name for other in rows if _unit(other) == unit]
        found = dict(of_rows(names, same))
        other = of_row(name, text, same, is_only=units[unit] == 1) or found.get(names.index(name))
        if other:
            yield Result(
                ("objective", "whole_term"),
                f"文字写「{other.before}{other.said}」，而{row.name}{_COLUMN} {cell}",
                "请核对两处，改为一致；不是同一件事的不必改",
                other.said,
                str(cell),
            )


def _unit(row: Row) -> str:
    return measured_in(row.indicator.counted_in)[1]


def _changed(subject: Subject, text: str) -> Iterator[Result]:
    """Targets that an adjustment names with what they were and are to be."""
    for row in subject.leaves:
        indicator = row.indicator
        number, (worth, unit) = indicator.target_number, measured_in(indicator.counted_in)
        name = half_width(indicator.name)
        start = text.find(name)
        match = _CHANGED.match(text, start + len(name)) if start >= 0 else None
        if match is None or number is None or len(name) < _TELLING:
            continue
        ends = (match.start("before"), match.end())
        told = [one for one in quantities(text) if one.unit == unit and one.start in ends]
        own = number * worth
        if len(told) == len(ends) and not any(abs(one.value - own) <= one.half for one in told):
            yield Result(
                row.at("target"),
                f"{row.name}指标值 {indicator.target_shown}，"
                f"而调整后目标写「{text[start : match.end()]}{told[-1].said}」",
                "请核对两处，改为一致",
                indicator.target_shown,
                told[-1].said,
            )


def _of_figures(subject: Subject, text: str) -> Iterator[Result]:
    """Rates, prices and means whose whole name begins a clause of the objective, with a figure."""
    names = Counter(half_width(row.indicator.name) for row in subject.leaves)
    for row in subject.leaves:
        indicator = row.indicator
        number, (worth, unit) = indicator.target_number, measured_in(indicator.counted_in)
        name = half_width(indicator.name)
        is_sought = names[name] == 1 and name in text
        if number is None or not is_sought or _is_count(row) or indicator.aim.period:
            continue
        told = [one for one in quantities(text) if one.unit == unit and is_named(name, one)]
        done = indicator.actual_number
        known = [value * worth for value in (number, done) if value is not None]
        if told and not any(abs(one.value - own) <= one.half for one in told for own in known):
            yield Result(
                row.at("target"),
                f"{row.name}指标值 {indicator.target_shown}，"
                f"而绩效目标写「{told[0].before}{told[0].said}」",
                "请核对两处，改为一致；不是同一件事的不必改",
                indicator.target_shown,
                told[0].said,
            )


def _is_count(row: Row) -> bool:
    indicator = row.indicator
    aim, unit = indicator.aim, measured_in(indicator.counted_in)[1]
    is_figure = aim.reads is Reads.FIGURE and not aim.period
    return is_figure and unit not in NO_COUNTS and not LIMITED.search(indicator.name)


def _of_uses(row: Row, uses: Sequence[FundUse], own: Decimal) -> str:
    """What the table of uses counts of the same thing; empty where it agrees, or has none."""
    unit = measured_in(row.indicator.counted_in)[1]
    for use in uses:
        worth, counted = measured_in(use.quantity_unit or "")
        is_named = len(use.name) >= _TELLING and not Counter(use.name) - Counter(row.indicator.name)
        is_same = is_named or sorted(use.name) == sorted(row.indicator.name)
        if counted == unit and is_same and use.quantity is not None and use.quantity * worth != own:
            return f"资金用途「{use.name}」数量 {grouped(use.quantity)}{use.quantity_unit}"
    return ""
