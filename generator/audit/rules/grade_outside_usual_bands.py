"""等级与通行的分数段不符。

没有写明指标体系的名单里，其他各项的等级都合通行的分数段，只有一项不合；或者没有写明指标体系的一份文
件，等级与总分差得远。

原因：没有另写分数段的，读者会按通行的分数段来看；一项高了或低了一档，多半是写错了。

公式：通行的分数段是 90 分以上为优，80 至 90 分为良，60 至 80 分为中，60 分以下为差（优秀、良好算
同一等级）；文件没有规定等级的指标体系，正文、结论说明、意见也没有写分数段，结论说明、意见没有写降档、否决的，才核
对。（1）文件有四个以上写明总分和等级的分项，不合的只有一项，只差一档，其余各项有三种以上或四项以
上：报告这一项。总分恰在界限上的，只在正文写的各等级个数正好是按分数段数出来的个数时报告。（2）有
两个以上分项而只有一项这样、只差一档的，没有分项的文件，满分 100 分：95 分以上而不是优，不到 85 分
而是优，不到 70 分而是良，88 分以上而是中，70 分以上而是差的，报告。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）：90（含）至 100 分为优，80（含）至 90 分为
良，60（含）至 80 分为中，60 分以下为差；各地可以另有规定，只作提示。

反例：六项中 94.2 分优、91.5 分优、87.3 分良、88.6 分优、78.4 分中、72 分中；自评 97.1 分写“良”。

正例：88.6 分写“良”，97.1 分写“优”。

改法：核对总分与等级；另有分数段的，在正文中写明。
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.told_grades import told_grades
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity
from generator.model.outcome import Result as ItemResult
from generator.model.points import Counting
from generator.source import At
from generator.values.lazily import lazily
from generator.values.text import half_width

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE, needs.GRADED)

_BANDS = ((Decimal(90), "优"), (Decimal(80), "良"), (Decimal(60), "中"), (Decimal(0), "差"))
_EDGES = frozenset(start for start, _ in _BANDS)
_ORDER = "优良中差"
_LOWERED = lazily("否决|降|定为|评为|直接|不论|无论|调整|扣")
"""Words that something else than the total decided on the grade."""
_GRADE = lazily("([优良中差])[秀好等]?")
_TOLD = lazily(r"\d\s?分?[^，,。；;\n]{0,12}[为是]\s?[“\"]?[优良中差合]", re.ASCII)
_FEWEST, _SORTS, _MANY = 4, 3, 4
_HUNDRED = Decimal(100)
_WIDEST = {
    "优": (Decimal(85), _HUNDRED + 1),
    "良": (Decimal(70), Decimal(95)),
    "中": (Decimal(50), Decimal(88)),
    "差": (Decimal(0), Decimal(70)),
}
"""From where and up to where any place's rules may give a grade."""


def check(subject: Subject) -> Iterator[Result]:
    """At the grade of the one item that is out of line, or of the document itself."""
    if subject.frame.bands:
        return
    found = _of_list(subject) if subject.matter.inner else _of_document(subject)
    for at, total, said in found:
        if any(_TOLD.search(half_width(text or "")) for text in _texts(subject)):
            return
        others = "，其余各项没有这样的" if subject.matter.inner else ""
        yield Result(
            at,
            f"总分 {points(total)}，等级写「{said}」，按通行的分数段是「{_due(total)}」{others}",
            "请核对总分与等级；另有分数段的，请在正文中写明",
            said,
            _due(total),
        )


def _texts(subject: Subject) -> Iterator[str | None]:
    """Where bands of its own may be told."""
    document = subject.evaluation
    yield from (section.text for section in document.sections)
    for result in (document.result, subject.item.result):
        yield from (result.note, result.opinion)


def _of_document(subject: Subject) -> Iterator[tuple[At, Decimal, str]]:
    result = subject.item.result
    total, grade = result.total, _GRADE.fullmatch((result.grade or "").strip())
    if total is None or grade is None or result.review_total is not None or total > _HUNDRED:
        return
    if subject.full_marks.shown not in (None, _HUNDRED):
        return
    if any(row.indicator.counting is Counting.VETO for row in subject.rows):
        return
    if not _is_within(total, grade[1]) and not _is_lowered(result):
        yield ("result", "grade"), total, grade[0]


def _of_list(subject: Subject) -> Iterator[tuple[At, Decimal, str]]:
    graded: list[tuple[int, Decimal, str, str]] = []
    for n, matter in enumerate(subject.matter.inner):
        result = matter.item.result
        grade = _GRADE.fullmatch((result.grade or "").strip())
        if matter.frame.bands:
            return
        if grade and result.total is not None:
            graded.append((n, result.total, grade[1], grade[0]))
    far = [one for one in graded if one[1] <= _HUNDRED and not _is_within(one[1], one[2])]
    if len(far) == 1 < len(graded) and _is_next(far[0][1], far[0][2]):
        [(n, total, _, said)] = far
        if not _is_lowered(subject.item.items[n].result):
            yield ("items", n, "result", "grade"), total, said
        return
    wrong = [one for one in graded if _due(one[1]) != one[2]]
    right = [one for one in graded if _due(one[1]) == one[2]]
    if len(graded) < _FEWEST or len(wrong) != 1:
        return
    if len({one[2] for one in right}) < _SORTS and len(right) < _MANY:
        return
    [(n, total, given, said)] = wrong
    if total in _EDGES and not _is_counted(subject, [_due(one[1]) for one in graded]):
        return
    if _is_next(total, given) and not _is_lowered(subject.item.items[n].result):
        yield ("items", n, "result", "grade"), total, said


def _is_within(total: Decimal, grade: str) -> bool:
    """Whether any place's rules may give a total this grade."""
    least, most = _WIDEST[grade]
    return least <= total < most


def _is_next(total: Decimal, grade: str) -> bool:
    """Whether a grade is one above or below the one that the usual bands give."""
    return abs(_ORDER.index(grade) - _ORDER.index(_due(total))) == 1


def _is_counted(subject: Subject, grades: Sequence[str]) -> bool:
    """Whether prose counts the grades as the usual bands give them."""
    due = Counter(grades)
    return any(
        all(due[grade[0]] == number for grade, number in told)
        for _, told in told_grades(subject.texts.prose, len(grades))
    )


def _is_lowered(result: ItemResult) -> bool:
    return _LOWERED.search(f"{result.note or ''}{result.opinion or ''}") is not None


def _due(total: Decimal) -> str:
    return next(name for start, name in _BANDS if total >= start or not start)
