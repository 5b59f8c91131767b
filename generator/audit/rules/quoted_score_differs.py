"""复核引用的自评得分不符。

复核文件列出的自评得分或总分，与所复核的那一份不同。

原因：复核要在原来的分数上加减；引用错了，读者无法知道复核到底扣了多少。

公式：「关联」的关系写有“复核”、所指记录在本站，两份的总分都写明而不相等，或同名指标的得分不相等，逐
一报告（全表同名的不止一项的不比较）。所指记录不在本站、或一方没有写分数的不核对。

依据：复核以原评价结果为对象（财预〔2020〕10号和各地复核办法），引用的数据应与原件一致。

反例：自评表效益指标得 27 分，复核表「得分」一栏写 28 分。

正例：复核表写 27 分，复核分 25 分。

改法：对照所复核的文件核对自评得分。
"""

from collections.abc import Iterator, Mapping

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.wording import points
from generator.catalog import Catalog, Entry
from generator.diagnostics import Severity
from generator.model.evaluation import Evaluation
from generator.model.indicators import Indicator
from generator.source import At

SEVERITY = Severity.WARNING
NEEDS = (needs.RELATED,)

_RELATION = "复核"


def check(document: Entry, catalog: Catalog) -> Iterator[Result]:
    """At the score that is quoted."""
    for reference in catalog.relations.named_by(document.record):
        if _RELATION in reference.related.relation and reference.record is not None:
            yield from _quoted(document.record.evaluation, reference.record.evaluation)


def _quoted(review: Evaluation, reviewed: Evaluation) -> Iterator[Result]:
    rows, quoted = _by_name(reviewed), _by_name(review)
    for name, (at, row) in quoted.items():
        _, original = rows.get(name, ((), None))
        if original is None or row.score is None or original.score is None:
            continue
        if row.score != original.score:
            said, due = points(row.score), points(original.score)
            yield Result(
                (*at, "score"),
                f"「{name}」引用的得分是 {said}，所复核的文件写的是 {due}",
                "请对照所复核的文件核对",
                said,
                due,
            )
    total, due_total = review.result.total, reviewed.result.total
    if total is not None and due_total is not None and total != due_total:
        said, due = points(total), points(due_total)
        message = f"引用的总分是 {said}，所复核的文件写的是 {due}"
        yield Result(("result", "total"), message, "请对照所复核的文件核对", said, due)


def _by_name(evaluation: Evaluation) -> Mapping[str, tuple[At, Indicator]]:
    """The rows whose name stands once."""
    found: dict[str, list[tuple[At, Indicator]]] = {}
    pending: list[tuple[At, Indicator]] = [
        (("indicators", n), row) for n, row in enumerate(evaluation.indicators)
    ]
    while pending:
        at, row = pending.pop()
        found.setdefault(row.name, []).append((at, row))
        pending += [((*at, "children", n), child) for n, child in enumerate(row.children)]
    return {name: rows[0] for name, rows in found.items() if len(rows) == 1}
