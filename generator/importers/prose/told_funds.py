"""Money that sentences tell of the whole: budget, what arrived, what was spent, the rates."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.audit.dossier.prose import Passage
from generator.audit.dossier.rows import Text
from generator.audit.dossier.told import THE_RATE, mentions
from generator.importers.context import Context
from generator.importers.ledger import Confidence
from generator.importers.outline import Piece
from generator.source import At
from generator.values.money import UNSIGNED, Unit
from generator.values.text import half_width
from generator.values.told_money import MONEY

_BETWEEN = r"[^，,。；;：:\d]{0,24}?"
_BETWEEN_WITH_YEAR = r"(?:[^，,。；;：:\d]|(?:19|20)\d\d年){0,40}?"
_STAGES: Mapping[str, re.Pattern[str]] = {
    "initial_budget": re.compile(
        rf"年初(?:部门)?(?:预算|安排)(?:安排|批复|金额|数|资金|总额)?{_BETWEEN}{MONEY}", re.ASCII
    ),
    "adjusted_budget": re.compile(
        rf"(?<!年初)(?<!年初部门)(?:预算|调整后预算)(?:金额|安排|批复|总额|数|资金)(?:金额|资金|数)?(?:为|共|是|共计|合计)?\s?{MONEY}",
        re.ASCII,
    ),
    "received": re.compile(
        rf"(?:下拨|下达|拨付|拨入|实际到位|到位)(?:了)?{_BETWEEN_WITH_YEAR}(?:资金|经费|金额|款)?(?:为|共|共计)?\s?{MONEY}",
        re.ASCII,
    ),
    "spent": re.compile(
        rf"(?:实际|累计|全年|共|共计|已)?(?:费用|资金|经费)?(?:支出|使用|支付|列支|执行)(?:资金|经费|金额|数)?(?:为|共|共计|合计|了)?\s?{MONEY}",
        re.ASCII,
    ),
}
"""What a sentence says of the whole, as far as `mentions` finds no limit in it."""
_PAYER = re.compile(
    r"(?P<payer>(?:(?:中央|[省市县区镇])级?|本级){0,2}财政)(?:局|部门)?(?:按时|及时|足额|全额|按进度|已|共|实际){0,3}(?:下拨|下达|拨付|安排|拨入)"
)
_MONEY_NOUN = re.compile(
    r"(?P<noun>专项资金|项目资金|补助资金|工作经费|专项经费|经费|资金)(?:为|共|共计)?\s?$"
)
_RATE = re.compile(rf"{THE_RATE}(?P<rate>{UNSIGNED})\s?%", re.ASCII)
_ARRIVAL = "到位"
_BASES = {"arrival": "received_by_budget", "execution": "spent_by_budget"}


class _Told(NamedTuple):
    piece: Piece
    number: tuple[int, int]
    unit: str
    unit_part: tuple[int, int]


def read(context: Context, paragraphs: Sequence[Piece], year: int, at: At = ()) -> None:
    """Amounts and rates of a report that has no table of money."""
    if context.gathering.has(*at, "funds"):
        return
    passages = {id(p): _passage(p) for p in paragraphs}
    pieces = {passages[id(piece)].typed: piece for piece in paragraphs}
    found: dict[str, list[_Told]] = {}
    for stage, pattern in _STAGES.items():
        for passage, match in mentions(passages.values(), pattern, year):
            told = _Told(pieces[passage.typed], match.span(1), match[2], match.span(2))
            found.setdefault(stage, []).append(told)
    if found:
        _amounts(context, found, passages.values(), pieces, at)
        _rates(context, passages.values(), pieces, year, at)


def _passage(piece: Piece) -> Passage:
    return Passage(Text(("sections",), piece.text), half_width(piece.text))


def _amounts(
    context: Context, found: Mapping[str, Sequence[_Told]], passages: Iterable[Passage],
    pieces: Mapping[str, Piece], at: At,
) -> None:  # fmt: skip
    first = next(iter(found.values()))[0]
    unit = next(u for u in Unit if u.label == first.unit)
    funds: At = (*at, "funds")
    context.put((*funds, "unit"), first.piece, unit.value, first.unit_part)
    arrived = [id(told.piece) for told in found.get("received", ())]
    row = _source(context, passages, pieces, funds, arrived)
    for stage, mentioned in found.items():
        for told in mentioned:
            span = context.gathering.ledger.span(told.piece, *told.number)
            if told.unit == unit.label:
                context.put_spans((*row, stage), context.gathering.ledger.text(span), (span,))
            else:
                text = f"{context.gathering.ledger.text(span)}{told.unit}"
                reason = f"单位与别处的{unit.label}不同"
                context.gathering.leave_open((*row, stage), (text,), (span,), reason)


def _source(
    context: Context, passages: Iterable[Passage], pieces: Mapping[str, Piece], funds: At,
    arrived: Sequence[int],
) -> At:  # fmt: skip
    """The row of the one who pays, where one sentence tells all that came; else the total's."""
    for passage in passages:
        payer = _PAYER.search(passage.plain)
        if payer is None or arrived != [id(pieces[passage.typed])]:
            continue
        money = _STAGES["received"].search(passage.plain, payer.start())
        noun = _MONEY_NOUN.search(passage.plain, payer.end(), money.start(1)) if money else None
        piece = pieces[passage.typed]
        span_of = context.gathering.ledger.span
        spans = [span_of(piece, *payer.span("payer"))]
        text = payer["payer"]
        if noun is not None:
            spans.append(span_of(piece, *noun.span("noun")))
            text += noun["noun"]
        row: At = (*funds, "rows", 0)
        context.put_spans((*row, "source"), text, spans, confidence=Confidence.INFERRED)
        return row
    return (*funds, "stated_total")


def _rates(
    context: Context, passages: Iterable[Passage], pieces: Mapping[str, Piece], year: int, at: At
) -> None:
    for passage, match in mentions(passages, _RATE, year):
        name = "arrival" if _ARRIVAL in match[1] else "execution"
        rate: At = (*at, "funds", "stated_rates", name)
        start, end = match.span("rate")
        piece = pieces[passage.typed]
        if not context.gathering.has(*rate):
            context.put((*rate, "value"), piece, f"{match['rate']}%", (start, end + 1))
            context.put(
                (*rate, "base"), piece, _BASES[name], match.span(1), confidence=Confidence.INFERRED
            )
