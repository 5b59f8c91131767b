"""How readers ask, and how reports put it: everyday words that a search understands.

National ones lie in the files of `search_words/` beside this module, of which the first that has
a word counts; a site adds its own in `content/words.yml`, and what it says of a word comes first.
"""

from pathlib import Path
from typing import Annotated

from generator.schema.fields import Model, Whole, label
from generator.values.choices import Choice

BUILT_IN_SEARCH_WORDS = Path(__file__).parent / "search_words"


class Order(Choice):
    """An order of results that a word may ask for; its English name is what addresses say."""

    SCORE = "score", "得分从高到低"
    SCORE_RISING = "score-rising", "得分从低到高"
    AMOUNT = "amount", "预算从大到小"
    RATE = "rate", "执行率从高到低"
    RATE_RISING = "rate-rising", "执行率从低到高"


class ReadyList(Choice):
    """A list that the site keeps ready; its English name ends the address of its page."""

    OVERSPENT = "overspent", "超过预算"
    UNSPENT = "unspent", "没有用完"
    LOWEST_SCORES = "lowest-scores", "得分最低"
    DISCLOSED_LATE = "disclosed-late", "公开晚"
    WITHOUT_ORIGINAL = "without-original", "没有原文"
    PROBLEMS = "problems", "全部问题"
    NOT_MENDED = "not-mended", "没有整改完"


class Part(Choice):
    """A part of a report that words speak of."""

    PROBLEMS = "problems", "问题"


class SearchWord(Model):
    """What some words of readers mean; words that mean nothing more are left out of a question."""

    said: Annotated[tuple[str, ...], label("说法", "读者会输入的词", example="修路")]
    also: Annotated[
        tuple[str, ...],
        label(
            "也查",
            "报告里的写法；也查、排序、几年前、列表都不填的，查找时略去这个词",
            example="公路",
        ),
    ] = ()
    order: Annotated[
        Order | None, label("排序", "这个词要的是哪一种排序，如 最低分 要得分从低到高")
    ] = None
    years_ago: Annotated[
        Whole | None, label("几年前", "这个词说的是几年前的年度：去年为 1", bounds=(0, 9))
    ] = None
    only: Annotated[
        Part | None,
        label("只查", "这个词说的是毛病，如 浪费：“也查”的写法先只在报告列出的问题里找"),
    ] = None
    ready: Annotated[
        ReadyList | None, label("列表", "这个词问的是本站的哪个列表，如 超支 问的是 超过预算 的")
    ] = None


class SearchWords(Model):
    """words.yml: how readers ask."""

    format: Annotated[Whole, label("格式", "文件格式的版本，现为 2")]
    words: Annotated[tuple[SearchWord, ...], label("用语", "每个意思一项")]
