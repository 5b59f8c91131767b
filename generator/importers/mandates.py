"""Whose evaluation a report is that only says 绩效评价: told by who ordered or signed it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.importers.context import Context
from generator.importers.ledger import Confidence, Span
from generator.importers.outline import Piece
from generator.importers.part import Part
from generator.importers.recognition import is_other
from generator.model.kinds import EvaluationKind

_ORDERED = re.compile(
    r"受(?P<who>[^，,。；;：:受]{3,30}?)的?委托"
    r"|(?:\A|[，,。；;：:])(?:由)?(?P<by>[^，,。；;：:受委]{2,24}?(?:局|厅|委|办|中心|政府))委托"
    r"(?=[^，,。；;：:]{4,30}(?:公司|事务所|中心|研究院|大学|学院|机构|第三方))"
)
_FIRM = re.compile(
    r"委托(?:了|[，,]由?)?(?P<firm>[^，,。；;：:委托受对开]{4,30}?"
    r"(?:有限责任公司|股份有限公司|有限公司|事务所(?:[（(][^（）()]{2,10}[）)])?|研究院|大学|学院))"
    r"(?=(?:[于自从]|在)[^，,。；;：:]{2,24}(?:对|开展|实施|进行)|对|开展|实施|组织|承担|进行|作为|，|,|。|负责)"
)
"""The firm that an opening says was to evaluate."""
_EVALUATES = re.compile("评价|评估|复核|监控|自评")
_CLIENT, _TREASURY = "委托方", "财政局"


def kind(context: Context, title: Sequence[Piece], body: Iterable[Piece]) -> EvaluationKind | None:
    """The kind, put as inferred; None where nobody is named, or two would make two kinds.

    A department that signs may have evaluated itself, so of those who sign only the treasury tells.
    """
    if not any("评价" in piece.text for piece in title) or is_other(context, title):
        return None
    signed = context.gathering.values.get(("disclosure", "publisher"))
    found = [(_of(context, who), spans) for who, spans in _ordered(context, body)]
    if signed is not None and _of(context, signed.text) == _of(context, _TREASURY):
        found.append((_of(context, signed.text), signed.spans))
    named = {english for english, _ in found if english}
    known = next((one for one in context.declared.kinds if {one.english} == named), None)
    if known is not None:
        spans = next(spans for english, spans in found if english)
        at = ("evaluation_type",)
        context.put_spans(at, known.english, spans, confidence=Confidence.INFERRED)
    return known


def evaluator(context: Context, front: Iterable[Piece]) -> None:
    """The firm that was to evaluate, where the opening names it and no field does."""
    for piece in front:
        if context.gathering.has("evaluator"):
            return
        match = _FIRM.search(piece.text)
        if match is not None and _EVALUATES.search(piece.text, match.end()):
            at = ("evaluator",)
            context.put(at, piece, None, match.span("firm"), confidence=Confidence.INFERRED)


def _ordered(context: Context, body: Iterable[Piece]) -> Iterator[tuple[str, Sequence[Span]]]:
    """Who ordered it: a field of the head, or a sentence such as `受某市财政局委托`."""
    gathering = context.gathering
    for n in range(gathering.length("bodies")):
        role, name = (gathering.values.get(("bodies", n, key)) for key in ("role", "name"))
        if role is not None and name is not None and role.text == _CLIENT:
            yield name.text, name.spans
    for piece in body:
        if match := _ORDERED.search(piece.text):
            which = "who" if match["who"] else "by"
            yield match[which], [gathering.ledger.span(piece, *match.span(which))]


def _of(context: Context, who: str) -> str:
    """The kind of evaluation that a body makes or orders, by the longest name that it ends with."""
    words = context.labels.words(Part.MANDATE)
    names = [name for name in words if "".join(who.split()).endswith(name)]
    return words[max(names, key=len)] if names else ""
