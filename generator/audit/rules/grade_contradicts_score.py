"""等级与得分不符。

报告写明的等级，不是总分所属的等级；或者写了指标体系没有的等级。

原因：等级是评价结论，写高一档会误导读者，写低一档对单位不公平。

公式：总分（写明的，没有写的按明细计算，不先四舍五入）所在的分数段 = 写明的等级，别名（如 优秀）算同
一等级。有复核总分的，等级与总分或复核总分之一相符即可。总分与明细合计不一致、而等级与明细合计相符
的，由 scores-do-not-add-up 报告，这里不重复。由否决决定等级的，由 veto-ignored 报告。等级的写法不在
指标体系中的，单独报告；指标体系中不按分数评定的用词，不与总分核对。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）：90（含）至 100 分为优，80（含）至 90 分为
良，60（含）至 80 分为中，60 分以下为差；地方另有规定的，以所用指标体系为准。

反例：总分 84.47 分，等级写“优”（应为“良”）。

正例：总分 90 分，等级写“优秀”。

改法：核对总分与等级，改正其中有误的一项。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity
from generator.model.frames import Band, Frame
from generator.values.text import shown

SEVERITY = Severity.ERROR
NEEDS = (needs.GRADED, needs.GRADE, needs.BANDS)


def check(subject: Subject) -> Iterator[Result]:
    """At the stated grade."""
    grade, frame = subject.grade, subject.frame
    if grade.stated is None or not frame.bands:
        return
    path, said = ("result", "grade"), shown(grade.stated)
    if grade.band is None:
        names = "、".join(band.name for band in frame.bands)
        yield Result(
            path,
            f"等级「{said}」不是指标体系规定的等级",
            f"可以写：{names}",
            said,
            grade.computed.name if grade.computed else names,
        )
        return
    score, due = subject.total.shown, grade.computed
    if (
        grade.is_vetoed
        or not grade.differs
        or score is None
        or due is None
        or _is_earned(subject, grade.band)
    ):
        return
    yield Result(
        path,
        f"总分 {points(score)} 属「{due.name}」（{_range(frame, due)}），等级写「{said}」",
        "请核对总分与等级",
        said,
        due.name,
    )


def _is_earned(subject: Subject, band: Band) -> bool:
    """Whether another total explains the grade: that of the rows, or the reviewer's."""
    review = subject.review_total.shown
    others = (subject.total.computed if subject.total.differs else None, review)
    return any(score is not None and subject.frame.grade_of(score) == band for score in others)


def _range(frame: Frame, band: Band) -> str:
    """From which score to which a grade goes."""
    if band.start is None:
        return "不按分数评定"
    start = f"{points(band.start)}以上"
    below = dict(frame.grade_ranges)[band]
    return start if below is None else f"{start}、不足 {points(below)}"
