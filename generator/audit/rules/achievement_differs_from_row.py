"""文字写的完成数与指标的完成值不同。

完成情况或意见写了一个数，同一件事的指标完成值是另一个数；预计完成写的与指标的预计完成值不同。

原因：完成了多少，表里一个数，文字一个数，读者不知道以哪个为准；往往是文字照抄了目标。

公式：完成情况、意见和结论说明的一段文字里，计量单位与指标相同的数，有下列情形之一：（1）紧跟在指
标名称后面；（2）这一单位只有一个数，指标里这一单位也只有一项，所在分句与指标名称有两个字以上相同；
（3）指标里这一单位有几项，紧接在这个数前面的字与其中一项的名称有四个字以上相同，比其他各项都多，
而且不到完成值的两倍、不少于一半。这个数既不等于完成值，也不等于指标值、预计完成值的提示；等于指标
值而写在完成情况里，或者分句写有“已、全部、完成、投入、建成”，没有写目标、计划的，也提示。有周期的
数不核对；比率、金额和写有“每、人均、平均、累计、其中、增、减、比、上年”的，只在一个分句就是指标名
称（四个字以上，可以省去前面的字）和一个数，而这个数不是完成值、指标值时提示。预计完成写的数紧跟在
指标名称后面，或者（2）那样，不等于这一项的预计完成值、完成值和两者之差，也没有写再、还、余下、下
半年的，提示。

依据：通行的文字核对要求：同一数据前后一致。只作提示。

反例：指标“受益行政村”完成 12 个，完成情况写“惠及14个行政村”。

正例：两处都写 12 个。

改法：核对两处，改为一致；不是同一件事的不必改。
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.counted import (
    LIMITED,
    NO_COUNTS,
    is_named,
    named_briefly,
    of_row,
    of_rows,
)
from generator.audit.dossier.quantities import Quantity, measured_in, quantities, words_behind
from generator.audit.dossier.rows import Row
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.source import At
from generator.values.lazily import lazily
from generator.values.text import half_width

SEVERITY = Severity.HINT
NEEDS = (needs.UNDER_WAY, needs.UNDIVIDED, needs.ROWS, needs.ACTUALS)

_DONE = lazily("已|全部|完成|投入|建成")
_TWICE, _FOURFOLD = 2, 4
"""From half of what is done up to twice of it, a count may be of the same."""
_REST = lazily("再|还|余|尚|继续|后续|下半年|[0-9]月|季度|跨年|明年|次年")
"""Words of what is still to come, rather than of the whole year."""
_AIMED = lazily("目标|计划|应|拟|需|原定|要求|任务数|指标值|[≥≤＞＜><]|不[少低高超多]|至少")
"""Words of what was to be reached: a text may copy a target with its sign."""


def check(subject: Subject) -> Iterator[Result]:
    """At the text; of several rows once for each."""
    yield from _foreseen(subject)
    for at, text in _texts(subject):
        yield from _of_figures(subject, at, text)
    texts = [(at, text, told) for at, text in _texts(subject) if (told := _counts(text))]
    rows = [row for row in subject.leaves if _is_count(row)] if texts else []
    units = Counter(measured_in(row.indicator.counted_in)[1] for row in rows)
    for at, text, told in texts:
        yield from _of_several(at, text, told, rows)
        for row in rows:
            unit = measured_in(row.indicator.counted_in)[1]
            same = [one for one in told if one.unit == unit]
            done, aims = _own(row)
            if not same or any(_is(one, number) for one in same for number in done):
                continue
            other = of_row(row.indicator.name, text, same, is_only=units[unit] == 1)
            is_told_done = at[0] == "objective"
            if other is not None and not _is_else(other, text, aims, is_told_done=is_told_done):
                yield _result(at, row, other)


def _foreseen(subject: Subject) -> Iterator[Result]:
    """What is told of the whole year, against what rows foresee."""
    text = half_width(subject.item.objective.forecast or "")
    told = _counts(text)
    rows = [row for row in subject.leaves if _is_count(row)] if told else []
    units = Counter(measured_in(row.indicator.counted_in)[1] for row in rows)
    for row in rows:
        worth, unit = measured_in(row.indicator.counted_in)
        number = row.indicator.foreseen.actual_number
        same = [one for one in told if one.unit == unit]
        if number is None or not same or any(_is(one, number * worth) for one in same):
            continue
        other = of_row(row.indicator.name, text, same, is_only=units[unit] == 1)
        rest = (number - (row.indicator.actual_number or Decimal(0))) * worth
        known = (rest, *_own(row)[0])
        if other and not _REST.search(other.before) and not any(_is(other, one) for one in known):
            yield Result(
                ("objective", "forecast"),
                f"文字写「{other.before}{other.said}」，而{row.name}预计完成值"
                f" {row.indicator.forecast_shown}",
                "请核对两处，改为一致；不是同一件事的不必改",
                other.said,
                row.indicator.forecast_shown,
            )


def _of_figures(subject: Subject, at: At, text: str) -> Iterator[Result]:
    """Rates, prices and what was added, where a clause is no more than the name and a figure."""
    names = Counter(half_width(row.indicator.name) for row in subject.leaves)
    told = quantities(text)
    for row in subject.leaves if told else ():
        indicator = row.indicator
        name, (worth, unit) = half_width(indicator.name), measured_in(indicator.counted_in)
        done = indicator.actual_number
        if done is None or names[name] > 1 or _is_count(row) or indicator.done.period:
            continue
        same = [
            one
            for one in told
            if one.unit == unit
            and (is_named(name, one) or named_briefly(tuple(names), one) == name)
        ]
        aim = indicator.target_number
        known = (done * worth, done, *(() if aim is None else (aim * worth,)))
        if same and not any(_is(one, number) for one in same for number in known):
            yield _result(at, row, same[0])


def _of_several(
    at: At, text: str, told: Sequence[Quantity], rows: Sequence[Row]
) -> Iterator[Result]:
    """Counts in a unit of several rows, each of which is one row's by the words before it."""
    by_unit: dict[str, list[Row]] = {}
    for row in rows:
        by_unit.setdefault(measured_in(row.indicator.counted_in)[1], []).append(row)
    for unit, beside in by_unit.items():
        same = [one for one in told if one.unit == unit]
        known = [number for row in beside for numbers in _own(row) for number in numbers]
        named = [half_width(row.indicator.name) for row in beside]
        for n, one in of_rows(named, same) if len(beside) > 1 else ():
            done, aims = _own(beside[n])
            is_near = any(number < _TWICE * one.value < _FOURFOLD * number for number in done)
            is_else = _is_else(one, text, aims, is_told_done=at[0] == "objective")
            is_told = of_row(named[n], text, same, is_only=False)  # which the rule tells anyway
            if is_near and not is_else and not is_told and not any(_is(one, k) for k in known):
                yield _result(at, beside[n], one)


