"""A model spelled as a file, and read back."""

from datetime import date
from decimal import Decimal

import pytest
from helpers.filling import LEXICON, any_of
from helpers.thorough import examples
from hypothesis import given, settings

from generator import source
from generator.binding.filling import Form, fill
from generator.binding.spelling import spell
from generator.model.documents import Disclosure, Openness, Source
from generator.model.evaluation import Evaluation
from generator.model.frames import BUILT_IN, Frame
from generator.model.funds import StatedBase, StatedRate
from generator.model.publisher import Publisher
from generator.model.register import Departments
from generator.schema.fields import Model
from generator.schema.languages import Language

FILES: tuple[type[Model], ...] = (Evaluation, Frame, Publisher, Departments)


def read_back(model: Model, language: Language) -> Form[Model]:
    text = source.write(spell(model, language))
    document = source.read(text.encode(), "a.yml").document
    assert document is not None
    return fill(document, type(model), lexicon=LEXICON)


@pytest.mark.parametrize("language", Language)
@given(evaluation=any_of(Evaluation))
@settings(max_examples=examples(60))
@pytest.mark.slow
def test_an_evaluation_written_in_either_language_reads_back_equal(
    evaluation: Evaluation, language: Language
) -> None:
    form = read_back(evaluation, language)
    assert form.diagnostics == ()
    assert form.value == evaluation
    assert form.language is language


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("file", sorted(BUILT_IN.glob("*.yml")), ids=lambda file: file.stem)
def test_a_built_in_frame_reads_back_equal(file: object, language: Language) -> None:
    assert hasattr(file, "name")
    document = source.read_file(BUILT_IN / file.name, BUILT_IN).document
    assert document is not None
    frame = fill(document, Frame).value
    assert frame is not None
    assert read_back(frame, language).value == frame


@given(any_of(Publisher), any_of(Departments))
@settings(max_examples=20)
def test_publisher_and_departments_read_back_equal(
    publisher: Publisher, departments: Departments
) -> None:
    assert read_back(publisher, Language.CHINESE).value == publisher
    assert read_back(departments, Language.ENGLISH).value == departments


SPELLINGS: tuple[tuple[Model, dict[str, object], dict[str, object]], ...] = (
    (
        StatedRate(value=Decimal("98.50"), base=StatedBase.SPENT_BY_BUDGET),
        {"数值": "98.50%", "口径": "支出/预算"},
        {"value": "98.50%", "base": "spent_by_budget"},
    ),
    (
        Disclosure(openness=Openness.PROACTIVE, issued=date(2023, 3, 1)),
        {"成文日期": "2023-03-01", "公开方式": "主动公开"},
        {"issued": "2023-03-01", "openness": "proactive"},
    ),
    (Source(excerpt=True), {"摘编": "是"}, {"excerpt": "true"}),
    (Source(excerpt=False), {}, {}),
)


@pytest.mark.parametrize(("model", "chinese", "english"), SPELLINGS)
def test_spelling_in_both_languages(
    model: Model, chinese: dict[str, object], english: dict[str, object]
) -> None:
    assert spell(model, Language.CHINESE) == chinese
    assert spell(model, Language.ENGLISH) == english


def test_fields_come_in_the_order_of_their_declaration() -> None:
    disclosure = Disclosure(contact="0000-0000000", index_number="1", subject="财政")
    assert list(spell(disclosure)) == ["索引号", "主题分类", "咨询电话"]
