"""同一个数两处写法不同。

文字里的一个数，与表格里同一件事的数，或者与另一段文字里的数不同。

原因：同一个数抄了两次，其中一次两位数字颠倒，或者错了一位；也可能改了一处，漏改另一处。

公式：在完成情况、正文、说明、原因、佐证和文字写成的完成值里，看带单位的数。表格（资金各栏、指标
值、完成值、调查份数）里没有这个数、也不是两个金额相加减的，有下列情形之一就提示：（1）紧跟在资金
来源、用途、地区或指标的名称后面，或者写的是发放、回收、有效问卷多少份，那一行有同一单位的数（问题
多讲一部分，不这样看）；（2）与表格或前文同一单位的数只差一位，或相邻两位颠倒，三位以上，并且前面
有相同的字（颠倒的两个字以上，错一位的三个字以上）。所在句写有上年、同比、每、人均、计划等，或者写
有其他年份的，不提示。整份文件的执行率、到位率由 rates-disagree-in-text 核对，总分由
result-disagrees-in-text 核对，各项资金来源的到位、支出由 years-disagree-in-text 核对。

依据：通行的文字核对要求：同一数据前后一致。只作提示。

反例：资金表“地方资金”616 万元，完成值写“地方资金626.00万元足额安排”；表中到位 16290 万元，正
文写“到位16920.00万元”。

正例：两处都写 616 万元；正文写“其中市级支出5万元”。

改法：核对两处，改为一致；不是同一件事的不必改。
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from generator.audit import needs
from generator.audit.base import Result, Unjudged
from generator.audit.dossier.quantities import Quantity, measured_in, quantities, sentence_of
from generator.audit.dossier.slips import Slip, of_one, slip
from generator.audit.dossier.told import FIELDS, THE_RATE, THE_TOTAL
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import FundAmounts, FundUse
from generator.model.outcome import Survey
from generator.source import At
from generator.values.lazily import lazily

SEVERITY = Severity.HINT
NEEDS = (needs.UNDER_WAY, needs.UNDIVIDED)

_MANY = 300
"""Each is held against all others: of more, that would take long."""

_TELLING = frozenset(
    ("achieved", "note", "opinion", "text", "explanation", "deviation_reason", "score_note",
     "actual", "evidence", "done")
)  # fmt: skip
_ELSEWHERE = frozenset(("recommendations", "rectification", "uses", "source", "exceptions"))
"""Parts that speak of other times, or of other documents."""
_LIMITED = lazily(  # each begins with a sign of its own, so that it is soon passed over
    r"上年|去年|往年|以前|同[比期]|比|较|下年|明年|次年|季度|上半年|下半年"
    r"|月(?<=[0-9]月)[份]?(?:[至到—-]|$)|每|人均|户均|平均"
    r"|单价|第[一二三四]|累计|原|调整|追加|低于|高于|少于|多于|不足|超过|接过|近|约|余|以[上下内]"
    r"|标(?<!高标)准|由|从|其中(?!有效)|计划"
    r"|预计|目标|应(?!急)|拟|分别|抽[查取]|剔除|扣除|另"
)
_YEAR = lazily(r"(?<![0-9])((?:19|20)[0-9]{2})年")
_FILLER = lazily(
    r"(?:共计|合计|总计|实际|安排|到位|支出|投入|使用|执行|拨付|补助|资金|预算|完成|达到?"
    r"|[共为计是了数]){0,3}$"
)
_SURVEYED = {
    "发放问卷": lazily("(?:发放|发出)(?:调查|满意度)?(?:问卷)?(?:调查表)?[共计了]?$"),
    "回收问卷": lazily("(?:回收|收回)(?:调查|满意度)?(?:问卷)?[共计了]?$"),
    "有效问卷": lazily("有效(?:调查)?(?:问卷)?[共计]?$"),
}
"""How texts tell the counts of a survey."""
_TOLD_ELSEWHERE = lazily(f"{THE_RATE}|{THE_TOTAL}")
"""The rate and the points of the whole, of which other rules speak."""
_OF_SOURCE = lazily("(?:到位|支出|发行)(?:资金|金额|数)?[为共计]?$")
"""What came or was spent of a source, of which `years-disagree-in-text` speaks."""
_PARTING = lazily("[：:]")
_SHORTEST = 3
_RUNS = {Slip.SWAPPED: 2, Slip.MISTYPED: 3}
_STOCK = lazily(r"(?:资金|项目|全年|完成|年度|其中|截至|共计|情况|实际|支出|预算|万元){1,2}")
"""Words that two texts share by chance."""


class _Known(NamedTuple):
    """A figure of the tables, or one told before."""

    value: Decimal
    unit: str
    name: str = ""
    """Its row, or the words beside it."""
    column: str = ""
    printed: Decimal | int | str | None = None
    """As it is printed, with the unit of its cell or table apart."""
    label: str = ""

    @property
    def words(self) -> str:
        """What stands beside it."""
        return f"{self.name}\t{self.column}" if self.column else self.name

    @property
    def shown(self) -> str:
        return f"{self.printed}{self.label}"


class _Tables:
    """The figures that a document prints in cells."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject

    @cached_property
    def cells(self) -> Mapping[str, Sequence[_Known]]:
        """What is printed in cells, by unit."""
        found: dict[str, list[_Known]] = defaultdict(list)
        for cell in (*self._amounts(), *self._actuals(), *self._forms()):
            found[cell.unit].append(cell)
        return found

    def hold(self, told: Quantity) -> bool:
        """Whether a figure stands in a cell or a plan, or is a sum or difference of two amounts."""
        unit = told.unit
        if _stands(told, self._printed.get(unit, ())) or _stands(told, self._planned.get(unit, ())):
            return True
        return unit == "元" and _stands(told, self._combined)

    @cached_property
    def _printed(self) -> Mapping[str, Sequence[Decimal]]:
        """What stands in cells, by unit, in order."""
        return {unit: sorted(cell.value for cell in cells) for unit, cells in self.cells.items()}

    @cached_property
    def _planned(self) -> Mapping[str, Sequence[Decimal]]:
        """What was to be, or was counted, by unit, in order."""
        found: dict[str, list[Decimal]] = defaultdict(list)
        for value, unit in self._plans():
            found[unit].append(value)
        return {unit: sorted(values) for unit, values in found.items()}

    @cached_property
    def _combined(self) -> Sequence[Decimal]:
        amounts = {*self._printed.get("元", ()), *self._planned.get("元", ())}
        pairs = tuple(combinations(sorted(amounts), 2))
        return sorted((*(b - a for a, b in pairs), *(a + b for a, b in pairs)))

    def _amounts(self) -> Iterator[_Known]:
        funds = self._subject.item.funds
        if funds is None:
            return
        pending, yuan, label = list(funds.all_rows), funds.unit.yuan, funds.unit.label
        while pending:
            row = pending.pop(0)
            pending += row.parts
            for stage, value in row.amounts.items():
                yield _Known(value * yuan, "元", row.name, stage.label, value, label)

    def _actuals(self) -> Iterator[_Known]:
        for row in self._subject.leaves:
            indicator = row.indicator
            if (number := indicator.actual_number) is not None:
                worth, unit = measured_in(indicator.counted_in)
                printed, label = indicator.actual, indicator.unit or ""
                yield _Known(number * worth, unit, indicator.name, "", printed, label)

    def _forms(self) -> Iterator[_Known]:
        """The counts of surveys."""
        for survey in self._subject.item.surveys:
            for words, count in _counts(survey):
                yield _Known(Decimal(count), "份", words, "", count, "份")

    def _plans(self) -> Iterator[tuple[Decimal, str]]:
        """What was to be, or was counted: a text may well speak of it."""
        item = self._subject.item
        together: Counter[str] = Counter()
        for survey in item.surveys:
            together.update(dict(_counts(survey)))
        yield from ((Decimal(count), "份") for count in together.values())
        for row in self._subject.leaves:
            indicator = row.indicator
            worth, unit = measured_in(indicator.counted_in)
            if (number := indicator.target_number) is not None:
                yield number * worth, unit
            for text in ("" if number is not None else indicator.target, indicator.forecast_shown):
                yield from _all_in(text)
        aims = item.objective
        for aim in (aims.expected, aims.adjusted, aims.whole_term, aims.forecast):
            yield from _all_in(aim)
        rows: tuple[FundAmounts, ...] = item.funds.by_use if item.funds else ()
        for use in rows:
            if isinstance(use, FundUse) and use.quantity is not None:
                worth, unit = measured_in(use.quantity_unit or "")
                yield use.quantity * worth, unit


