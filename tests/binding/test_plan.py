"""The plan of a model gives what the careful walk gives, or leaves a document to it."""

import pytest
from helpers import audit, mutations

from generator import source
from generator.binding.filling import Form, _walked, fill
from generator.binding.plan import planned
from generator.binding.translation import Translation
from generator.binding.walk import Way
from generator.model.evaluation import Evaluation
from generator.schema.languages import Language
from generator.schema.vocabulary import vocabulary
from generator.source import Document

LEXICON = audit.DECLARED.lexicon
SOUND = {"格式": "1", "状态": "草稿", "标题": "一", "评价类型": "项目支出绩效评价"}


def written(data: dict[str, source.Plain]) -> Document:
    document = source.read(source.write(data).encode(), "a.yml").document
    assert document is not None
    return document


def walked(document: Document, language: Language) -> tuple[Translation, dict[str, object]]:
    walk = Translation(document, language, LEXICON)
    return walk, walk.block(document.data, vocabulary(Evaluation), Way())


def order(value: object) -> object:
    """The same in which the order of keys counts."""
    if isinstance(value, dict):
        return [(key, order(inner)) for key, inner in value.items()]
    return tuple(map(order, value)) if isinstance(value, tuple) else value


def test_records_that_were_changed_at_random() -> None:
    taken = 0
    for content in mutations.contents():
        document = source.read(content, "a.yml").document
        if document is None:
            continue
        form = fill(document, Evaluation, (), LEXICON)
        bare: Form[Evaluation] = Form(
            document, Evaluation, form.language, None, (), lexicon=LEXICON
        )
        careful = _walked(bare)
        assert form.value == careful.value
        assert form.diagnostics == careful.diagnostics
        assert repr(form.partial) == repr(careful.partial)
        plain = planned(document, Evaluation, form.language, LEXICON)
        if plain is None:
            continue
        taken += 1
        walk, block = walked(document, form.language)
        assert not walk.faults
        assert order(plain) == order(block), content.decode()
    assert taken > mutations.COUNT / 10


ODD: dict[str, dict[str, source.Plain]] = {
    "an unknown key": {"无": "一"},
    "a key of the other language": {"title": "一"},
    "a block for a text": {"标题": {"一": "二"}},
    "a text for a block": {"项目": "一"},
    "a text for a list": {"评分方": "一"},
    "an empty text": {"标题": " "},
    "an unknown word": {"状态": "无"},
    "a word of the other language": {"状态": "draft"},
    "a list for a word": {"状态": ["草稿"]},
    "a full-width number": {"年度": "２０２１"},
    "a hollow item": {"指标": [{"名称": None}]},
    "a hollow item, deep": {"指标": [{"下级": [{"名称": None}]}]},
    "an item that is nothing": {"评分方": [None]},
    "a word that nobody declares": {"评价类型": "无"},
    "a column that nobody declares": {"项目": {"名称": "一", "其他栏": {"无": "一"}}},
    "a column with nothing in it": {"项目": {"名称": "一", "其他栏": {"无": ""}}},
}


@pytest.mark.parametrize("case", ODD)
def test_what_is_left_to_the_careful_walk(case: str) -> None:
    document = written({**SOUND, **ODD[case]})
    assert planned(document, Evaluation, Language.CHINESE, LEXICON) is None
    assert fill(document, Evaluation, (), LEXICON).diagnostics


def test_both_languages_have_a_plan() -> None:
    english = written(
        {"format": "2", "status": "draft", "title": "一", "year": "2021", "project": None}
    )
    plain = planned(english, Evaluation, Language.ENGLISH, LEXICON)
    assert plain is not None
    assert list(plain) == ["format", "status", "title", "year"]
    chinese = written({"格式": "2", "状态": "草稿", "标题": "一", "年度": "2021", "项目": None})
    assert planned(chinese, Evaluation, Language.CHINESE, LEXICON) == plain


def test_an_ordinary_record_needs_no_walk() -> None:
    walked = 0
    records = [text for text in mutations.originals() if "\n指标" in text or "\nindicators" in text]
    for text in records:
        document = source.read(text.encode(), "a.yml").document
        assert document is not None
        language = fill(document, Evaluation, (), LEXICON).language
        walked += planned(document, Evaluation, language, LEXICON) is None
    assert walked <= len(records) / 10
