"""评价的问题没有整改。

整改报告自己列出的，或者所答复的评价列出的一个问题，没有一条整改对应。

原因：整改报告应当逐条回应；漏掉的问题，读者不知道是改了还是没有改。

公式：整改时点的文件，整改注明了「对应问题」：（1）本文件列出的一个问题没有一条整改对应，而每一条整改
都注明了；（2）「关联」指向本站的一份评价，那份评价的一个问题，在它自己、本文件和其他答复它的文件中都没
有整改。整改都没有注明对应问题的，两份文件没有共同编号
的，看不出对应哪一个，不核对；注明来源不全的整改报告不核对；只写“无”的问题不算。其他整改报告可能不在
本站，这里只作提示。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）：被评价单位根据评价结果整改并反馈。

反例：评价列出问题 w1、w2、w3，整改报告只写了 w1、w3。

正例：三个问题各有一条；两个问题合写一条，注明两个编号。

改法：补充这一条的整改，或在已有整改的“对应问题”中写上编号。
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.wording import says_nothing
from generator.catalog import Catalog, Entry
from generator.diagnostics import Severity
from generator.model.items import Item
from generator.model.kinds import Timing
from generator.values.text import shown

SEVERITY = Severity.HINT
NEEDS = (needs.RECTIFICATION,)


def check(document: Entry, catalog: Catalog) -> Iterator[Result]:
    """At the rectification, once for each problem of the evaluation."""
    record = document.record
    if record.kind.timing is not Timing.RECTIFYING or record.evaluation.source.incomplete:
        return
    entries = record.evaluation.rectification
    named = {name for entry in entries for name in entry.findings}
    if entries and all(entry.findings for entry in entries):
        yield from _own(record.evaluation, named)
    for reference in catalog.relations.named_by(record):
        other = reference.record
        if other is None or named.isdisjoint(f.id for f in other.evaluation.findings):
            continue
        answered = catalog.relations.standings(other)
        for finding in other.evaluation.findings:
            if finding.id not in answered and not says_nothing(finding.text):
                yield Result(
                    ("rectification",),
                    f"评价（{other.path}）的问题 {finding.id}「{shown(finding.text)}」没有整改对应",
                    "请补充整改，或在已有整改的「对应问题」中写上编号",
                    expected=finding.id,
                )


def _own(item: Item, named: AbstractSet[str]) -> Iterator[Result]:
    """The problems that the document lists itself and does not answer."""
    for n, finding in enumerate(item.findings):
        if finding.id not in named and not says_nothing(finding.text):
            yield Result(
                ("findings", n, "text"),
                f"问题 {finding.id}「{shown(finding.text)}」没有整改对应",
                "请补充整改，或在已有整改的「对应问题」中写上编号",
                finding.id,
            )