def _counts(survey: Survey) -> Iterator[tuple[str, int]]:
    """The counts of a survey, by what texts call them."""
    told = ("发放问卷", survey.sent), ("回收问卷", survey.returned), ("有效问卷", survey.valid)
    yield from ((words, count) for words, count in told if count is not None)


def _all_in(text: str | None) -> Iterator[tuple[Decimal, str]]:
    for one in quantities(text) if text else ():
        yield one.value, one.unit


def _stands(told: Quantity, among: Sequence[Decimal]) -> bool:
    """Whether a figure is one of these, which are in order, as it is or rounded."""
    n = bisect_left(among, told.value - told.half)
    return n < len(among) and among[n] <= told.value + told.half


def check(subject: Subject) -> Iterator[Result | Unjudged]:
    """At the text, once for each."""
    told = tuple(_told(subject))
    if not told:
        return
    if len(told) > _MANY:
        yield Unjudged(f"文字里的数多于 {_MANY} 个，没有互相核对")
        return
    tables = _Tables(subject)
    before: dict[str, list[_Known]] = defaultdict(list)
    said: set[At] = set()
    for path, quantity in told:
        others = before[quantity.unit]
        held = tables.hold(quantity)
        if not held and path not in said and (other := _other(path, quantity, tables, others)):
            said.add(path)
            yield Result(
                path,
                f"文字写「{quantity.before}{quantity.said}」，而同一件事另写为 {other}",
                "请核对两处，改为一致；不是同一件事的不必改",
                quantity.said,
                other,
            )
        words = quantity.before + quantity.behind
        others.append(_Known(quantity.value, quantity.unit, words, "", quantity.said))


