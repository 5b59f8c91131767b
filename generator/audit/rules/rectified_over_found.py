"""整改金额多于问题金额。

整改写的追回、退回等金额，比所整改的问题涉及的金额还多。

原因：多出来的钱不知从哪里来，多半是其中一个数写错了。

公式：整改的「金额」> 所对应问题的「涉及金额」之和（单位不同的先换算）；问题在本记录中，或在「关联」
所指、本站已有的那一份中。问题没有写金额的不核对。

依据：整改针对评价发现的问题逐条办理（财预〔2020〕10号关于结果应用的规定）。

反例：问题涉及 12.5 万元，整改写收回 15.2 万元。

正例：问题涉及 12.5 万元，整改写收回 12.5 万元或其中一部分。

改法：核对问题的金额和整改的金额。
"""

from collections.abc import Iterator, Mapping

from generator.audit import needs
from generator.audit.base import Result
from generator.catalog import Catalog, Entry
from generator.diagnostics import Severity
from generator.model.findings import Rectification
from generator.model.items import Item
from generator.values.money import Amount

SEVERITY = Severity.WARNING
NEEDS = (needs.RECTIFICATION,)


def check(document: Entry, catalog: Catalog) -> Iterator[Result]:
    """At the amount of the entry."""
    record = document.record
    if not record.evaluation.rectification:
        return
    found: dict[str, Amount | None] = {
        name: problem.record.evaluation.amount(problem.finding.amount)
        for name, problem in catalog.relations.problems(record).items()
    }
    found |= _amounts(record.evaluation)
    for n, entry in enumerate(record.evaluation.rectification):
        if result := _over(record.evaluation, entry, found, n):
            yield result


def _amounts(item: Item) -> Mapping[str, Amount | None]:
    """What each problem is about, in money, by its id."""
    return {finding.id: item.amount(finding.amount) for finding in item.findings}


def _over(
    item: Item, entry: Rectification, found: Mapping[str, Amount | None], n: int
) -> Result | None:
    amount = item.amount(entry.amount)
    amounts = [found.get(name) for name in entry.findings]
    known = [one for one in amounts if one is not None]
    if amount is None or not known or len(known) < len(amounts):
        return None
    due = known[0]
    for one in known[1:]:
        due += one
    near = due.half.to(amount.unit).value
    if amount.value <= due.to(amount.unit).value + near:
        return None
    return Result(
        ("rectification", n, "amount"),
        f"整改金额 {amount}，所整改的问题涉及 {due}",
        "请核对两处金额",
        str(amount),
        str(due),
    )
