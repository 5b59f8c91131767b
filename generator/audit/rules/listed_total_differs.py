"""通报的总分与评价报告不符。

通报、清单列出的一个项目的总分，与这个项目自己那一份评价报告的总分不同。

原因：被通报的分数会影响下一年的预算；与报告不一样，就不知道哪一个是真的。

公式：有分项的事后文件，一个分项写有总分；本站有同一项目、同一年度的事后文件，其中必有等级的一类（财政
评价、部门评价等）或者与通报所列同一类的写有总分。分项的总分不等于这个项目各份文件的总分（写明的、按各
项算出的和复核的都算）中的任何一个，允许末位数的一半，提示。同一项目按编号和部门认定。

依据：通报引用评价结果（财预〔2020〕10号关于结果公开和应用的规定），应与原报告一致。只作提示。

反例：评价报告总分 87.45 分，通报写 84.75 分。

正例：通报写 87.45 分。

改法：对照评价报告核对通报的总分；两次评价的，在说明中写明是哪一次。
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.wording import points
from generator.catalog import Catalog, Entry
from generator.diagnostics import Severity
from generator.intake.records import Record
from generator.model.kinds import Timing
from generator.model.presence import Presence
from generator.model.publisher import Thresholds
from generator.values.money import half_digit

SEVERITY = Severity.HINT
NEEDS = (needs.ENDED, needs.OF_SEVERAL)


def check(catalog: Catalog, thresholds: Thresholds) -> Iterator[tuple[Record, Result]]:
    """At the total of the item."""
    del thresholds
    for document in catalog.documents:
        is_over = document.holds_items and document.kind.timing is Timing.AFTER
        for entry in catalog.items(document) if is_over else ():
            told = entry.total.stated
            others = _others(catalog, entry) if told is not None else []
            judged = [one for one in others if _is_quoted(one, entry)]
            if told is None or not judged or any(_fits(told, one) for one in others):
                continue
            due = points(judged[0].total.known[0])
            yield (
                entry.record,
                Result(
                    (*entry.at, "result", "total"),
                    f"「{entry.name}」总分写 {points(told)}，{judged[0].record.path} 写的是 {due}",
                    "请对照评价报告核对",
                    points(told),
                    due,
                ),
            )


def _others(catalog: Catalog, entry: Entry) -> list[Entry]:
    """The documents on its project alone that tell a total of the same year."""
    return [
        one
        for one in catalog.on_project(entry)
        if one.year == entry.year
        and not one.at
        and one.kind.timing is Timing.AFTER
        and one.total.known
    ]


def _is_quoted(one: Entry, entry: Entry) -> bool:
    """Whether a list takes its points from such a document, rather than judging by itself."""
    return one.kind.grades is Presence.ALWAYS or one.kind.id == entry.kind.id


def _fits(told: Decimal, other: Entry) -> bool:
    reviewed = other.record.evaluation.result.review_total
    known = (*other.total.known, *(() if reviewed is None else (reviewed,)))
    return any(abs(told - one) <= max(half_digit(told), half_digit(one)) for one in known)