def _ends(clauses: Sequence[str], named: str) -> bool:
    """Whether a clause ends with what a row is called; of `社会效益：受益人数` with the latter."""
    name = _PARTING.split(named)[-1]
    return len(name) >= _SHORTEST and any(clause.endswith(name) for clause in clauses)


def _told(subject: Subject) -> Iterator[tuple[At, Quantity]]:
    """The quantities of its free texts, but for those that a sentence sets apart."""
    for text in subject.texts.prose.with_figures(_TELLING):
        if text.path[0] in _ELSEWHERE:
            continue
        tells_years = "年" in text.plain
        for quantity in text.quantities:
            if _LIMITED.search(quantity.before) or _LIMITED.search(quantity.behind):
                continue
            is_elsewhere = text.path[0] in FIELDS and (
                _TOLD_ELSEWHERE.fullmatch(quantity.before)
                or (quantity.unit == "元" and _is_of_source(subject, quantity.before))
            )
            sentence = sentence_of(text.plain, quantity.start) if tells_years else ""
            years = _YEAR.findall(sentence)
            is_of_year = all(int(year) == subject.year for year in years)
            if not is_elsewhere and (is_of_year or _is_surveyed(quantity)):
                yield text.path, quantity


def _is_surveyed(told: Quantity) -> bool:
    """Whether it counts the forms of a survey, which is made when the year is over."""
    return told.unit == "份" and any(word.search(told.before) for word in _SURVEYED.values())


def _is_of_source(subject: Subject, before: str) -> bool:
    """Whether words name a source of money, and that it came or was spent."""
    words = _OF_SOURCE.sub("", before)
    funds = subject.item.funds
    names = [row.name for row in (*funds.rows, *funds.by_place)] if funds else []
    return words != before and any(len(n) >= _SHORTEST and words.endswith(n) for n in names)


def _other(at: At, told: Quantity, tables: _Tables, before: Sequence[_Known]) -> str:
    """The figure that stands for the same thing elsewhere; empty where there is none.

    `before` are those of its unit that were told before it.
    """
    cells = tables.cells.get(told.unit, ())
    ends = (told.before, _FILLER.sub("", told.before))
    for cell in cells if at[0] != "findings" else ():
        surveyed = _SURVEYED.get(cell.name)
        is_of_cell = surveyed.search(told.before) if surveyed else _ends(ends, cell.name)
        if is_of_cell:
            return f"{cell.name} {cell.shown}"
    words = told.before + told.behind
    for other in (*cells, *before):
        if not (kind := slip(told.value, other.value)):
            continue
        run = of_one(words, other.words)
        if len(run) >= _RUNS[kind] and (kind is Slip.SWAPPED or not _STOCK.fullmatch(run)):
            return f"{run} {other.shown}"
    return ""
