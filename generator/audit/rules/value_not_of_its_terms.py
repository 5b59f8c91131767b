"""完成值与写明的算法不符。

一项指标写明由什么除以什么得来，两个数文件里都有，完成值却除不出来。

原因：算法就写在这一行，分子、分母也写在文件里，读者一除就知道不对。

公式：计量单位不是 % 的指标，说明、佐证、得分说明或评分标准写“甲÷乙”“甲÷（乙×丙）”“甲除以
乙”，甲、乙、丙各取：紧跟其后（或括号里）的数；没有的，取名称相同的指标的完成值（“某某人数、天数”
也看恰好一项名称含“某某”、单位是人、天的）；再没有的，“支出、到位、预算”取资金表合计；都没有的，
取正文、绩效目标里紧接这个词（四个字以上的，最后四个字）的数。任何一个取不到，或者取到两个不同的数，
不核对。相除的结果与完成值不符（允许各数末位的一半，相邻两位颠倒的除外），又相差不到一倍的，提示。
写有上年、计划、每、均、比、标准等的数不取；% 的比率由rate-not-of-its-counts 核对。

依据：通行的数据核对要求：数据互相印证。只作提示。

反例：说明写“保洁面积÷一线保洁员人数（年均350人）”，保洁面积 420 万平方米，完成值写 1.02 万平方
米/人（应为 1.2）。

正例：同上，写 1.2。

改法：核对分子、分母和完成值，改正其中有误的一个。
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.named_terms import Term, Told
from generator.audit.dossier.quantities import measured_in
from generator.audit.dossier.rows import Row
from generator.audit.dossier.slips import Slip, slip
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.money import grouped, half_digit, places_of, rounded
from generator.values.text import half_width

SEVERITY = Severity.HINT
NEEDS = (needs.MEASURED, needs.UNDIVIDED, needs.ROWS, needs.ACTUALS)

_FIELDS = ("explanation", "evidence", "score_note", "scoring_rule")
_DIVIDED = lazily("÷|/|除以")
_WORDS = "[\u4e00-\u9fff]{2,14}"
_FORMULA = lazily(
    rf"(?:^|[=:：，,。；;]\s?)(?P<part>{_WORDS})\s?(?:÷|/|除以)\s?"
    rf"(?P<whole>{_WORDS}|[（(]\s?{_WORDS}(?:\s?[×xX*]\s?{_WORDS}){{1,2}}\s?[）)])"
    r"(?=[，,。；;（(\s]|$)"
)
_EACH = lazily(_WORDS)
_TIMES, _SHARES = "倍", ("%", "‰", "分", "")
_HALF, _DOUBLE = Decimal("0.5"), Decimal(2)
_PLACES = 2


def check(subject: Subject) -> Iterator[Result]:
    """At the actual value."""
    for row in subject.leaves:
        indicator = row.indicator
        if indicator.counted_in in _SHARES or indicator.actual_number is None:
            continue
        for field in _FIELDS:
            note = getattr(indicator, field)
            if note and _DIVIDED.search(note):
                yield from _of_note(subject, row, half_width(note))


def _of_note(subject: Subject, row: Row, note: str) -> Iterator[Result]:
    match, stated = _FORMULA.search(note), row.indicator.actual_number
    if match is None or not stated:
        return
    told = Told(subject.leaves, subject.money, subject.texts.prose)
    part = told.named(row, note, match["part"])
    wholes = [told.named(row, note, words) for words in _EACH.findall(match["whole"])]
    known = [one for one in (part, *wholes) if one is not None and one.value]
    if len(known) <= len(wholes) or not _fit(row.indicator.counted_in, known):
        return
    due, near = _divided(known)
    worth, _ = measured_in(row.indicator.counted_in)
    due, near = due / worth, near / worth + half_digit(stated)
    is_swapped = slip(rounded(due, places_of(stated)), stated) is Slip.SWAPPED
    if not _HALF < due / stated < _DOUBLE or (abs(due - stated) <= near and not is_swapped):
        return
    formula = match[0].strip("=:：，,。；; ")
    figures = "、".join(one.said for one in known)
    shown = f"{grouped(rounded(due, _PLACES))}{row.indicator.counted_in}"
    yield Result(
        row.at("actual"),
        f"{row.name}完成值 {row.indicator.actual_shown}，按「{formula}」（{figures}）为 {shown}",
        "请核对分子、分母和完成值",
        row.indicator.actual_shown,
        shown,
    )


def _divided(terms: Sequence[Term]) -> tuple[Decimal, Decimal]:
    """The first by all others, and how far rounding may have taken it."""
    part, *wholes = terms
    due, share = part.value, part.half / part.value
    for one in wholes:
        due /= one.value
        share += one.half / one.value
    return due, due * share


def _fit(unit: str, terms: Sequence[Term]) -> bool:
    """Whether a division of these units comes out in that of the row."""
    part, *wholes = terms
    if unit == _TIMES:
        # Of those in the fund table and its own note another rule speaks.
        return all(one.unit == part.unit for one in wholes) and any(t.is_of_text for t in terms)
    of, _, each = measured_in(unit)[1].partition("/")
    return of == part.unit and (not each or each in (one.unit for one in wholes))
