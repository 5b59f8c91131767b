"""The data dictionary: every field of every content file, every kind and column, as declared."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.intake.kinds import KINDS, RECORD, Kind
from generator.model.columns import Column
from generator.model.kinds import EvaluationKind
from generator.pages.addresses import DICTIONARY, home_link
from generator.pages.edition import Edition
from generator.pages.views.base import View, all_notices
from generator.schema.fields import Model
from generator.schema.vocabulary import Term, vocabulary
from generator.values.choices import Choice


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field; either choices, or a block described in a table of its own, or a plain value."""

    term: Term
    choices: Sequence[Choice]
    block: str | None
    """Anchor of the table that describes the block."""
    bounds: str
    """Between which numbers a value must lie; empty for most."""


@dataclass(frozen=True, slots=True)
class BlockPart:
    """The fields of one block, under the key that holds it."""

    anchor: str
    label: str
    name: str
    fields: Sequence[FieldLine]


@dataclass(frozen=True, slots=True)
class KindPart:
    """One kind of file: its own fields first, then its blocks."""

    kind: Kind
    fields: Sequence[FieldLine]
    blocks: Sequence[BlockPart]


@dataclass(frozen=True, kw_only=True)
class DictionaryView(View):
    """What may stand in a content file."""

    template = "dictionary.md.jinja"

    kinds: Sequence[KindPart]
    evaluation_kinds: Sequence[EvaluationKind]
    columns: Sequence[Column]


def views(edition: Edition) -> Iterator[DictionaryView]:
    """One page."""
    yield DictionaryView(
        address=DICTIONARY,
        title="数据字典",
        description="内容文件中每一个键的含义：中文键、英文键、填写内容、单位和说明",
        publisher=edition.publisher,
        breadcrumb=(home_link(),),
        notices=all_notices(edition),
        kinds=tuple(map(_part, KINDS)),
        evaluation_kinds=edition.kinds,
        columns=edition.columns,
    )


def _part(kind: Kind) -> KindPart:
    anchors: dict[type[Model], str] = {}
    blocks = dict(_blocks(kind.model, "" if kind is RECORD else kind.name, anchors))
    return KindPart(
        kind,
        _fields(kind.model, anchors),
        tuple(
            BlockPart(anchors[model], term.label, term.name, _fields(model, anchors))
            for model, term in blocks.items()
        ),
    )


def _blocks(
    model: type[Model], path: str, anchors: dict[type[Model], str]
) -> Iterator[tuple[type[Model], Term]]:
    """Every block below a model where it is first met; its anchor is the way there.

    Blocks of a record have short anchors (`#funds`), those of other files begin with their kind.
    """
    for term in vocabulary(model).terms.values():
        if term.model is not None and term.model not in anchors:
            anchors[term.model] = f"{path}-{term.name}".strip("-").replace("_", "-")
            yield term.model, term
            yield from _blocks(term.model, anchors[term.model], anchors)


def _fields(model: type[Model], anchors: dict[type[Model], str]) -> tuple[FieldLine, ...]:
    return tuple(
        FieldLine(
            term,
            tuple(term.choice or ()),
            anchors[term.model] if term.model else None,
            str(term.bounds or ""),
        )
        for term in vocabulary(model).terms.values()
    )
