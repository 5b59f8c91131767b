"""有建议而没有问题。

列出的建议没有对应的问题。

原因：建议应当从问题而来；看不出针对什么问题，就无法检查是否整改。

公式：按编号对应，不按先后次序。有建议而一个问题也没有的，报告一次。有建议注明了「对应问题」的，
逐条报告没有注明的建议；同时还有问题没有被引用的，多半是漏写编号，由 findi
ngs-without-recommendations 报告，这里不重复。建议都没有注明的，只比较条数：建议多于问题时报告一
次。只写“无”的问题和建议不算在内。

依据：财预〔2020〕10号所附评价报告参考提纲把存在的问题和有关建议分别列出，要求逐项对应是通行做
法。

反例：没有列出问题，却有 2 条建议。

正例：每条建议都注明所对应的问题编号。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.audit.wording import says_nothing
from generator.diagnostics import Severity
from generator.values.text import shown

SEVERITY = Severity.WARNING
NEEDS = (needs.OVER, needs.RECOMMENDATIONS)


def check(subject: Subject) -> Iterator[Result]:
    """At the recommendation; at the list where no single one can be named."""
    item = subject.item
    findings = {f.id for f in item.findings if not says_nothing(f.text)}
    answers = [(n, r) for n, r in enumerate(item.recommendations) if not says_nothing(r.text)]
    linked = {name for _, answer in answers for name in answer.findings}
    counted = f"列出建议 {len(answers)} 条"
    if answers and not findings:
        yield Result(("recommendations",), f"{counted}，没有问题", "请补充所针对的问题")
    elif linked:
        for n, answer in answers:
            if not answer.findings and findings <= linked:
                yield Result(
                    ("recommendations", n, "text"),
                    f"建议「{shown(answer.text)}」没有注明「对应问题」",
                    "请写明所对应的问题编号，或补充问题",
                )
    elif len(answers) > len(findings):
        yield Result(
            ("recommendations",),
            f"{counted}，问题 {len(findings)} 项，建议没有注明「对应问题」，看不出各自针对什么",
            "请在建议中写明所对应的问题编号，或补充问题",
            str(len(answers)),
            str(len(findings)),
        )