def _result(at: At, row: Row, other: Quantity) -> Result:
    return Result(
        at,
        f"文字写「{other.before}{other.said}」，而{row.name}完成值 {row.indicator.actual_shown}",
        "请核对两处，改为一致；不是同一件事的不必改",
        other.said,
        row.indicator.actual_shown,
    )


def _texts(subject: Subject) -> Iterator[tuple[At, str]]:
    item = subject.item
    for at, text in (
        (("objective", "achieved"), item.objective.achieved),
        (("result", "opinion"), item.result.opinion),
        (("result", "note"), item.result.note),
    ):
        if text:
            yield at, half_width(text)


def _counts(text: str) -> Sequence[Quantity]:
    return [one for one in quantities(text) if one.unit not in NO_COUNTS]


def _is_count(row: Row) -> bool:
    indicator = row.indicator
    done, unit = indicator.done, measured_in(indicator.counted_in)[1]
    is_figure = indicator.actual_number is not None and not done.period
    return is_figure and unit not in NO_COUNTS and not LIMITED.search(indicator.name)


def _own(row: Row) -> tuple[tuple[Decimal, ...], tuple[Decimal, ...]]:
    """What a row has reached, and what it was to; one typed in ones is told by another rule."""
    worth, _ = measured_in(row.indicator.counted_in)
    done, aim = row.indicator.actual_number, row.indicator.target_number
    return (
        () if done is None else (done * worth, done),
        () if aim is None else (aim * worth,),
    )


def _is(told: Quantity, number: Decimal) -> bool:
    return abs(told.value - number) <= told.half


def _is_else(told: Quantity, text: str, aims: tuple[Decimal, ...], *, is_told_done: bool) -> bool:
    """Whether what is told is the target, and not said to be reached."""
    clause = told.before + words_behind(text, told)
    is_aim = any(_is(told, aim) for aim in aims)
    is_done = is_told_done or _DONE.search(clause)
    return bool(_AIMED.search(clause)) or (is_aim and not is_done)
