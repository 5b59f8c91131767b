"""Indicators: the tree of an evaluation's score table."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from typing import Annotated

from generator.model.aims import Aim
from generator.model.figures import Figure, Sum, total
from generator.model.points import Counting
from generator.schema.fields import Extra, before_validation, label
from generator.values.cells.reading import NOTHING


class Indicator(Aim):
    """One row of the score table, with the rows below it; every level may hold every value."""

    deviation_reason: Annotated[
        str | None, label("偏差原因", "未达标或失分的原因", example="六场讲座因场馆检修取消")
    ] = None
    corrective_action: Annotated[
        str | None, label("改进措施", "准备如何改进", example="年初排定全年讲座，预留替补主讲人")
    ] = None
    evidence: Annotated[str | None, label("佐证", "证明完成值的材料", example="夜间开放登记表")] = (
        None
    )
    explanation: Annotated[
        str | None, label("说明", "指标解释，按原表", example="全年夜间向读者开放的天数")
    ] = None
    scoring_rule: Annotated[
        str | None,
        label(
            "评分标准", "评分标准或评价要点，按原表", example="达到指标值得满分，未达到的按比例扣分"
        ),
    ] = None
    score_note: Annotated[
        str | None,
        label("得分说明", "给这个分数的理由", example="完成 24 场，占指标值的 80%，得 16 分"),
    ] = None
    extra: Annotated[Extra, label("其他栏", "原表另有的栏目", columns="indicators")] = {}
    children: Annotated[tuple["Indicator", ...], label("下级", "下一级指标")] = ()

    @before_validation
    def _handed_down(cls, data: object) -> object:  # noqa: N805 -- the validator is one of the class
        """What adds or takes points, or has no part in a sum, is so with all rows below it."""
        rows = data.get("children") if isinstance(data, Mapping) else None
        if not isinstance(data, Mapping) or not data.get("counting") or not isinstance(rows, tuple):
            return data
        return {**data, "children": tuple(_counted(row, data["counting"]) for row in rows)}

    @property
    def is_leaf(self) -> bool:
        return not self.children

    @property
    def foreseen(self) -> "Indicator":
        """The row with its forecast for what came out, as it will be held against its target."""
        return self.model_copy(update={"actual": self.forecast})

    def tree(self) -> Iterator["Indicator"]:
        """The row itself and all below it."""
        yield self
        for child in self.children:
            yield from child.tree()

    def leaves(self) -> Iterator["Indicator"]:
        """The rows without rows below them, in order."""
        if self.is_leaf:
            yield self
        for child in self.children:
            yield from child.leaves()

    @cached_property
    def weights(self) -> Figure:
        """The weight stated beside the sum of the rows directly below."""
        return weights_of(self.children).beside(self.weight, exact=POINT_PLACES)

    @cached_property
    def scores(self) -> Figure:
        """The score stated beside the sum of the rows directly below."""
        summed = _as_printed(scores_of(self.children), self.score)
        return summed.beside(self.score, exact=POINT_PLACES)

    @cached_property
    def review_scores(self) -> Figure:
        """The reviewer's score stated beside the sum of the rows directly below."""
        summed = _as_printed(reviews_of(self.children), self.review_score)
        return summed.beside(self.review_score, exact=POINT_PLACES)

    @cached_property
    def has_points(self) -> bool:
        """Whether this row or any below it carries a weight or a score."""
        return self.carries_points or any(child.has_points for child in self.children)

    @cached_property
    def is_weighed(self) -> bool:
        """Whether this row or any below it prints a full mark."""
        return self.weight is not None or any(child.is_weighed for child in self.children)

    @property
    def lost(self) -> Decimal | None:
        """Points lost; None where the full mark is not printed, or is none to be reached."""
        if not self.is_basic:
            return None
        weight, score = self.weight, self.score
        if self.children:
            weight, score = self.weights.shown, self.scores.shown
        return None if weight is None or score is None else weight - score

    @property
    def has_reason(self) -> bool:
        """Whether a reason is given for a deviation, a loss or the score as it is; 无 is none."""
        given = (self.deviation_reason, self.score_note)
        return any(text is not None and text.strip(" 。.") not in NOTHING for text in given)


