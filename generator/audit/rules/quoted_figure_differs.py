"""引用另一份文件的数与原文不同。

文字写“自评表填报……”“评价指出……”的一个数，所关联的那一份文件里没有；或者整改文件列的问题，文字与评
价指出的一样，数不一样。

原因：复核、跟踪、整改都以另一份文件为准；引错了，读者不知道哪一个是真的。

公式：文字中紧接“自评”“原评价”“上年报告”“评价报告”“评价指出”一类的数（分数除外），所关联、本站已有
的文件的完成值、金额、份数和文字（目标除外）中没有同一单位、相等的数，而且：那一份中同名的指标（或
它的下级）有同一单位的完成值；或者这个数与其中一个只差一位、相邻两位颠倒；或者正是那一份的目标数。
整改文件列的问题，除去数字以后与所关联文件的一个问题文字相同（四个字以上，各自只有一条），而「涉及
金额」或者文字里的数不同的，也提示。一行写“与自评填报数一致”的，与所关联文件同名、
同一单位的一行的完成值比较。引用的得分由quoted-score-differs 核对，整改要求由
demand-differs-from-finding 核对。

依据：复核以原评价结果为对象（财预〔2020〕10号和各地复核办法），引用的数据应与原件一致。只作提示。

反例：自评表完成 604 人（目标 640 人），复核写“自评表填报完成640人”。

正例：复核写“自评表填报完成604人，剔除重复登记11人后为593人”。

改法：对照所关联的文件核对，改为原文的数。
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.last_year import by_name
from generator.audit.dossier.quantities import Quantity, measured_in, quantities
from generator.audit.dossier.rows import Row, rows_of, texts_of
from generator.audit.dossier.slips import slip
from generator.catalog import Catalog, Entry
from generator.diagnostics import Severity
from generator.model.evaluation import Evaluation
from generator.model.findings import Finding
from generator.model.kinds import Timing
from generator.source import At
from generator.values.lazily import lazily
from generator.values.money import rounding
from generator.values.names import folded
from generator.values.text import half_width

SEVERITY = Severity.HINT
NEEDS = (needs.RELATED,)

_QUOTING = lazily(
    r"自评|原评价|上年(?:度)?(?:报告|评价)|评价(?:报告|时)?(?:指出|认定|查出|发现|写明"
    r"|反映)|去年(?:报告|评价)"
)
_AS_TOLD = lazily(
    "与(?:单位)?(?:自评|原评价)(?:填报|报告|结果|表|所列)?的?(?:数据?|结果|情况|值)?(?:一致|相符|相同|吻合)"
)
_POINTS = frozenset(("分", "%", "‰", "倍"))
_NUMBER = lazily(r"\d[\d,]*(?:\.\d+)?", re.ASCII)
_SHORTEST = 4
_AIMS = frozenset(("target", "expected", "whole_term", "adjusted", "scoring_rule"))


class _Figure(NamedTuple):
    value: Decimal
    unit: str
    said: str
    row: str
    """The row it stands in, and those above it, each behind a tab."""
    is_aim: bool


def check(document: Entry, catalog: Catalog) -> Iterator[Result]:
    """At the text that quotes."""
    record = document.record
    named = [r.record for r in catalog.relations.named_by(record) if r.record is not None]
    if document.kind.timing is Timing.RECTIFYING:
        yield from _repeated(record.evaluation, [other.evaluation for other in named])
    yield from _same(record.evaluation, [other.evaluation for other in named])
    quoted = tuple(_quoted(record.evaluation)) if named else ()
    if not quoted:
        return
    figures = [figure for other in named for figure in _figures(other.evaluation)]
    for path, row, quantity in quoted:
        if due := _due(quantity, row, figures):
            yield Result(
                path,
                f"文字引用「{quantity.before}{quantity.said}」，所关联的文件写的是 {due}",
                "请对照所关联的文件核对",
                quantity.said,
                due,
            )


def _same(own: Evaluation, named: Sequence[Evaluation]) -> Iterator[Result]:
    """Rows that are told to be as the other document has them, and are not."""
    rows = by_name(own) if named else {}
    for name, row in rows.items():
        notes = (row.indicator.score_note, row.indicator.explanation, row.indicator.evidence)
        stated = row.indicator.actual_number
        if stated is None or not any(note and _AS_TOLD.search(note) for note in notes):
            continue
        others = [found.indicator for one in named if (found := by_name(one).get(name))]
        same = [one for one in others if one.counted_in == row.indicator.counted_in]
        known = [one.actual_number for one in same if one.actual_number is not None]
        if known and stated not in known:
            due = same[0].actual_shown
            yield Result(
                row.at("actual"),
                f"{row.name}完成值 {row.indicator.actual_shown}，写明与自评一致，"
                f"所关联的文件写的是 {due}",
                "请对照所关联的文件核对",
                row.indicator.actual_shown,
                due,
            )


def _repeated(own: Evaluation, named: Sequence[Evaluation]) -> Iterator[Result]:
    """Problems that are repeated word for word with another figure."""
    found = _by_words([finding for other in named for finding in other.findings])
    for words, finding in _by_words(own.findings).items():
        other = found.get(words)
        if other is None:
            continue
        place = ("findings", own.findings.index(finding))
        said, due = (one.amount.amount(None) if one.amount else None for one in (finding, other))
        figures = [_NUMBER.findall(half_width(one.text)) for one in (finding, other)]
        if (
            said
            and due
            and abs(said.value - due.to(said.unit).value) > rounding((said, due), said.unit)
        ):
            at, told, written = "amount", str(said), str(due)
        elif figures[0] != figures[1]:
            at, told, written = "text", *("、".join(numbers) for numbers in figures)
        else:
            continue
        yield Result(
            (*place, at),
            f"问题写 {told}，所关联的文件写的是 {written}",
            "请对照所关联的文件核对",
            told,
            written,
        )


def _by_words(findings: Sequence[Finding]) -> Mapping[str, Finding]:
    """Problems by their words without figures, where only one has these."""
    words = [_NUMBER.sub("", folded(finding.text)) for finding in findings]
    ones = Counter(words)
    pairs = zip(words, findings, strict=True)
    return {one: finding for one, finding in pairs if ones[one] == 1 and len(one) >= _SHORTEST}


def _quoted(evaluation: Evaluation) -> Iterator[tuple[At, str, Quantity]]:
    """The figures that are told of another document, each with the row it stands in."""
    for text in texts_of(evaluation, ()):
        if _QUOTING.search(text.text):
            for quantity in quantities(text.text):
                if quantity.unit not in _POINTS and _QUOTING.search(quantity.before):
                    yield text.path, _row_at(evaluation, text.path), quantity


def _row_at(evaluation: Evaluation, path: At) -> str:
    rows = rows_of(evaluation.indicators, ("indicators",), 1, None)
    return next((row.indicator.name for row in rows if (*row.path, path[-1]) == path), "")


def _figures(evaluation: Evaluation) -> Iterator[_Figure]:
    for row in rows_of(evaluation.indicators, ("indicators",), 1, None):
        names = ""
        at: Row | None = row
        while at is not None:
            names = f"{names}\t{at.indicator.name}\t"
            at = at.above
        indicator = row.indicator
        worth, unit = measured_in(indicator.counted_in)
        for number, said, is_aim in (
            (indicator.actual_number, indicator.actual_shown, False),
            (indicator.target_number, indicator.target_shown, True),
        ):
            if number is not None:
                yield _Figure(number * worth, unit, said, names, is_aim)
    funds = evaluation.funds
    for amounts in funds.all_rows if funds else ():
        for value in amounts.amounts.values():
            if funds:
                said = f"{value}{funds.unit.label}"
                yield _Figure(value * funds.unit.yuan, "元", said, "", is_aim=False)
    for text in texts_of(evaluation, ()):
        for one in quantities(text.text):
            yield _Figure(one.value, one.unit, one.said, "", is_aim=not _AIMS.isdisjoint(text.path))


def _due(quoted: Quantity, row: str, figures: Sequence[_Figure]) -> str:
    """What the other document has instead; empty where it has this, or nothing like it."""
    same = [figure for figure in figures if figure.unit == quoted.unit]
    outcomes = [figure for figure in same if not figure.is_aim]
    if any(abs(figure.value - quoted.value) <= quoted.half for figure in outcomes):
        return ""
    own = [figure for figure in outcomes if row and f"\t{row}\t" in figure.row]
    near = [figure for figure in outcomes if slip(figure.value, quoted.value)]
    aimed = [figure for figure in same if figure.is_aim and figure.value == quoted.value]
    found = own or near or (outcomes if aimed else [])
    return "、".join(dict.fromkeys(figure.said for figure in found[:2]))
