"""合计与各分项不符。

一份文件列有几个分项，它自己的资金合计，与各分项的金额之和不一致。

原因：清单和通报的合计由各项目相加得来，对不上就不知道漏了哪个项目，或者哪个数字错了。

公式：文件的合计 = 各分项金额之和，每一栏各核对一次；单位不同的先换算。n 个数相加，允许末位数的 n
÷2（取整）倍的舍入误差，末位按各栏中最细的数计，都是整数的须正好相等；单位不同的，再加合计末位数的一
半。
只在每个分项都有这一栏时核对，自己写明不安排资金、尚未发行的分项除外。分项写的是同一个项目、期间
超出文件期间而又分年度列出期间、部门整体与项目并列的，以及填写了“不全”或来源注明不全的，不核对。
合计多于分项的，只在资金表除合计外没有别的行，或者另有一栏正好相符时报告，因为可能只列了一部分项
目。分项或合计自己与明细不符的，由 money-parts-do-not-add-up 报告，与其中一个数相符即可。

依据：合计等于明细之和是报表的通行要求。

反例：三个项目支出 10、20、30 万元，合计支出写 50 万元。

正例：同上，合计支出写 60 万元；或写 600000 元。

改法：核对各分项的金额与合计；只列一部分的，在资金中填“不全: 是”。
"""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result, Unjudged
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.figures import Figure
from generator.model.fund_rows import Stage
from generator.model.funds import Funds
from generator.model.items import Item
from generator.model.project import Period
from generator.values.lazily import lazily
from generator.values.money import Amount, Unit, half_digit, last_digit

SEVERITY = Severity.WARNING
NEEDS = (needs.OF_SEVERAL, needs.FUNDS)

_NONE = Decimal(0)
_NO_MONEY = lazily(
    r"(?:不|未|没有|无)(?:单独|另行|专门)?(?:安排|涉及|使用|申请)?(?:财政|专门|专项)?(?:的)?资金"
    r"|(?:尚未|还未|未|没有)(?:发行|下达|安排|启动发行)"
)


def check(subject: Subject) -> Iterator[Result | Unjudged]:
    """At the document's own amount of each stage."""
    funds, items = subject.item.funds, subject.item.items
    if funds is None or funds.is_partial or _is_excerpt(subject):
        return
    if reason := _overlap(subject.item):
        yield Unjudged(reason)
        return
    gaps: dict[Stage, Decimal] = {}
    for stage, total in subject.money.totals.items():
        if total.shown is None:
            continue
        parts = [
            (item, item.funds, _figure(item, stage)) for item in items if not _is_moneyless(item)
        ]
        lacking = [item.name for item, _, figure in parts if figure.shown is None]
        if len(lacking) < len(parts):
            if lacking:
                yield Unjudged(f"分项{_quoted(lacking)}没有{stage.label}")
            else:
                gaps[stage] = _least(funds.unit, total, _period(subject), parts)
    closes = any(not gap for gap in gaps.values()) or not funds.breakdowns
    for stage, gap in gaps.items():
        if gap > 0 and not closes:
            yield Unjudged(f"各分项{stage.label}少于合计，可能只列出一部分")
        elif gap:
            yield _result(funds, stage, gap, len(items))


_Part = tuple[Item, Funds | None, Figure]


def _period(subject: Subject) -> Period:
    """The time the document is about: as stated, else its year."""
    year = subject.year
    return subject.item.period or Period(start=date(year, 1, 1), end=date(year, 12, 31))


def _least(unit: Unit, total: Figure, period: Period, parts: Sequence[_Part]) -> Decimal:
    """The gap to all items; none where those within the document's time make up its total."""
    within = [
        (funds, figure)
        for one, funds, figure in parts
        if funds and (one.period is None or _lies_within(one.period, period))
    ]
    if within and len(within) < len(parts) and not _gap(unit, total, within):
        return _NONE
    return _gap(unit, total, [(f, figure) for _, f, figure in parts if f])


def _is_excerpt(subject: Subject) -> bool:
    source = subject.evaluation.source
    return source is not None and source.incomplete


def _overlap(item: Item) -> str:
    """Why amounts of the items are not to be added up; empty where they are."""
    names = [inner.name for inner in item.items if inner.name]
    ids = [inner.project.id for inner in item.items if inner.project and inner.project.id]
    if len({*names}) < len(names) or len({*ids}) < len(ids):
        return "有的分项是同一个项目"
    longer = [inner for inner in item.items if not _lies_within(inner.period, item.period)]
    if any(inner.funds is not None and inner.funds.by_year for inner in longer):
        return "有的分项期间超出文件期间而又分年度列出期间"
    scopes = {inner.scope is not None and inner.scope.is_whole_department for inner in item.items}
    return "部门整体与项目并列" if len(scopes) > 1 else ""


def _lies_within(inner: Period | None, outer: Period | None) -> bool:
    """A period without a beginning holds whatever ends by its end."""
    if inner == outer:
        return True
    if inner is None or outer is None or inner.end is None or outer.end is None:
        return False
    begins = outer.start is None or (inner.start is not None and inner.start >= outer.start)
    return begins and inner.end <= outer.end


def _figure(item: Item, stage: Stage) -> Figure:
    return item.funds.total(stage) if item.funds else Figure(None, None)


def _is_moneyless(item: Item) -> bool:
    """Whether an item without a fund table says itself that it has no money."""
    told = (item.result.note, item.result.opinion)
    return item.funds is None and any(text and _NO_MONEY.search(text) for text in told)


def _quoted(names: Sequence[str]) -> str:
    return "".join(f"「{name}」" for name in names)


def _gap(unit: Unit, total: Figure, parts: Sequence[tuple[Funds, Figure]]) -> Decimal:
    """By how much the total exceeds the sum of its items; 0 where rounding accounts for it."""
    gaps = [
        stated - sum((Amount(part, funds.unit).to(unit).value for funds, part in numbers), _NONE)
        for stated in total.known
        for numbers in (
            [(funds, figure.known[0]) for funds, figure in parts],
            [(funds, figure.known[-1]) for funds, figure in parts],
        )
    ]
    near = _rounding(unit, total, parts)
    return _NONE if any(abs(gap) <= near for gap in gaps) else gaps[0]


def _rounding(unit: Unit, total: Figure, parts: Sequence[tuple[Funds, Figure]]) -> Decimal:
    """Of numbers in one unit that of the finest digit of any column; one in another is rounded."""
    alike = [(funds, figure) for funds, figure in parts if funds.unit is unit]
    every = [one for funds, _ in alike for one in funds.totals.values()]
    numbers = [number for figure in (total, *every) for number in figure.known]
    near = last_digit(*numbers) * (len(parts) // 2)
    converted = any(funds.unit is not unit for funds, _ in parts)
    return near + half_digit(total.known[0]) if converted else near


def _result(funds: Funds, stage: Stage, gap: Decimal, count: int) -> Result:
    stated = funds.total(stage).shown or Decimal(0)
    said, summed = Amount(stated, funds.unit), Amount(stated - gap, funds.unit)
    return Result(
        funds.total_at(stage),
        f"合计{stage.label} {said}，{count}个分项相加为 {summed}，"
        f"相差 {Amount(abs(gap), funds.unit)}",
        "请核对各分项的金额与合计；只列一部分的，请在资金中填 不全: 是",
        str(said),
        str(summed),
    )