def _counted(row: object, counting: object) -> object:
    """A row below one that counts so, unless it says how it counts itself."""
    if isinstance(row, Indicator) and row.counting is None:
        below = tuple(_counted(child, counting) for child in row.children)
        return row.model_copy(update={"counting": counting, "children": below})
    return {"counting": counting, **row} if isinstance(row, Mapping) else row


POINT_PLACES = 2
"""Decimals to which points are given exactly, however few of them are printed."""


PointsOf = Callable[[Indicator], Decimal | None]


def weights_of(indicators: Iterable[Indicator]) -> Sum:
    """Sum of the weights of these rows, each as shown; what adds or takes points is no part."""
    return _summed((row for row in indicators if row.is_basic), _weight)


def scores_of(indicators: Iterable[Indicator]) -> Sum:
    """Sum of the scores of these rows, each as shown."""
    return _summed(indicators, _score)


def reviews_of(indicators: Iterable[Indicator]) -> Sum:
    """Sum of the reviewer's scores of these rows, each as shown."""
    return _summed(indicators, _review)


def _weight(row: Indicator) -> Decimal | None:
    return row.weight if row.is_basic else None


def _score(row: Indicator) -> Decimal | None:
    return _signed(row, row.score)


def _review(row: Indicator) -> Decimal | None:
    return _signed(row, row.review_score)


def _signed(row: Indicator, points: Decimal | None) -> Decimal | None:
    """Deductions are printed with a minus or without."""
    taken = row.counting is Counting.DEDUCTION
    return -abs(points) if taken and points is not None else points


def _as_printed(summed: Sum, stated: Decimal | None) -> Sum:
    """What deductions add up to, without a minus where the row above them is printed without."""
    if stated is None or summed.given is None or not summed.given < 0 < stated:
        return summed
    return replace(summed, given=-summed.given)


def left_out(indicators: Iterable[Indicator]) -> Iterator[Indicator]:
    """The rows, of all levels, that no sum wants: without points beside others that have them."""
    rows = tuple(indicators)
    weighed = any(row.is_weighed for row in rows)
    for row in rows:
        if _is_blank(row, weighed=weighed):
            yield row
        else:
            yield from left_out(row.children)


def _summed(indicators: Iterable[Indicator], points: PointsOf) -> Sum:
    """A row without points of its own stands for the rows below it."""
    return total(_parts(tuple(indicators), points))


def _parts(
    rows: Sequence[Indicator], points: PointsOf
) -> Sequence[tuple[str, Decimal | Sum | None]]:
    """What a sum wants of these rows, each named: points, or those of the rows below.

    An ordinary row that lacks its points is missing; a bonus that was not given is not.
    """
    parts: list[tuple[str, Decimal | Sum | None]] = []
    weighed: bool | None = None
    for row in rows:
        own = points(row)
        if own is not None:
            if row.counting not in _UNCOUNTED:
                parts.append((row.name, own))
            continue
        if weighed is None:  # most tables print all their points, and need not be asked
            weighed = any(row.is_weighed for row in rows)
        if _is_blank(row, weighed=weighed):
            continue
        if below := _parts(row.children, points):
            parts.append((row.name, total(below)))
        elif row.is_leaf and row.is_basic:
            parts.append((row.name, None))
    return parts


_UNCOUNTED = (Counting.NONE, Counting.VETO)


def _is_blank(row: Indicator, *, weighed: bool) -> bool:
    """Whether a row has no part in a sum: it says so, or lacks both its marks where others weigh.

    Where nobody prints a full mark, a row without a score is one whose score is missing.
    """
    if row.counting in _UNCOUNTED:
        return True
    return weighed and not row.has_points
