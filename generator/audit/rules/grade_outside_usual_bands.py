"""等级与通行的分数段不符。

没有写明指标体系的名单里，其他各项的等级都合通行的分数段，只有一项不合。

原因：没有另写分数段的，读者会按通行的分数段来看；一项高了一档，多半是写错了。

公式：文件有四个以上写明总分和等级（优、良、中、差，优秀、良好算同一等级）的分项，分项和文件都没有
规定等级的指标体系，正文也没有写分数段；90 分以上为优，80 至 90 分为良，60 至 80 分为中，60 分以下
为差；不合的只有一项，只差一档，其余各项有三种以上或四项以上，结论说明、意见也没有写降档、否决的，
才报告这一项。总分恰在界限上的不报告。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）：90（含）至 100 分为优，80（含）至 90 分为
良，60（含）至 80 分为中，60 分以下为差；各地可以另有规定，只作提示。

反例：六项中 94.2 分优、91.5 分优、87.3 分良、88.6 分优、78.4 分中、72 分中。

正例：88.6 分写“良”。

改法：核对总分与等级；另有分数段的，在正文中写明。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.text import half_width

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE, needs.OF_SEVERAL)

_BANDS = ((Decimal(90), "优"), (Decimal(80), "良"), (Decimal(60), "中"), (Decimal(0), "差"))
_EDGES = frozenset(start for start, _ in _BANDS)
_ORDER = "优良中差"
_LOWERED = lazily("否决|降|定为|评为|直接|不论|无论|调整|扣")
"""Words that something else than the total decided on the grade."""
_GRADE = lazily("([优良中差])[秀好等]?")
_TOLD = lazily(r"\d\s?分?[^，。；\n]{0,12}[为是]\s?[“\"]?[优良中差合]", re.ASCII)
_FEWEST, _SORTS, _MANY = 4, 3, 4


def check(subject: Subject) -> Iterator[Result]:
    """At the grade of the one item that is out of line."""
    graded: list[tuple[int, Decimal, str, str]] = []
    for n, matter in enumerate(subject.matter.inner):
        result = matter.item.result
        grade = _GRADE.fullmatch((result.grade or "").strip())
        if matter.frame.bands:
            return
        if grade and result.total is not None:
            graded.append((n, result.total, grade[1], grade[0]))
    if len(graded) < _FEWEST or subject.frame.bands:
        return
    wrong = [one for one in graded if _due(one[1]) != one[2]]
    right = [one for one in graded if _due(one[1]) == one[2]]
    if len(wrong) != 1 or wrong[0][1] in _EDGES:
        return
    if len({one[2] for one in right}) < _SORTS and len(right) < _MANY:
        return
    if any(_TOLD.search(half_width(one.text or "")) for one in subject.evaluation.sections):
        return
    [(n, total, given, said)] = wrong
    result = subject.item.items[n].result
    is_next = abs(_ORDER.index(given) - _ORDER.index(_due(total))) == 1
    if not is_next or _LOWERED.search(f"{result.note or ''}{result.opinion or ''}"):
        return
    yield Result(
        ("items", n, "result", "grade"),
        f"总分 {points(total)}，等级写「{said}」，按通行的分数段是「{_due(total)}」，"
        "其余各项都合这些分数段",
        "请核对总分与等级；另有分数段的，请在正文中写明",
        said,
        _due(total),
    )


def _due(total: Decimal) -> str:
    return next(name for start, name in _BANDS if total >= start or not start)
