"""Where a report gives its reasons: in the row, in its fund table, in a note, or in its prose.

Forms differ in where they ask for a reason, and authors in where they give it. A rule that says
"no reason is given" must have looked at all of these; what merely may be a reason counts as one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from generator.audit.dossier.rows import Row
from generator.audit.wording import says_nothing
from generator.model.evaluation import Evaluation
from generator.model.fund_rows import FundAmounts
from generator.model.indicators import Indicator
from generator.model.items import Item
from generator.values.lazily import lazily
from generator.values.sentences import sentences
from generator.values.text import half_width

_CAUSE = lazily(
    r"因|由于|(?<![体关联])系(?!统|列|数)|受(?!益)|未|没有?|不|滞后|推迟|延[迟后期误]|迟|扣|失分|减[少分]|降低|低于"
    r"|少于|影响|导致|欠|缺|停|暂缓|取消|调整|变[更化]|疫情|结余|节约|跨年|尚|仅|才"
)
"""Words of a sentence that tells why; wide, since a reason overlooked becomes a false reproach."""
_TAKEN = lazily(r"[扣失减丢][掉去除了]?\s?([0-9]{1,3}(?:\.[0-9]{1,2})?)\s?分")
_MONEY = lazily(r"资金|预算|支出|支付|拨付|执行|结余|进度|经费|[尾余]款|结算")
_UNSPENT = lazily(
    r"执行率|执行进度|支出率|支出进度|支付率|支付进度|未[能]?(?:执行|支出|支付|使用|拨付|结算|用完)|结余|结转|沉淀|闲置"
    r"|[尾余]款|节约|节省|下达[较偏]?[晚迟]|到位[较偏]?[晚迟]"
)
_ADJUSTED = lazily(
    r"(?:预算|资金|经费|指标)[^，,]{0,12}(?:调[整增减剂]|追加|增加|压减|核减|收回|统筹|变更)"
    r"|(?:调[整增减剂]|追加|压减|核减|收回)[^，,]{0,12}(?:预算|资金|经费|指标|万元|元)"
)
_CHANGING = lazily(
    r"年初|年中|调|增|追加|压|收回|减少|减[^，,。；]{0,6}元|扣减|统筹|变更|下达|上级|新增|扩|结转|预算|置换"
    r"|一般债|特别国债|补助|批复|安排|上年|汛|灾|疫|节约|取消|暂停|停止"
)
"""Words below a fund table that may tell why a budget was changed."""
_COLUMN = lazily(r"原因|说明|备注|理由|依据")
_ENDING = lazily(r"(?:情况|[数]?量|指标|程度|[（(][^（）()]{0,30}[）)])$")
_LEAST = 4
"""Signs of a name that prose is searched for without its ending."""


class Reasons:
    """The reasons that a document gives for what one of its items lacks."""

    def __init__(self, item: Item, document: Evaluation, rows: Sequence[Row]) -> None:
        self._item = item
        self._document = document
        self._rows = rows

    def for_row(self, row: Row) -> bool:
        """Whether a loss or a deviation of a row is explained: here, above, below, or in prose."""
        at: Row | None = row
        while at is not None:
            if has_reason(at.indicator):
                return True
            at = at.above
        if any(has_reason(below) for below in row.indicator.tree()):
            return True
        return self.told(row)

    @cached_property
    def for_spending(self) -> bool:
        """Whether anything is said of why little was spent."""
        return self._of_funds or self._of_money_rows or self._prose_says(_UNSPENT)

    @cached_property
    def for_overspending(self) -> bool:
        """Whether anything is said of a source that gave more; a row of points says none."""
        return self._of_funds or self._prose_says(_UNSPENT) or self.for_adjustment

    @cached_property
    def for_adjustment(self) -> bool:
        """Whether anything is said of why the budget was changed."""
        return (
            self._of_fund_rows
            or any(_ADJUSTED.search(s) or _CHANGING.search(s) for s in self._of_explanation)
            or any(_ADJUSTED.search(s) for s in self._sentences)
        )

    @property
    def _of_funds(self) -> bool:
        return self._of_fund_rows or bool(self._of_explanation)

    @property
    def _of_fund_rows(self) -> bool:
        funds = self._item.funds
        said = (text for row in funds.all_rows for text in _notes(row)) if funds else ()
        return any(text and not says_nothing(text) for text in said)

    @property
    def _of_explanation(self) -> Sequence[str]:
        """The words below the fund table, as one text; none where they say nothing."""
        text = (self._item.funds.explanation or "") if self._item.funds else ""
        return () if not text or says_nothing(text) else (half_width(text),)

    @property
    def _of_money_rows(self) -> bool:
        return any(
            has_reason(row.indicator) for row in self._rows if _MONEY.search(row.indicator.name)
        )

    def told(self, row: Row) -> bool:
        """Whether a sentence that names the row, or just the points it lost, tells why."""
        names, lost = _names(row.indicator.name), row.indicator.lost
        return any(
            _CAUSE.search(sentence) and (any(name in sentence for name in names) or lost in taken)
            for sentence, taken in self._telling
        )

    def _prose_says(self, subject: re.Pattern[str]) -> bool:
        return any(subject.search(s) and _CAUSE.search(s) for s in self._sentences)

    @cached_property
    def _telling(self) -> Sequence[tuple[str, frozenset[Decimal]]]:
        """Each sentence with the points that it says were taken."""
        return tuple(
            (sentence, frozenset(Decimal(number) for number in _TAKEN.findall(sentence)))
            for sentence in self._sentences
        )

    @cached_property
    def _sentences(self) -> Sequence[str]:
        texts = (half_width(text) for text in self._prose() if text)
        return tuple(sentence for text in texts for sentence in sentences(text))

    def _prose(self) -> Iterator[str | None]:
        """What is written freely: in the item, then in the document that holds it."""
        whole = self._item is self._document
        items: tuple[Item, ...] = (self._item,) if whole else (self._item, self._document)
        for one in items:
            result, objective = one.result, one.objective
            yield from (result.note, result.opinion, objective.achieved, objective.forecast)
            yield one.funds.explanation if one.funds else None
            for finding in one.findings:
                yield finding.text
                yield finding.cause
        yield from (section.text for section in self._document.sections)
        yield self._document.source.note


def has_reason(row: Indicator) -> bool:
    """Whether a row itself says why: in its reason, its note on the score, or a column for it."""
    return row.has_reason or any(True for _ in _said(row.extra))


def _notes(row: FundAmounts) -> Iterator[str]:
    if row.note:
        yield row.note
    yield from _said(row.extra)
    for part in row.parts:
        yield from _notes(part)


def _said(extra: Mapping[str, str | tuple[str, ...]]) -> Iterator[str]:
    """What columns for reasons hold that a form adds."""
    for name, value in extra.items():
        text = value if isinstance(value, str) else "，".join(value)
        if _COLUMN.search(name) and text and not says_nothing(text):
            yield text


def _names(name: str) -> tuple[str, ...]:
    """A row's name as prose may write it: as it stands, and without its ending."""
    plain = half_width(name)
    short = _ENDING.sub("", plain)
    return (plain, short) if len(short) >= _LEAST else (plain,)
