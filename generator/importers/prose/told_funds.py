"""Money that sentences tell of the whole: budget, what arrived, what was spent, the rates."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from generator.audit.dossier.told import THE_RATE
from generator.importers.context import Context
from generator.importers.ledger import Confidence
from generator.importers.outline import Piece
from generator.importers.prose import told_beside
from generator.importers.prose.stages import PartOf, Sum
from generator.importers.prose.sums import sums
from generator.importers.prose.whole import Years, is_of_another, is_whole
from generator.schema.fields import Answer
from generator.source import At
from generator.values.money import UNSIGNED, Unit, parse
from generator.values.text import half_width

_PAYER = re.compile(
    r"(?P<payer>(?:(?:中央|[省市县区镇])级?|本级){0,2}财政)(?:局|部门)?(?:按时|及时|足额|全额|按进度|已|共|实际){0,3}(?:下拨|下达|拨付|安排|拨入)"
)
_MONEY_NOUN = re.compile(
    r"(?P<noun>专项资金|项目资金|补助资金|工作经费|专项经费|经费|资金)(?:为|共|共计)?\s?$"
)
_RATE = re.compile(rf"{THE_RATE}(?P<rate>{UNSIGNED})\s?%", re.ASCII)
_ARRIVAL = "到位"
_OF: Mapping[str, tuple[str, Sequence[str]]] = {
    "arrival": ("received", ("adjusted_budget", "initial_budget")),
    "execution": ("spent", ("adjusted_budget", "initial_budget")),
}
"""Of which amounts each rate is."""
_BASES = {"arrival": "received_by_budget", "execution": "spent_by_budget"}


def read(
    context: Context, paragraphs: Sequence[Piece], years: Years, known: str, at: At = ()
) -> None:
    """Amounts and rates of a report; beside a table of money those that it leaves out."""
    has_table = context.gathering.has(*at, "funds")
    paragraphs = [one for one in paragraphs if not is_of_another(half_width(one.text), known)]
    found = [one for piece in paragraphs for one in sums(piece, years, known)]
    if has_table:
        told_beside.put_stages(context, found, at)
        if not context.gathering.has(*at, "funds", "stated_total", "rate"):
            for piece in paragraphs:
                _rates(context, piece, years, known, at, has_table=True)
        return
    advised = [one for one in found if one.stage == _ADVISED]
    for one in advised:
        part = (one.number[0], one.unit_part[1])
        context.put((*at, "result", "amount_advised"), one.piece, None, part)
    found = [one for one in found if one.stage != _ADVISED]
    if found:
        _amounts(context, found, at)
        for piece in paragraphs:
            _rates(context, piece, years, known, at)


def read_planned(
    context: Context, parts: Sequence[tuple[Piece, int]], years: Years, at: At = ()
) -> None:
    """What a project is to have, below a heading that says so: a bare sum is its budget."""
    found = [
        one
        for n, (piece, start) in enumerate(parts)
        for one in sums(piece, years, "", start, "" if n else "adjusted_budget")
        if one.stage in ("initial_budget", "adjusted_budget")
    ]
    if found:
        _amounts(context, found, at)


def _amounts(context: Context, found: Sequence[Sum], at: At) -> None:
    unit = found[0].unit
    funds: At = (*at, "funds")
    context.put((*funds, "unit"), found[0].piece, unit.value, found[0].unit_part)
    row = _payer(context, found, funds)
    for one in found:
        place = row if one.part is None else _row_of(context, one.piece, one.part, funds)
        _put(context, one, (*place, one.stage), unit)
    _incomplete(context, funds)


def _put(context: Context, one: Sum, at: At, unit: Unit) -> None:
    span = context.gathering.ledger.span(one.piece, *one.number)
    text = context.gathering.ledger.text(span)
    if one.unit is unit:
        context.put_spans(at, text, (span,))
    else:
        reason = f"单位与别处的{unit.label}不同"
        context.gathering.leave_open(at, (f"{text}{one.unit.label}",), (span,), reason)


def _row_of(context: Context, piece: Piece, part: PartOf, funds: At) -> At:
    """The row of a part of the whole, by its name."""
    kind, (start, end), text = part
    name = text or piece.text[start:end].strip()
    field = _NAMED[kind]
    rows: At = (*funds, kind)
    values = context.gathering.values
    count = context.gathering.length(*rows)
    known = [values.get((*rows, n, field)) for n in range(count)]
    number = next((n for n, value in enumerate(known) if value and value.text == name), count)
    context.put((*rows, number, field), piece, name, (start, end))
    return (*rows, number)


def _incomplete(context: Context, funds: At) -> None:
    """Parts that do not make up their whole are only some of it."""
    values = context.gathering.values
    for kind in _NAMED:
        for stage in _STAGES:
            whole = values.get((*funds, "stated_total", stage))
            parts = [
                value
                for n in range(context.gathering.length(*funds, kind))
                if (value := values.get((*funds, kind, n, stage))) is not None
            ]
            total = parse(whole.text) if whole else None
            if whole is None or total is None or not parts:
                continue
            told = sum((parse(one.text) or Decimal(0) for one in parts), Decimal(0))
            if told < total and not context.gathering.has(*funds, "is_partial"):
                spans = (*whole.spans, *(span for one in parts for span in one.spans))
                partial: At = (*funds, "is_partial")
                context.put_spans(partial, Answer.YES.value, spans, confidence=Confidence.INFERRED)


def _payer(context: Context, found: Sequence[Sum], funds: At) -> At:
    """The row of the one who pays, where one sentence tells all that came; else the total's."""
    arrived = [one for one in found if one.stage == "received"]
    if len(arrived) != 1 or any(one.part for one in found):
        return (*funds, "stated_total")
    one = arrived[0]
    plain = half_width(one.piece.text)
    payers = list(_PAYER.finditer(plain, 0, one.number[0]))
    if len(payers) != 1:
        return (*funds, "stated_total")
    payer = payers[0]
    noun = _MONEY_NOUN.search(plain, payer.end(), one.number[0])
    span_of = context.gathering.ledger.span
    spans = [span_of(one.piece, *payer.span("payer"))]
    text = payer["payer"]
    if noun is not None:
        spans.append(span_of(one.piece, *noun.span("noun")))
        text += noun["noun"]
    row: At = (*funds, "rows", 0)
    context.put_spans((*row, "source"), text, spans, confidence=Confidence.INFERRED)
    return row


def _rates(
    context: Context, piece: Piece, years: Years, known: str, at: At, *, has_table: bool = False
) -> None:
    plain = half_width(piece.text)
    for match in _RATE.finditer(plain):
        name = "arrival" if _ARRIVAL in match[1] else "execution"
        rate: At = (*at, "funds", "stated_rates", name)
        start, end = match.span("rate")
        if has_table and not told_beside.fits(context, match["rate"], *_OF[name], at):
            continue
        if is_whole(plain, match.start(), years, known) and not context.gathering.has(*rate):
            context.put((*rate, "value"), piece, f"{match['rate']}%", (start, end + 1))
            context.put(
                (*rate, "base"), piece, _BASES[name], match.span(1), confidence=Confidence.INFERRED
            )


_ADVISED = "amount_advised"
_NAMED = {"rows": "source", "by_use": "use", "by_year": "year", "by_place": "place"}
"""What the entries of each breakdown are called by."""
_STAGES = ("initial_budget", "adjusted_budget", "received", "spent")
