"""What the words of a formula stand for: figures that a document tells by that name."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.audit.dossier.fund_table import FundTable
from generator.audit.dossier.prose import Prose
from generator.audit.dossier.quantities import Quantity, measured_in, quantities
from generator.audit.dossier.rows import Row
from generator.model.fund_rows import Stage
from generator.values.lazily import lazily
from generator.values.money import half_digit
from generator.values.names import folded
from generator.values.text import half_width

_STAGES: Mapping[str, tuple[Stage, ...]] = {
    "支出": (Stage.SPENT,),
    "支付": (Stage.SPENT,),
    "到位": (Stage.RECEIVED,),
    "预算": (Stage.ADJUSTED_BUDGET, Stage.INITIAL_BUDGET),
}
_OF_FUNDS = lazily(
    "(?:项目|资金|实际|财政|预算|全年|年度|总){0,3}(支出|支付|到位|预算)(?:资金|金额|总额|数|额){0,2}"
)
"""Words for a total of the fund table; with any other it is a part."""
_COUNTED = lazily("([\u4e00-\u9fff]{2,12})([人户家个天次场件台所亩])[数次]")
"""`供餐天数`: of what, and in which unit."""
_TIME = lazily(
    "^(?:政策期内|项目期内|评价期内|服务期内|年度内|本年度?|当年|全年|年度|实际|累计|项目)+"
)
_FILLER = lazily("(?:合计|共计|总计|达到|[为是共达约有]){1,4}$")
_BETWEEN = lazily(r"(?:[（(][^\d（）()，。]{0,6}|[为是共：:]{0,2})\s?")
_OTHERWISE = lazily(
    "上年|去年|往年|计划|目标|预计|预期|比|每|均|以上|以下|不少于|不超过|标准|增|减|[一二三四]期|第"
)
"""Words by which a figure is of another time, of one of many, or none that came out."""
_PARTS = frozenset(("sections", "objective", "result", "findings"))
_SHORTEST = 4


class Term(NamedTuple):
    """What a word of a formula stands for."""

    value: Decimal
    half: Decimal
    """Half a unit of the last digit printed."""
    unit: str
    said: str
    is_of_text: bool = True
    """Whether another row or a text tells it, rather than the formula's own row or the funds."""


class Told(NamedTuple):
    """Where a document tells figures by name."""

    leaves: Sequence[Row]
    money: FundTable
    prose: Prose

    def named(self, row: Row, note: str, words: str) -> Term | None:
        """The one figure of this name: beside it, of a row, of the fund table, of a text."""
        for found in (
            _beside(note, words), _of_rows(self.leaves, row, words), _of_funds(self.money, words),
            _of_texts(self.prose, words),
        ):  # fmt: skip
            every = {term.value: term for term in found}
            if every:
                return every.popitem()[1] if len(every) == 1 else None
        return None


def _term(one: Quantity, *, is_of_text: bool = True) -> Term:
    return Term(one.value, one.half, one.unit, one.said, is_of_text)


def _beside(note: str, words: str) -> Iterator[Term]:
    """`保洁员人数（年均350人）`."""
    plain = half_width(note)
    at = plain.find(words)
    for one in quantities(note) if at >= 0 else ():
        if one.start > at and _BETWEEN.fullmatch(plain[at + len(words) : one.start]):
            yield _term(one, is_of_text=False)


def _of_rows(leaves: Sequence[Row], own: Row, words: str) -> Iterator[Term]:
    """The actual value of a row of that name, or of the one that counts just that."""
    name, counted = folded(_TIME.sub("", words)), _COUNTED.fullmatch(_TIME.sub("", words))
    alike: list[Term] = []
    for row in leaves:
        number = row.indicator.actual_number
        if number is None or row.path == own.path:
            continue
        worth, unit = measured_in(row.indicator.counted_in)
        term = Term(
            number * worth, half_digit(number) * worth, unit, f"{row.indicator.actual_shown}"
        )
        if folded(row.indicator.name) in (name, folded(words)):
            yield term
            return
        if counted and unit == counted[2] and counted[1] in row.indicator.name:
            alike.append(term)
    if len(alike) == 1:
        yield alike[0]


def _of_funds(money: FundTable, words: str) -> Iterator[Term]:
    match, shown = _OF_FUNDS.fullmatch(words), money.shown
    stages = _STAGES[match[1]] if match else ()
    amount = next((shown[stage] for stage in stages if stage in shown), None)
    if amount is not None:
        yuan = amount.unit.yuan
        half = half_digit(amount.value) * yuan
        yield Term(amount.value * yuan, half, "元", str(amount), is_of_text=False)


def _of_texts(prose: Prose, words: str) -> Iterator[Term]:
    """Figures of a text whose clause ends with these words, or with the last four and more."""
    core = _TIME.sub("", words)
    least = min(len(core), _SHORTEST)
    for text in prose.within(_PARTS) if least == _SHORTEST else ():
        if core[-least:] not in text.plain:
            continue
        for one in text.quantities:
            before = _FILLER.sub("", one.before)
            if before.endswith(core[-least:]) and not _OTHERWISE.search(one.before):
                yield _term(one)
