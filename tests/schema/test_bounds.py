"""Bounds are a part of a field's declaration: whoever reads or describes the field knows them."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from helpers.filling import models
from jsonschema import Draft7Validator

from generator import source
from generator.binding.filling import fill
from generator.intake.json_schema import schema
from generator.intake.kinds import KINDS, Kind
from generator.schema.fields import Bounds, Model
from generator.schema.languages import Language
from generator.schema.vocabulary import Term, vocabulary
from generator.values.notations import NUMBER_NOTATION, PERCENT_NOTATION, WHOLE_NOTATION

NUMERIC = (NUMBER_NOTATION, PERCENT_NOTATION, WHOLE_NOTATION)


def terms_of(kind: Kind) -> Iterator[tuple[type[Model], Term]]:
    for model in sorted(models(kind.model, set()) | {kind.model}, key=lambda m: m.__name__):
        for term in vocabulary(model).terms.values():
            yield model, term


BOUNDED = {
    f"{model.__name__}.{term.name}": (model, term, term.bounds)
    for kind in KINDS
    for model, term in terms_of(kind)
    if term.bounds
}
every_bound = pytest.mark.parametrize(("model", "term", "bounds"), BOUNDED.values(), ids=BOUNDED)


def test_every_number_that_a_site_sets_has_bounds() -> None:
    settings = [kind for kind in KINDS if kind.name != "record"]
    unbounded = [
        f"{model.__name__}.{term.name}"
        for kind in settings
        for model, term in terms_of(kind)
        if term.notation in NUMERIC and not term.bounds and term.name != "format"
    ]
    assert unbounded == []
    assert BOUNDED


def said(model: type[Model], term: Term, number: Decimal) -> list[str]:
    """What is said of one value of a field, whatever else its block lacks."""
    typed = f"{number:f}{'%' if term.notation is PERCENT_NOTATION else ''}"
    reading = source.read(f"{term.label}: {typed}\n".encode(), "a.yml")
    assert reading.document is not None
    faults = fill(reading.document, model).diagnostics
    return [str(fault) for fault in faults if fault.rule != "missing-field"]


@every_bound
def test_the_reader_keeps_them(model: type[Model], term: Term, bounds: Bounds) -> None:
    step = Decimal(1) if term.notation is WHOLE_NOTATION else Decimal("0.01")
    for number in (bounds.low, bounds.high):
        assert said(model, term, Decimal(number)) == []
    for beyond in (bounds.low - step, bounds.high + step, Decimal(-(10**9)), Decimal(10**17)):
        [fault] = said(model, term, beyond)
        assert f"「{term.label}」填写的「{beyond:f}" in fault
        assert f"应为 {bounds.low} 至 {bounds.high} [out-of-range]" in fault


def properties(part: Any) -> Iterator[tuple[str, Any]]:
    """Every field of a schema with its key."""
    if isinstance(part, dict):
        yield from part.get("properties", {}).items()
        for inner in part.values():
            yield from properties(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from properties(inner)


@pytest.mark.parametrize(
    ("model", "term", "bounds"),
    [bound for bound in BOUNDED.values() if bound[1].notation is not PERCENT_NOTATION],
)  # to an editor a percentage is text, and its size is left to the reader
def test_editors_mark_what_is_beyond(model: type[Model], term: Term, bounds: Bounds) -> None:
    [kind] = [kind for kind in KINDS if model in models(kind.model, set()) | {kind.model}]
    fields = [f for key, f in properties(schema(kind, Language.ENGLISH)) if key == term.name]
    refusing = [
        field
        for field in fields
        if Draft7Validator(field).is_valid(bounds.low)
        and Draft7Validator(field).is_valid(bounds.high)
        and not Draft7Validator(field).is_valid(bounds.low - 1)
        and not Draft7Validator(field).is_valid(bounds.high + 1)
    ]
    assert refusing
