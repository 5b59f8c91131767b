"""整改要求引用的数与问题不同。

整改「要求」写的金额或数量，或者建议收回的金额，与所对应的问题写的不同。

原因：要求整改多少，应当就是评价指出的多少；抄错了，整改到不到位就说不清。

公式：按「对应问题」找到问题（在本记录中，或在「关联」所指、本站已有的那一份中）。要求中某一单位的
数只有一个，问题中有同一单位的数，而这个数不等于其中任何一个、它们的和或「涉及金额」的，提示。不是
金额的，只在两数相差一位、相邻两位颠倒，或者前面有三个字以上相同的时候提示。写有首批、其中、剩余、
部分、至少等的不提示。建议写“追回、收回、退还、上缴、归还、核减、补足”多少元的，同样与「对应问题」
核对。状态已整改的，情况写的户数、所数一类，以及写“全部（全额、足额）”的金额，同样与问题核对。整改
金额多于问题金额由rectified-over-found 报告。

依据：整改针对评价发现的问题逐条办理（财预〔2020〕10号关于结果应用的规定）。只作提示。

反例：问题写多付保洁费 11.40 万元，要求写“收回多付的保洁费14.10万元”。

正例：两处都写 11.40 万元；要求写“先收回其中5万元”。

改法：对照评价核对要求中的数。
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.quantities import Quantity, quantities
from generator.audit.dossier.slips import shared, slip
from generator.catalog import Catalog, Entry
from generator.diagnostics import Severity
from generator.model.evaluation import Evaluation
from generator.model.findings import Finding, Rectification, State
from generator.values.lazily import lazily

SEVERITY = Severity.HINT
NEEDS = (needs.DEMANDS,)

_PARTIAL = lazily("首|其中|剩|其余|部分|至少|以上|先|每|各|余款|分[期批年次]|前|后|再|新增")
_TAKEN_BACK = lazily(
    r"(?:追[回缴]|收回|退[回还]|清退|归还|扣回|上缴|核减|补缴|补足|补齐|补拨)[^，,。；\n]{0,40}"
)
"""What is to be given back, to the end of the clause."""
_ALL = lazily("全部|全额|足额|悉数")
"""Words by which money that was given back is all that was found."""
_MONEY = "元"
_NO_COUNTS = frozenset((_MONEY, "%", "分", "天", "个月", "次", "项", "期", "份", "倍", "个百分点"))
"""Units of what an answer may well have of its own."""
_TELLING = 3
"""Signs in common that leave no doubt that two counts are of one thing."""


def check(document: Entry, catalog: Catalog) -> Iterator[Result]:
    """At the demand."""
    record = document.record
    yield from _advised(record.evaluation)
    entries = record.evaluation.rectification
    if not entries:
        return
    found = {name: p.finding for name, p in catalog.relations.problems(record).items()}
    found |= {finding.id: finding for finding in record.evaluation.findings}
    for n, entry in enumerate(entries):
        meant = [found[name] for name in entry.findings if name in found]
        yield from _answered(entry, n, meant)
        if not entry.demand or len(meant) < len(entry.findings) or _PARTIAL.search(entry.demand):
            continue
        for told, due in _differing(entry.demand, meant):
            yield Result(
                ("rectification", n, "demand"),
                f"要求写「{told.before}{told.said}」，所整改的问题写的是 {due}",
                "请对照评价核对要求中的数",
                told.said,
                due,
            )


def _answered(entry: Rectification, n: int, meant: Sequence[Finding]) -> Iterator[Result]:
    """An answer that is done for another number of things than the problem tells."""
    progress = entry.progress or ""
    if entry.state is not State.DONE or len(meant) < len(entry.findings):
        return
    for told, due in _differing(progress, meant) if not _PARTIAL.search(progress) else ():
        is_all = told.unit == _MONEY and _ALL.search(progress) is not None
        if told.unit not in _NO_COUNTS or is_all:
            yield Result(
                ("rectification", n, "progress"),
                f"情况写「{told.before}{told.said}」，所整改的问题写的是 {due}",
                "请对照评价核对",
                told.said,
                due,
            )


def _advised(document: Evaluation) -> Iterator[Result]:
    """Advice to take back another sum than the problem it answers tells."""
    found = {finding.id: finding for finding in document.findings}
    for n, advice in enumerate(document.recommendations):
        meant = [found[name] for name in advice.findings if name in found]
        match = _TAKEN_BACK.search(advice.text)
        if not meant or match is None or _PARTIAL.search(match[0]):
            continue
        for told, due in _differing(advice.text, meant):
            if told.unit == _MONEY and told.said in match[0]:
                yield Result(
                    ("recommendations", n, "text"),
                    f"建议写「{told.before}{told.said}」，所对应的问题写的是 {due}",
                    "请对照问题核对要收回的数",
                    told.said,
                    due,
                )


def _differing(demand: str, meant: Sequence[Finding]) -> Iterator[tuple[Quantity, str]]:
    """The figures of a demand that the problems have otherwise."""
    told = quantities(demand)
    found = [quantity for finding in meant for quantity in quantities(finding.text)]
    amounts = [a for f in meant if f.amount is not None and (a := f.amount.amount(None))]
    for one in told:
        same = [quantity for quantity in found if quantity.unit == one.unit]
        values = [quantity.value for quantity in same]
        if one.unit == _MONEY:
            values += [amount.value * amount.unit.yuan for amount in amounts]
        is_only = sum(1 for other in told if other.unit == one.unit) == 1
        if not is_only or not same or _near(one, (*values, sum(values, Decimal(0)))):
            continue
        if one.unit == _MONEY or any(_is_of_one(one, other) for other in same):
            yield one, "、".join(dict.fromkeys(quantity.said for quantity in same))


def _near(one: Quantity, values: Sequence[Decimal]) -> bool:
    return any(abs(one.value - value) <= one.half for value in values)


def _is_of_one(one: Quantity, other: Quantity) -> bool:
    if slip(one.value, other.value) is not None:
        return True
    return len(shared(one.before + one.behind, other.before + other.behind)) >= _TELLING
