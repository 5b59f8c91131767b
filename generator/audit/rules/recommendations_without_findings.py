"""有建议而没有问题。

列出的建议没有对应的问题。

原因：建议应当从问题而来；看不出针对什么问题，就无法检查是否整改。

公式：有建议，而问题和标题写有“问题、不足、困难、短板”的正文一处也没有的，报告一
次。有建议注明了「对应问题」、各个问题也都已被引用的，逐条报告没有注明的建议；还有问题没有被引用
的，多半是漏写编号，不报告。建议都没有注明的，只按条数不能说明什么，不报告。只写“无”的问题和建议不
算在内。没有正文的自评表没有问题一栏，不核对。

依据：财预〔2020〕10号所附评价报告参考提纲把存在的问题和有关建议分别列出，要求逐项对应是通行做法。

反例：评价报告没有写任何问题，却有 2 条建议。

正例：每条建议都注明所对应的问题编号；建议单独写成一节，没有逐条注明。

改法：补充建议所针对的问题，或在“对应问题”中写上编号。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.audit.wording import says_nothing
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.text import shown

SEVERITY = Severity.HINT
NEEDS = (needs.MEASURED, needs.RECOMMENDATIONS, needs.REPORT)
_PROBLEM = lazily(r"问题|不足|困难|短板")


def check(subject: Subject) -> Iterator[Result]:
    """At the recommendation; at the list where no single one can be named."""
    item = subject.item
    findings = {f.id for f in item.findings if not says_nothing(f.text)}
    answers = [(n, r) for n, r in enumerate(item.recommendations) if not says_nothing(r.text)]
    linked = {name for _, answer in answers for name in answer.findings}
    if answers and not findings:
        if not _is_told(subject):
            yield Result(
                ("recommendations",),
                f"列出建议 {len(answers)} 条，没有问题",
                "请补充所针对的问题",
            )
    elif linked and findings <= linked:
        for n, answer in answers:
            if not answer.findings:
                yield Result(
                    ("recommendations", n, "text"),
                    f"建议「{shown(answer.text)}」没有注明「对应问题」，而其他建议注明了",
                    "请写明所对应的问题编号，或补充问题",
                )


def _is_told(subject: Subject) -> bool:
    """Whether it is said anywhere else what is wrong."""
    return any(_PROBLEM.search(section.title) for section in subject.evaluation.sections)
