"""What the parts of the interpreter share: the names of fields, the columns of forms, the draft."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.importers.labels import Labels
from generator.importers.ledger import Confidence, Gathering, Role, Span
from generator.importers.outline import Piece
from generator.importers.part import Part
from generator.importers.ticks import chosen
from generator.importers.values import is_nothing, says_none, spelt
from generator.intake.declarations import Declarations
from generator.model.columns import Column, Position
from generator.model.evaluation import Evaluation
from generator.schema.vocabulary import Term, vocabulary
from generator.source import At
from generator.values.money import Unit

_TERMS = vocabulary(Evaluation)
_MAY_BE_NONE = frozenset(("target", "actual", "forecast", "name"))
"""Fields of which 无 is a value: what is to be avoided, and was; a row may be called 不适用."""


@dataclass(frozen=True)
class Context:
    """One draft in the making."""

    declared: Declarations
    labels: Labels
    gathering: Gathering

    def label(self, piece: Piece, start: int = 0, end: int | None = None) -> None:
        """Note that a text is a name or a mark, and needs no place."""
        ledger = self.gathering.ledger
        ledger.claim(ledger.span(piece, start, end), Role.LABEL)

    def leave_out(self, piece: Piece, start: int = 0, end: int | None = None) -> None:
        """Note that a text is about a person."""
        ledger = self.gathering.ledger
        ledger.claim(ledger.span(piece, start, end), Role.LEFT_OUT)

    def put(
        self, at: At, piece: Piece, text: str | None = None,
        part: tuple[int, int | None] = (0, None), *,
        unit: Unit | None = None, confidence: Confidence = Confidence.STATED,
    ) -> None:  # fmt: skip
        """A text to a field, in the spelling of the field; what has no reading is left open."""
        span = self.gathering.ledger.span(piece, *part)
        typed = self.gathering.ledger.text(span) if text is None else text
        self.put_spans(at, typed, (span,), unit=unit, confidence=confidence)

    def put_spans(
        self, at: At, typed: str, spans: Sequence[Span], *,
        unit: Unit | None = None, confidence: Confidence = Confidence.STATED,
    ) -> None:  # fmt: skip
        """The same for a text from several places."""
        ledger = self.gathering.ledger
        if at[-2:-1] == ("extra",):
            self._put_extra(at, typed, spans)
            return
        try:
            term = _TERMS.term(at)
        except KeyError:  # a column that this part of a record does not have
            self.gathering.leave_open(at, (" ".join(typed.split()),), spans, "记录中没有这一栏")
            return
        read = _chosen(typed, term) if term.choice else spelt(typed, term, unit)
        if is_nothing(typed) or (at[-1] not in _MAY_BE_NONE and says_none(typed)):
            for span in spans:
                ledger.claim(span, Role.LABEL)
        elif read is None:
            reason = f"读不出{term.notation.label}"
            self.gathering.leave_open(at, (" ".join(typed.split()),), spans, reason)
        else:
            self.gathering.put(at, read, spans, confidence)

    def _put_extra(self, at: At, typed: str, spans: Sequence[Span]) -> None:
        """A column that a form adds; of boxes the word that is ticked. Persons stay out."""
        if self.labels.field(Part.PERSONS, str(at[-1])):
            for span in spans:
                self.gathering.ledger.claim(span, Role.LEFT_OUT)
            return
        text = typed.strip()
        ticked = chosen(text)
        column = self._columns.get(str(at[-1]))
        if ticked and len(ticked) == 1:
            text = ticked[0]
        elif column is not None and column.choices and text not in column.choices:
            if text:
                self.gathering.leave_open(at, (text,), spans, "不是这一栏的选项")
            return
        if is_nothing(text):
            for span in spans:
                self.gathering.ledger.claim(span, Role.LABEL)
            return
        self.gathering.put(at, text, spans)

    @cached_property
    def _columns(self) -> Mapping[str, Column]:
        return {column.name: column for column in self.declared.columns}

    @cached_property
    def choices(self) -> Mapping[str, str]:
        """Of each choice of a declared column for indicators the column."""
        return {
            choice: column.name
            for column in self.declared.columns
            if column.position is Position.INDICATORS
            for choice in column.choices
        }


def _chosen(typed: str, term: Term) -> str:
    """A word of a list as an English record spells it; any other stays and is refused later."""
    word = typed.strip()
    return next((one.value for one in term.choice or () if one.label == word), word)
