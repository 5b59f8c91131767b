"""Where points were earned and lost: level-1 indicators, and below each the rows that lost some."""

from collections.abc import Iterator

from generator.catalog import Entry
from generator.model.indicators import Indicator
from generator.pages.charts.bars import MOST_BARS, BarChart, BarItem, BarWords, Marks, bar_chart
from generator.values.money import grouped

_WORDS = BarWords("得分", "分值", "失分")
_OTHERS_FULL = BarWords("得分", "分值", "失分", "项指标没有失分，见表")
_FEWEST = 2


def score_chart(entry: Entry, name: str, *, as_stated: bool) -> BarChart | None:
    """The chart beside the score table; None where it would say less than a sentence.

    Lost points are what the report gave; with `as_stated` a score over its weight is not marked.
    """
    indicators = entry.matter.item.indicators
    items = [item for top in indicators for item in _with_losses(top)]
    lower = [leaf for top in indicators for leaf in top.leaves() if leaf is not top]
    words = _WORDS
    if len(items) > MOST_BARS:
        items = [item for item in items if not item.is_minor]
    elif all(leaf.lost == 0 for leaf in lower if not _has_losses(leaf)):
        words = _OTHERS_FULL
    if len(items) < _FEWEST:
        return None
    marks = Marks.GAPS if as_stated else Marks.GAPS | Marks.EXCESS
    beside = len(lower) - sum(item.is_minor for item in items)
    return bar_chart(name, "各指标得分与分值（单位：分）", words, items, marks, beside)


def _with_losses(top: Indicator) -> Iterator[BarItem]:
    yield from _item(top, is_minor=False)
    for leaf in top.leaves():
        if leaf is not top and _has_losses(leaf):
            yield from _item(leaf, is_minor=True)


def _has_losses(leaf: Indicator) -> bool:
    return leaf.lost is not None and leaf.lost > 0


def _item(indicator: Indicator, *, is_minor: bool) -> Iterator[BarItem]:
    """Nothing for a row that prints no points, or whose points are not among the full marks."""
    score, weight = indicator.scores.shown, indicator.weights.shown
    if score is None or weight is None or not indicator.is_basic:
        return
    reached, full = grouped(score), grouped(weight)
    yield BarItem(
        indicator.name, score, weight, f"{reached} / {full}", f"得 {reached} 分，满分 {full} 分",
        is_minor,
    )  # fmt: skip
