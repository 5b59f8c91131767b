"""失了分而写明没有问题。

报告说没有问题，得分却不是满分。

原因：扣分总有原因；一边扣分一边说没有问题，读者看不出扣在哪里、怎样改进。

公式：总分（没有写明的，用计算值）低于满分超过容差，并且「问题」只写“无”“暂无”“未发现问题”之类；或
者必有等级的评价报告（如部门评价、财政评价）有两个以上一级标题，而「问题」没有填写，正文也没有标题
含“问题”“不足”的一节，或该节只写“无”；只在预算执行上失分的，不报告。只有评分表、没有正文的自评表不
报告，因为表上本来没有这一栏。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）要求评价报告反映存在的问题及原因。

反例：总分 94 分，「问题」写“无”。

正例：总分 94 分，列出 1 项问题；或总分 100 分，「问题」写“无”。

改法：写明扣分所反映的问题，或核对得分。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.audit.wording import points, says_nothing
from generator.diagnostics import Severity
from generator.model.documents import Section
from generator.model.presence import Presence
from generator.source import At

SEVERITY = Severity.WARNING
NEEDS = (needs.MEASURED, needs.WHOLE, needs.POINTED, needs.TOTAL, needs.FULL_MARKS)
_FEWEST_CHAPTERS = 2


def check(subject: Subject) -> Iterator[Result]:
    """At what says so, or at the list that is missing."""
    full = subject.full_marks.shown
    score = subject.total.shown
    if full is None or score is None or full - score <= subject.frame.tolerance:
        return
    path = _denied(subject)
    if path == ("findings",) and _only_unspent(subject):
        return
    if path is not None:
        said = "写的是没有问题" if path != ("findings",) else "没有填写"
        yield Result(
            path,
            f"「{subject.label(path[:1])}」{said}，"
            f"而总分 {points(score)}，满分 {points(full)}，失 {points(full - score)}",
            "请写明扣分所反映的问题，或核对得分",
            points(score),
            points(full),
        )


def _only_unspent(subject: Subject) -> bool:
    """Whether nothing but the execution of the budget lost points: the fund table says why."""
    lost = [row for row in subject.leaves if (row.indicator.lost or 0) > 0]
    executing = {row.path for row in subject.execution_rows}
    return bool(lost) and all(row.path in executing for row in lost)


def _denied(subject: Subject) -> At | None:
    """Where the record says that there is no problem, or says nothing where it should."""
    findings = subject.item.findings
    if findings:
        nothing = all(says_nothing(finding.text) for finding in findings)
        return ("findings", 0, "text") if nothing else None
    sections = subject.evaluation.sections
    told = [n for n, section in enumerate(sections) if _about_problems(section)]
    if told:
        texts = [(n, text) for n in told if (text := sections[n].text)]
        if len(texts) == 1 and says_nothing(texts[0][1]):
            return ("sections", texts[0][0], "text")
        return None
    chapters = sum(section.level == 1 for section in sections)
    must_tell = subject.kind.grades is Presence.ALWAYS and chapters >= _FEWEST_CHAPTERS
    return ("findings",) if must_tell else None


def _about_problems(section: Section) -> bool:
    return "问题" in section.title or "不足" in section.title
