"""Rows that stand in a file as the draft laid them out: a name, and the other cells empty."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from types import NoneType

from generator.binding.filling import Form
from generator.diagnostics import Diagnostic, Severity
from generator.model.documents import Status
from generator.model.evaluation import Evaluation
from generator.schema.fields import Model
from generator.source import At, Plain
from generator.values.text import shown

_SCALARS = frozenset({str, Decimal, int, bool, date, NoneType})
"""Asked of first: whether a value is a model takes pydantic some time to tell."""
_EMPTY = 3
"""How many cells must be written and empty: fewer may have been left so on purpose."""


def faults(form: Form[Evaluation], evaluation: Evaluation) -> Iterator[Diagnostic]:
    """Nothing of a draft, which is being filled in; of anything else each such row."""
    if evaluation.status is Status.DRAFT:
        return
    for at, name in _bare(evaluation, ()):
        if _empty_cells(form, at) >= _EMPTY:
            yield form.fault(
                "untouched-row", at, f"「{shown(name)}」这一行只写了名称，其余各格都空着",
                "用不上的，请删去整行；原表印有空行的，请删去空着的格", found=name,
                severity=Severity.HINT,
            )  # fmt: skip


def _bare(block: Model, at: At) -> Iterator[tuple[At, str]]:
    """The rows below a block that say one word only: few are, and only of these the file is asked.

    A model holds no cell that was left empty.
    """
    for field, value in vars(block).items():
        kind = type(value)
        # Nearly all values are texts and figures: they hold nothing.
        if kind is tuple:
            if field in block.model_fields_set:
                yield from _bare_rows(value, (*at, field))
        elif kind not in _SCALARS and isinstance(value, Model) and field in block.model_fields_set:
            yield from _bare(value, (*at, field))


def _bare_rows(rows: Sequence[object], at: At) -> Iterator[tuple[At, str]]:
    for n, row in enumerate(rows):
        if type(row) not in _SCALARS and isinstance(row, Model):
            said = row.model_fields_set
            if len(said) == 1 and isinstance(word := getattr(row, *said), str):
                yield (*at, n), word
            yield from _bare(row, (*at, n))


def _empty_cells(form: Form[Evaluation], at: At) -> int:
    here: Plain = form.document.data
    for part in form.typed(at):
        match here:
            case dict():
                here = here.get(str(part))
            case list() if isinstance(part, int):
                here = here[part]
    return sum(cell is None for cell in here.values()) if isinstance(here, dict) else 0
