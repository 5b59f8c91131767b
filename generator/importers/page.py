"""The page beside a draft: the source on the left, the record on the right, doubts first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.importers.drafting import chinese
from generator.importers.importing import Imported, Source
from generator.importers.ledger import Claim, Confidence, Ledger, Role, Span
from generator.importers.outline import Paragraph, Piece, Table
from generator.model.evaluation import Evaluation
from generator.pages.templating import environment
from generator.schema.vocabulary import vocabulary
from generator.source import At

_TEMPLATES = Path(__file__).parent / "templates"
_HIDDEN = "■■"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a text with what became of it."""

    text: str
    role: str
    """`value`, `label`, `left_out`, or `loose` for what has no place."""
    target: str
    """The anchor of the value it became; empty for all else."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece of the source: its lines, each in stretches."""

    anchor: str
    place: str
    lines: Sequence[Sequence[Segment]]
    rows: int = 1
    columns: int = 1
    aside: str = ""


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A paragraph, or the rows of a table."""

    paragraph: Shown | None
    rows: Sequence[Sequence[Shown]]


@dataclass(frozen=True, slots=True)
class Line:
    """A value of the record, or a field left open."""

    anchor: str
    field: str
    text: str
    confidence: str
    is_sure: bool
    places: Sequence[tuple[str, str]]
    """Anchor and place of each text it was read from."""


@dataclass(frozen=True, slots=True)
class Result:
    """What the audit says."""

    severity: str
    field: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What an import of a changed source did to a draft, or left as it was."""

    field: str
    what: str
    mine: str
    new: str
    is_open: bool
    """Whether somebody has to decide."""


def page(source: Source, one: Imported, path: str = "", changes: Sequence[Difference] = ()) -> str:
    """The whole page as HTML; it holds all it needs. The path is that of the draft, if another."""
    ledger = source.ledger
    anchors = {at: f"v{n}" for n, at in enumerate(sorted(one.draft.values, key=_order))}
    template = environment(templates=_TEMPLATES).get_template("draft.html.jinja")
    return str(
        template.render(
            title=one.found.name, source=source.name, path=f"{path or one.path}.yml",
            changes=changes,
            blocks=list(_blocks(one, ledger, anchors)),
            values=[_line(one, ledger, at, anchor) for at, anchor in anchors.items()],
            doubts=list(_doubts(one, ledger, anchors)),
            unplaced=[(_anchor(s.piece), ledger.place(s), ledger.text(s)) for s in one.unplaced],
            missing=one.draft.missing, notes=(*source.notes, *one.notes),
            results=[_result(fault) for fault in one.results],
            left_out=_left_out(one, ledger), is_read=one.draft.evaluation is not None,
        )
    )  # fmt: skip


def _order(at: At) -> tuple[tuple[int, str], ...]:
    """The place of a field in the record, by the order of the declarations."""
    here = vocabulary(Evaluation)
    key: list[tuple[int, str]] = []
    for part in at:
        if isinstance(part, int) or here is None or part not in here.terms:
            key.append((part, "") if isinstance(part, int) else (0, part))
            continue
        key.append((list(here.terms).index(part), part))
        model = here.terms[part].model
        here = vocabulary(model) if model else here
    return tuple(key)


def _line(one: Imported, ledger: Ledger, at: At, anchor: str) -> Line:
    value = one.draft.values[at]
    is_sure = value.confidence is Confidence.STATED
    return Line(
        anchor,
        chinese(at),
        one.draft.said(at),
        value.confidence.label,
        is_sure,
        _places(ledger, value.spans),
    )


def _places(ledger: Ledger, spans: Sequence[Span]) -> Sequence[tuple[str, str]]:
    return tuple(dict.fromkeys((_anchor(span.piece), ledger.place(span)) for span in spans))


def _doubts(one: Imported, ledger: Ledger, anchors: Mapping[At, str]) -> Iterator[Line]:
    for opened in one.draft.open:
        text = "；".join(opened.readings)
        yield Line(
            "", chinese(opened.at), text, opened.reason, is_sure=False,
            places=_places(ledger, opened.spans),
        )  # fmt: skip
    for at, anchor in anchors.items():
        if one.draft.values[at].confidence is not Confidence.STATED:
            yield _line(one, ledger, at, anchor)


def _left_out(one: Imported, ledger: Ledger) -> int:
    pieces = {ledger.span(piece).piece for piece in _pieces(one)}
    return len(
        {c.span for c in ledger.claims if c.role is Role.LEFT_OUT and c.span.piece in pieces}
    )


def _pieces(one: Imported) -> Iterator[Piece]:
    for block in one.found.document.shown:
        if isinstance(block, Table):
            yield from block.cells
        else:
            yield block


def _anchor(piece: int) -> str:
    return f"s{piece}"


def _blocks(one: Imported, ledger: Ledger, anchors: Mapping[At, str]) -> Iterator[ShownBlock]:
    claims: dict[int, list[Claim]] = {}
    for claim in ledger.claims:
        claims.setdefault(claim.span.piece, []).append(claim)
    for block in one.found.document.shown:
        if isinstance(block, Paragraph):
            yield ShownBlock(_shown(block, ledger, claims, anchors), ())
            continue
        rows: list[list[Shown]] = [[] for _ in range(block.height)]
        for cell in block.cells:
            rows[cell.row].append(_shown(cell, ledger, claims, anchors))
        yield ShownBlock(None, rows)


def _shown(
    piece: Piece, ledger: Ledger, claims: Mapping[int, Sequence[Claim]], anchors: Mapping[At, str]
) -> Shown:
    number = ledger.span(piece).piece
    lines: list[list[Segment]] = [[]]
    for segment in _segments(piece.text, claims.get(number, ()), anchors):
        first, *others = segment.text.split("\n")
        lines[-1].append(Segment(first, segment.role, segment.target))
        lines += [[Segment(text, segment.role, segment.target)] for text in others]
    spans = (1, 1) if isinstance(piece, Paragraph) else (piece.rows, piece.columns)
    aside = piece.aside if isinstance(piece, Paragraph) else ""
    return Shown(_anchor(number), piece.place, lines, *spans, aside)


def _segments(text: str, claims: Sequence[Claim], anchors: Mapping[At, str]) -> Iterator[Segment]:
    """Stretches of one fate; what is left out is hidden, whatever else became of it."""
    fates: list[tuple[str, str]] = [("loose", "")] * len(text)
    for role in (Role.LABEL, Role.VALUE, Role.LEFT_OUT):
        for claim in claims:
            if claim.role is role:
                fate = role.value, anchors.get(claim.at, "")
                for n in range(claim.span.start, min(claim.span.end, len(text))):
                    fates[n] = fate
    start = 0
    for n in range(1, len(text) + 1):
        if n == len(text) or fates[n] != fates[start]:
            role_name, target = fates[start]
            said = _HIDDEN if role_name == Role.LEFT_OUT.value else text[start:n]
            yield Segment(said, role_name, target)
            start = n


def _result(fault: Diagnostic) -> Result:
    return Result(fault.severity.label, fault.spelt or fault.field, fault.message, fault.remedy)
