"""早于所答复的文件。

整改、复核、跟踪或更正的文件，日期比它所答复的文件还早。

原因：问题提出之后才谈得上整改，评价作出之后才谈得上复核；倒过来的，总有一个日期或者「关联」写错
了。

公式：「关联」指向本站的一份文件，而本文件成文、发布两个日期都早于那份文件的两个日期；没有写明的，
用另一个。取本文件较晚的一个和那份文件较早的一个，怎样理解都颠倒了才报告。那份文件不在本站，或者一
方没有日期的，不核对。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）：根据评价结果整改并反馈；先后次序是通行做
法。

反例：评价报告 2024-09-30 成文，整改报告 2024-06-12 发布。

正例：评价报告 2024-09-30 成文，整改报告 2024-12-20 成文。

改法：核对两份文件的日期，或改正“关联”所指的记录。
"""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.calendar import is_absurd
from generator.catalog import Catalog, Entry
from generator.diagnostics import Severity
from generator.intake.records import Record

SEVERITY = Severity.WARNING
NEEDS = (needs.RELATED,)


def check(document: Entry, catalog: Catalog) -> Iterator[Result]:
    """At the entry that names the other document."""
    record = document.record
    for n, reference in enumerate(catalog.relations.named_by(record)):
        other = reference.record
        own, first = _dated(record), _dated(other) if other else ()
        if other and own and first and own[-1][0] < first[0][0]:
            last, earliest = _told(own[-1]), _told(first[0])
            yield Result(
                ("related", n, "record"),
                f"本文件的{last}，早于「关联」所写{reference.related.relation}的文件"
                f"（{other.path}）的{earliest}",
                "请核对日期和「关联」",
                last,
                earliest,
            )


def _dated(record: Record) -> Sequence[tuple[date, str]]:
    """When a document was made and published, in order."""
    head = record.head
    named = ((head.issued, "成文日期"), (head.published, "发布日期"))
    return sorted((day, name) for day, name in named if day and not is_absurd(day, record.year))


def _told(dated: tuple[date, str]) -> str:
    day, name = dated
    return f"{name} {day}"
