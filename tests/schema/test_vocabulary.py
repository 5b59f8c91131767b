"""Keys and choices in two languages, and the way between an English path and the file's own."""

import pytest

from generator.model.evaluation import Evaluation
from generator.model.frames import Frame
from generator.schema.languages import Language
from generator.schema.vocabulary import vocabulary

PATHS = [
    # as the file spells it, in English
    (("资金", "明细", 0, "支出"), ("funds", "rows", 0, "spent")),
    (("资金", "报告列示", "到位率", "数值"), ("funds", "stated_rates", "arrival", "value")),
    (("指标", 0, "下级", 1, "名称"), ("indicators", 0, "children", 1, "name")),
    (("建议", 0, "对应问题", 2), ("recommendations", 0, "findings", 2)),
    (("来源", "摘编"), ("source", "excerpt")),
    ((), ()),
]


@pytest.mark.parametrize(("chinese", "english"), PATHS)
def test_a_path_goes_both_ways(
    chinese: tuple[str | int, ...], english: tuple[str | int, ...]
) -> None:
    terms = vocabulary(Evaluation)
    assert tuple(terms.typed(english, Language.CHINESE)) == chinese
    assert tuple(terms.english(chinese, Language.CHINESE)) == english
    assert tuple(terms.english(english, Language.ENGLISH)) == english


def test_what_nobody_declared_stays_as_it_is() -> None:
    terms = vocabulary(Evaluation)
    assert tuple(terms.english(("资金", "备注", "甲"), Language.CHINESE)) == (
        "funds",
        "备注",
        "甲",
    )
    assert tuple(terms.typed(("标题", "甲"), Language.CHINESE)) == ("标题", "甲")


@pytest.mark.parametrize(
    ("keys", "language"),
    [
        (["标题", "项目"], Language.CHINESE),
        (["title", "project"], Language.ENGLISH),
        (["title", "project", "标题"], Language.ENGLISH),
        (["title", "标题"], Language.CHINESE),
        ([], Language.CHINESE),
        (["x"], Language.CHINESE),
    ],
)
def test_the_language_of_most_keys_is_the_files(keys: list[str], language: Language) -> None:
    assert vocabulary(Evaluation).language(keys) is language


def test_a_term_knows_what_it_holds() -> None:
    terms = vocabulary(Evaluation).terms
    assert terms["indicators"].many
    assert terms["indicators"].model is not None
    assert terms["status"].words(Language.CHINESE) == ["草稿", "审核中", "已发布"]
    assert terms["title"].prose
    assert not terms["year"].prose
    assert vocabulary(Frame).terms["total"].unit == "分"
    excerpt = vocabulary(terms["source"].model or Evaluation).terms["excerpt"]
    assert excerpt.words(Language.CHINESE) == ["是", "否"]
    assert excerpt.words(Language.ENGLISH) == ["true", "false"]
