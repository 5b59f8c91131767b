"""What a form is made for, and which columns its tables have therefore."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.importers.handed.boxes import Field, field_of
from generator.importers.handed.head import Record, block, field_of_column, text
from generator.model.columns import Column, Position
from generator.model.frames import Frame
from generator.model.kinds import EvaluationKind
from generator.schema.fields import Model
from generator.schema.vocabulary import vocabulary

_NOT_IN_ROWS = frozenset(("name", "children", "extra", "counting", "findings"))
_EXTRA = "其他栏"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a form is made for."""

    kind: EvaluationKind
    frame: Frame
    columns: Sequence[Column]

    def declared(self, position: Position, rows: Sequence[Record]) -> Iterator[Field]:
        """The columns that forms of the kind add here, and those that rows hold."""
        names = {name for row in rows for name in block(row, _EXTRA)}
        asked = {*self.kind.columns, *self.frame.columns} | names
        for column in self.columns:
            if column.position is position and column.name in asked:
                yield field_of_column(column)


def fields_of(
    model: type[Model], usual: Sequence[str], rows: Sequence[Record],
    choices: Mapping[str, Sequence[str]],
) -> Iterator[Field]:  # fmt: skip
    """The columns that are usual, and those that any row fills, in the order of the model."""
    for term in vocabulary(model).terms.values():
        if term.name in _NOT_IN_ROWS or term.many or term.model is not None:
            continue
        if term.name in usual or any(text(row, term.label) for row in rows):
            yield field_of(term, choices=choices.get(term.name, ()))


def values_of(row: Record, fields: Sequence[Field]) -> list[str]:
    """What a row has for each column, its own or one that the form adds."""
    return [text(row, one.key) or text(block(row, _EXTRA), one.key) for one in fields]
