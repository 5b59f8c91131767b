"""一行的等级与它的得分、完成值不符。

一行的等级比得分低的各行还差，或比得分高的各行还好；未达标的写“已达标”，达标的写“未达标”。

原因：等级和得分说的是同一件事；反过来的，多半是填错了行。

公式：（1）同一张表写有分值、得分和等级（优、良、中、差等）的各行：得分率至少比两行高、等级却比它们
都差，并且没有得分率比它低而等级更差的；或者得分率至少比两行低、等级却比它们都好，并且没有得分率比
它高而等级更好的，提示这一行。得分率相差不到 2 个百分点的不比。（2）等级写“已达标、完成、实现”一类
，而完成值没有达到指标值；写“未达标、未完成”而完成值达到了的，提示。水质断面的类别（Ⅰ至Ⅴ类、劣Ⅴ类）
数字大的为差。

依据：通行的核对要求：等级与得分、完成值一致。只作提示。

反例：满分 20 分得 19 分的一行等级为“差”，得 15 分的一行为“中”；水质指标值Ⅲ类、完成Ⅳ类，写“已达标”。

正例：得分率越高，等级越好。

改法：核对这一行的等级。
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.rows import Row
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.text import half_width, shown

SEVERITY = Severity.HINT
NEEDS = (needs.ROWS, needs.ROW_GRADES)

_RANKS: Mapping[str, int] = MappingProxyType(
    {"优": 0, "优秀": 0, "良": 1, "良好": 1, "较好": 1, "中": 2, "中等": 2, "一般": 2, "差": 3,
     "较差": 3}
)  # fmt: skip
_REACHED = lazily("(?:已|全部)?(?:达标|达到|达成|完成|实现)(?:目标|年度指标|年度目标)?")
_MISSED = lazily("(?:未|没有|不)(?:达标|达到|达成|完成|实现)(?:目标|年度指标|年度目标)?")
_WATER = lazily("水质|断面|水体|地表水|水域")
_CLASS = lazily("(劣?)([ⅠⅡⅢⅣⅤ]|I{1,3}|IV|V|[一二三四五])类(?:水质?|标准)?")
_NUMBERS: Mapping[str, int] = MappingProxyType(
    {
        sign: n
        for signs in (("Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ"), ("I", "II", "III", "IV", "V"), tuple("一二三四五"))
        for n, sign in enumerate(signs, 1)
    }
)
_NEAR = Decimal("0.02")
_SEVERAL = 2


class _Graded(NamedTuple):
    row: Row
    share: Decimal
    rank: int
    """0 for the best grade."""


def check(subject: Subject) -> Iterator[Result]:
    """At the grade of the row."""
    graded = tuple(_graded(subject.leaves))
    for one in graded:
        lower = [other for other in graded if one.share - other.share >= _NEAR]
        higher = [other for other in graded if other.share - one.share >= _NEAR]
        is_low = len(lower) >= _SEVERAL and all(other.rank < one.rank for other in lower)
        is_high = len(higher) >= _SEVERAL and all(other.rank > one.rank for other in higher)
        if is_low or is_high:
            yield _beside(one, lower if is_low else higher)
    for row in subject.leaves:
        grade, met = row.indicator.grade or "", _is_met(row)
        if (met is False and _REACHED.fullmatch(grade)) or (met and _MISSED.fullmatch(grade)):
            yield Result(
                row.at("grade"),
                f"{row.name}指标值 {row.indicator.target_shown}，完成值 "
                f"{row.indicator.actual_shown}，等级写「{shown(grade)}」",
                "请核对这一行的完成值和等级",
                shown(grade),
            )


def _graded(rows: Sequence[Row]) -> Iterator[_Graded]:
    for row in rows:
        weight, score = row.indicator.weight, row.indicator.score
        rank = _RANKS.get(row.indicator.grade or "")
        if rank is not None and weight and score is not None and row.indicator.is_basic:
            yield _Graded(row, score / weight, rank)


def _beside(one: _Graded, others: Sequence[_Graded]) -> Result:
    other = others[0].row
    said, beside = (row.indicator.grade or "" for row in (one.row, other))
    return Result(
        one.row.at("grade"),
        f"{one.row.name}得 {points(one.row.indicator.score or Decimal(0))}、等级「{said}」，"
        f"而{other.name}得 {points(other.indicator.score or Decimal(0))}、等级「{beside}」",
        "请核对这一行的等级",
        said,
    )


def _is_met(row: Row) -> bool | None:
    indicator = row.indicator
    if indicator.target and indicator.actual and _WATER.search(indicator.name):
        wanted, reached = _water(indicator.target), _water(indicator.actual)
        if wanted and reached:
            return reached <= wanted
    return indicator.is_met


def _water(cell: str) -> int:
    """The number of a class of water, the cleanest first; 0 for anything else."""
    match = _CLASS.fullmatch(half_width(cell).strip("达到为≥≤ "))
    return _NUMBERS[match[2]] + bool(match[1]) if match else 0
