"""文字写比上年下降，数却上升了。

一行写有上年完成值，完成值或说明写的升降与两个数相反，或者升降多少算错；预算追加、调减的数也是这样。

原因：两个数就在同一行；方向写反了，得分的理由也就不成立。

公式：指标有「上年完成值」（上年实际、上年数）一栏，完成值、说明、得分说明或偏差原因写“比（较、同
比）上年……下降、减少、降低”或“上升、增加、增长、提高”，与完成值减上年值的正负相反（单位不同的不比）。
同一段写了两种方向的不核对。同样的话写“提高2.1个百分点”“减少3起”的，与两个数之差比较。资金表一行有
年初预算和全年预算，说明里只有一个数，写“（年中）追加（调增、调减、核减）N万元”的，与两个预算数之
差比较。

依据：通行的文字核对要求：文字与数据一致。只作提示。

反例：上年 7.9 万元，完成值写“8.4万元，比上年下降”。

正例：写“8.4万元，比上年上升”。

改法：核对两个数和文字。
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.quantities import measured_in, quantities
from generator.audit.dossier.rows import Row
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.cells.cell import Reads
from generator.values.cells.reading import read
from generator.values.lazily import lazily
from generator.values.money import half_digit
from generator.values.text import half_width, shown

SEVERITY = Severity.HINT
NEEDS = (needs.UNDER_WAY, needs.ROWS, needs.ACTUALS)

_LAST = lazily("上年(?:度)?(?:完成值|实际值?|完成数|数|值)")
_FELL = lazily(r"(?:[比较]上年|同比)[^，,。；]{0,6}?(?:下降|减少|降低|压减|[降减]了?(?=\d))")
_ROSE = lazily(r"(?:[比较]上年|同比)[^，,。；]{0,6}?(?:上升|增加|增长|提高|提升|[升增]了?(?=\d))")
_BY = lazily(
    r"(?:[比较]上年|[比较]去年|同比)(?:同期)?[^，,。；]{0,4}?(?:下降|减少|降低|压减|上升|增加|增长|提高|提升|[降减升增多少高低])了?$"
)
_CHANGED = lazily("^[^，,其另]{0,8}?(?:追加|调[增减]|核减|压减|[增减]加?)(?:资金|预算|指标)?$")
_POINTS = "个百分点"
_FIELDS = ("actual", "explanation", "score_note", "deviation_reason")


def check(subject: Subject) -> Iterator[Result]:
    """At the text."""
    yield from _of_funds(subject)
    for row in subject.leaves:
        extra = row.indicator.extra
        cells = [c for name, c in extra.items() if _LAST.fullmatch(name) and isinstance(c, str)]
        for field in _FIELDS if len(cells) == 1 else ():
            text = half_width(getattr(row.indicator, field) or "")
            yield from _by_how_much(row, field, text, cells[0])
            fell, rose = _FELL.search(text), _ROSE.search(text)
            if bool(fell) is bool(rose):
                continue
            change = _change(row, cells[0])
            match = fell or rose
            if match and change and (change > 0) is bool(fell):
                yield Result(
                    row.at(field),
                    f"{row.name}写「{match[0]}」，而完成值 {shown(row.indicator.actual_shown)}，"
                    f"上年 {shown(cells[0])}",
                    "请核对两个数和文字",
                    match[0],
                )


def _by_how_much(row: Row, field: str, text: str, last: str) -> Iterator[Result]:
    """How much it is told to have risen or fallen since last year, in the row's own unit."""
    unit, number = row.indicator.counted_in, row.indicator.actual_number
    told = [one for one in quantities(text) if _BY.search(one.before)]
    cell = read(last, unit, row.indicator.name, actual=True) if told else None
    if cell is None or number is None or cell.reads is not Reads.FIGURE or cell.unit != unit:
        return
    worth, of = measured_in(unit)
    gone = abs(number - cell.number) * worth
    near = (half_digit(number) + half_digit(cell.number)) * worth
    for one in told:
        is_in = one.unit == (_POINTS if of == "%" else of)
        if is_in and abs(one.value - gone) >= near + one.half:
            yield Result(
                row.at(field),
                f"{row.name}写「{one.before}{one.said}」，而完成值"
                f" {shown(row.indicator.actual_shown)}，上年 {shown(last)}，"
                f"相差 {one.likewise(gone)}",
                "请核对两个数和文字",
                one.said,
                one.likewise(gone),
            )


def _of_funds(subject: Subject) -> Iterator[Result]:
    """How much a row's budget is told to have been changed by, beside both of its budgets."""
    funds = subject.item.funds
    rows = [(*b.at, n) for b in funds.breakdowns for n in range(len(b.rows))] if funds else []
    every = [row for b in funds.breakdowns for row in b.rows] if funds else []
    for at, row in zip(rows, every, strict=True):
        first, now = row.initial_budget, row.adjusted_budget
        told = quantities(row.note or "") if first is not None and now is not None else ()
        if funds is None or first is None or now is None or len(told) != 1:
            continue
        [one] = told
        gone = abs(now - first) * funds.unit.yuan
        is_told = one.unit == "元" and _CHANGED.search(one.before) and gone
        near = (half_digit(now) + half_digit(first)) * funds.unit.yuan + one.half
        if is_told and abs(one.value - gone) >= near:
            yield Result(
                (*at, "note"),
                f"「{row.name}」说明写「{one.before}{one.said}」，而年初预算 {first}，"
                f"全年预算 {now}，相差 {one.likewise(gone)}",
                "请核对两个预算数和说明",
                one.said,
                one.likewise(gone),
            )


def _change(row: Row, last: str) -> Decimal | None:
    """What came out more than last year; None where either is no figure of the same unit."""
    unit = row.indicator.counted_in
    cell = read(last, unit, row.indicator.name, actual=True)
    number = row.indicator.actual_number
    if number is not None and cell.reads is Reads.FIGURE and cell.unit == unit:
        return number - cell.number
    told, then = quantities(row.indicator.actual or ""), quantities(last)
    if len(told) == len(then) == 1 and told[0].unit == then[0].unit:
        return told[0].value - then[0].value
    worth, of = measured_in(unit)
    if number is not None and len(then) == 1 and then[0].unit == of:
        return number * worth - then[0].value
    return None
