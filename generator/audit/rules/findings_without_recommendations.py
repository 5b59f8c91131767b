"""有问题而没有建议。

列出的问题没有建议来回应。

原因：只说问题不说怎么改，评价结果就无法用于整改。

公式：按编号对应，不按先后次序。有问题而一条建议也没有的，报告一次。有建议注明了「对应问题」的，
逐个报告没有被任何建议引用的问题。建议都没有注明的，只比较条数：问题多于建议时报告一次，条数相同
不报告。只写“无”的问题和建议不算在内。

依据：财预〔2020〕10号所附评价报告参考提纲把存在的问题和有关建议分别列出，要求逐项对应是通行做
法。

反例：列出 3 项问题，没有建议。

正例：3 项问题，2 条建议，其中一条对应两个问题。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.audit.wording import says_nothing
from generator.diagnostics import Severity
from generator.values.text import shown

SEVERITY = Severity.WARNING
NEEDS = (needs.FINDINGS,)


def check(subject: Subject) -> Iterator[Result]:
    """At the finding; at the list where no single one can be named."""
    item = subject.item
    findings = [(n, f) for n, f in enumerate(item.findings) if not says_nothing(f.text)]
    answers = [r for r in item.recommendations if not says_nothing(r.text)]
    linked = {name for answer in answers for name in answer.findings}
    counted = f"列出问题 {len(findings)} 项"
    if findings and not answers:
        yield Result(("findings",), f"{counted}，没有建议", "请针对问题补充建议")
    elif linked:
        unlinked = any(not answer.findings for answer in answers)
        hint = "；已有建议回应的，在该建议的「对应问题」中写上编号" if unlinked else ""
        for n, finding in findings:
            if finding.id not in linked:
                yield Result(
                    ("findings", n, "text"),
                    f"问题 {finding.id}「{shown(finding.text)}」没有建议回应",
                    f"请补充建议{hint}",
                    finding.id,
                )
    elif len(findings) > len(answers):
        yield Result(
            ("findings",),
            f"{counted}，建议 {len(answers)} 条，建议没有注明「对应问题」，看不出哪一项没有回应",
            "请补充建议，并在建议中写明所对应的问题编号",
            str(len(findings)),
            str(len(answers)),
        )
