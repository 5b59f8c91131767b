"""Every model and list of choices says what it is; every built-in frame adds up."""

import importlib
import itertools
import pkgutil
from collections import Counter
from decimal import Decimal
from typing import Any

import pytest

import generator
from generator.binding.opening import open_form
from generator.model.documents import Disclosure
from generator.model.frames import BUILT_IN, Frame, FrameIndicator
from generator.model.publisher import DisclosureField
from generator.schema.fields import Model, Percent, label_of, unit_of
from generator.schema.languages import Language
from generator.schema.vocabulary import vocabulary
from generator.values.choices import Choice


def below(kind: type[Any]) -> list[type[Any]]:
    every: list[type[Any]] = kind.__subclasses__()
    direct = [k for k in every if k.__module__.startswith("generator.")]
    return [*direct, *itertools.chain.from_iterable(below(k) for k in direct)]


for module in pkgutil.iter_modules(generator.__path__, "generator."):
    importlib.import_module(module.name)
MODELS: list[type[Model]] = below(Model)
CHOICES: list[type[Choice]] = below(Choice)
FRAMES = [open_form(file, BUILT_IN, Frame) for file in sorted(BUILT_IN.glob("*.yml"))]
every_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
every_frame = pytest.mark.parametrize(
    "frame", [f.value for f in FRAMES], ids=[f.document.path for f in FRAMES]
)


def repeated(words: list[str]) -> list[str]:
    return [word for word, times in Counter(words).items() if times > 1]


def test_the_models_are_found() -> None:
    assert {model.__name__ for model in MODELS} >= {"Evaluation", "Fund", "Indicator", "Department"}


@every_model
def test_every_field_has_a_label_and_says_what_to_fill_in(model: type[Model]) -> None:
    silent = [
        name for name, f in model.model_fields.items() if not label_of(f) or not f.description
    ]
    assert silent == []


@every_model
def test_no_key_has_two_meanings(model: type[Model]) -> None:
    terms = vocabulary(model).terms.values()
    keys = [term.key(language) for term in terms for language in Language]
    assert repeated(keys) == []
    assert len(vocabulary(model).by_key[Language.CHINESE]) == len(model.model_fields)


@every_model
def test_every_model_says_what_it_is(model: type[Model]) -> None:
    assert model.__doc__
    assert model.model_config["extra"] == "forbid"
    assert model.model_config["frozen"]


@every_model
def test_the_unit_per_cent_belongs_to_rates(model: type[Model]) -> None:
    for field in model.model_fields.values():
        assert (unit_of(field) == "%") == ("_percent" in repr((field.annotation, field.metadata)))
    assert "_percent" in repr(Percent)


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.__name__)
def test_no_choice_has_two_meanings(choice: type[Choice]) -> None:
    assert repeated([member.label for member in choice]) == []
    assert all(member.label and member.value for member in choice)


def test_built_in_frames_have_no_fault() -> None:
    assert [fault for form in FRAMES for fault in form.diagnostics] == []
    assert len(FRAMES) >= 4


@every_frame
def test_the_weights_of_a_frame_add_up(frame: Frame) -> None:
    assert _sum(frame.indicators) in (None, frame.total)
    for indicator in frame.tree():
        assert _sum(indicator.children) in (None, indicator.weight), indicator.name


def _sum(indicators: tuple[FrameIndicator, ...]) -> Decimal | None:
    weights = [i.weight for i in indicators if i.weight is not None]
    return sum(weights, Decimal(0)) if weights and len(weights) == len(indicators) else None


@every_frame
def test_the_grades_of_a_frame_cover_every_score_and_are_told_apart(frame: Frame) -> None:
    starts = [band.start for band in frame.bands if band.start is not None]
    assert starts == sorted(set(starts), reverse=True)
    assert bool(starts) == frame.is_scored
    assert not starts or starts[-1] == 0
    assert repeated([name for band in frame.bands for name in (band.name, *band.aliases)]) == []


@every_frame
def test_siblings_of_a_frame_are_told_apart(frame: Frame) -> None:
    for siblings in (frame.indicators, *(i.children for i in frame.tree())):
        assert repeated([name for i in siblings for name in (i.name, *i.aliases)]) == []


def test_frames_are_told_apart_by_name_and_id() -> None:
    frames = [form.value for form in FRAMES if form.value]
    assert repeated([name for frame in frames for name in (frame.id, frame.name)]) == []


def test_a_site_can_ask_for_every_field_of_the_metadata_head_by_its_label() -> None:
    assert all(set(field.accepted) <= set(Disclosure.model_fields) for field in DisclosureField)
    named = {f.value: f.label for f in DisclosureField if f.accepted == (f.value,)}
    assert named == {name: label_of(f) for name, f in Disclosure.model_fields.items()}
