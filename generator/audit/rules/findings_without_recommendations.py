"""有问题而没有建议。

列出的问题没有建议来回应。

原因：只说问题不说怎么改，评价结果就无法用于整改。

公式：有问题，而建议、整改和标题写有“建议、改进、措施、对策、整改、下一步、打算”的正文一处也没有的，
报告一次。建议都注明了「对应问题」的，逐个报告没有被任何建议引用的问题；有建议没有注明的，看不出它
回应哪一个，只按条数不能说明什么，不报告，列入没有核对的部分。只写“无”的问题和建议不算在内。没有正
文的自评表、监控表不一定有建议一栏，只看后一种：所列的建议、整改都注明了「对应问题」，而有的问题没
有一条对应。

依据：财预〔2020〕10号所附评价报告参考提纲把存在的问题和有关建议分别列出，要求逐项对应是通行做法。

反例：评价报告列出 3 项问题，通篇没有建议。

正例：3 项问题，2 条建议，其中一条对应两个问题；建议单独写成一节，没有逐条注明对应问题。

改法：针对问题补充建议，并在“对应问题”中写上编号。
"""

from collections.abc import Iterator, Sequence

from generator.audit import needs
from generator.audit.base import Result, Unjudged
from generator.audit.subject import Subject
from generator.audit.wording import says_nothing
from generator.diagnostics import Severity
from generator.model.documents import Section
from generator.values.lazily import lazily
from generator.values.text import shown

SEVERITY = Severity.WARNING
NEEDS = (needs.FINDINGS,)
_ADVICE = lazily(r"建议|改进|措施|对策|整改|下一步|打算")


def check(subject: Subject) -> Iterator[Result | Unjudged]:
    """At the finding; at the list where no single one can be named."""
    item = subject.item
    findings = [(n, f) for n, f in enumerate(item.findings) if not says_nothing(f.text)]
    answers = [r for r in item.recommendations if not says_nothing(r.text)]
    done = [entry.findings for entry in item.rectification]
    linked = {name for answer in answers for name in answer.findings}
    is_report = needs.REPORT.is_met(subject)
    if not is_report:
        linked.update(name for names in done for name in names)
    open_ones = [(n, finding) for n, finding in findings if finding.id not in linked]
    if findings and not answers:
        if is_report and not _is_advised(subject):
            yield Result(
                ("findings",), f"列出问题 {len(findings)} 项，没有建议", "请针对问题补充建议"
            )
    elif open_ones and any(not answer.findings for answer in answers):
        yield Unjudged("有建议没有注明「对应问题」，看不出回应哪一个问题")
    else:
        for n, finding in open_ones:
            yield Result(
                ("findings", n, "text"),
                f"问题 {finding.id}「{shown(finding.text)}」没有建议回应",
                "请补充建议",
                finding.id,
            )


def _is_advised(subject: Subject) -> bool:
    """Whether it is said anywhere else what is to be done."""
    sections = subject.evaluation.sections
    return bool(subject.item.rectification) or any(
        _ADVICE.search(section.title) and _holds_text(sections, n)
        for n, section in enumerate(sections)
    )


def _holds_text(sections: Sequence[Section], n: int) -> bool:
    """Whether anything is written below a heading; one alone tells where the list stood."""
    below = sections[n + 1 : n + 2]
    return bool(sections[n].text) or any(one.level > sections[n].level for one in below)
