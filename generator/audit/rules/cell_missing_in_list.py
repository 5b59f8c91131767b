"""名单中一项缺少其他各项都有的内容。

名单中只有一个项目、评分表中只有一行，没有写其他各项都写了的内容。

原因：其他各项都有，只缺一项，多半是漏填。

公式：（1）分项不少于 3 个，实施单位、资金、总分、等级中的一项，或者不少于 4 个，所印的执行率，恰
有一个分项没有写而其余都写了；（2）末级指标不少于 5 行，等级、得分率、预计完成值、可能性中的一栏恰
有一行没有写而其余都写了；指标值是数的各行（不少于 5 行），计量单位恰有一行没有写（指数、系数、次
数一类除外）；（3）资金表同一种明细（不少于 3 行，合计也印了执行率），所印的执行率恰有一行空着；（
4）整改不少于 3 条，责任单位恰有一条没有写；（5）同一级指标下的末级指标不少于 4 行，都没有指标值和
得分，完成值恰有一行空着，这一行也没有说明和原因。自己写明原因（结论说明、意见、说明）的不提示。（
6）打分的文件，有分值的末级指标不少于 5 行，得分恰有一行空着，也没有说明的，提示。

依据：名单、通报逐项列示的通行要求；不是规定，只作提示。

反例：六个项目中五个写了实施单位，一个没有写。

正例：都写了，或都没有写。

改法：对照原文补充这一项；原文没有的，不必改动。
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar

from generator.audit.base import Result
from generator.audit.dossier.rows import Row
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.items import Item
from generator.source import At
from generator.values.lazily import lazily

_Row = TypeVar("_Row")
SEVERITY = Severity.HINT
NEEDS = ()

_FEWEST = 3
_NUMBER = lazily(r"\d{1,9}(?:\.\d{1,4})?", re.ASCII)
"""A target that has neither sign nor unit in its own cell."""
_FEWEST_ROWS, _FEWEST_LINES = 5, 4
_ROW_CELLS = {
    "grade": "等级",
    "score_rate": "得分率",
    "forecast": "预计完成值",
    "likelihood": "可能性",
}
_CELLS: Mapping[str, tuple[At, Callable[[Item], object]]] = {
    "实施单位": (("project", "unit"), lambda item: item.project and item.project.unit),
    "资金": (("funds",), lambda item: item.funds),
    "总分": (("result", "total"), lambda item: item.result.total is not None),
    "等级": (("result", "grade"), lambda item: item.result.grade),
    "执行率": (
        ("funds", "stated_total", "rate"),
        lambda item: item.funds and item.funds.stated_total and item.funds.stated_total.prints_rate,
    ),
}
_PLAIN = lazily("指数|系数|倍数|比值|[数比]$|次数|得分|评分")
"""Names of what needs no unit."""


def check(subject: Subject) -> Iterator[Result]:
    """At the cell of the one item, or of the one row."""
    yield from _of_rows(subject)
    yield from _of_points(subject)
    yield from _of_words(subject)
    yield from _of_numbers(subject)
    yield from _of_funds(subject)
    yield from _of_answers(subject)
    items = subject.item.items
    if len(items) < _FEWEST:
        return
    for name, (path, given) in _CELLS.items():
        lacking = [(n, item) for n, item in enumerate(items) if not given(item)]
        if len(lacking) != 1 or (path[-1] == "rate" and len(items) <= _FEWEST):
            continue
        [(n, item)] = lacking
        if item.result.note or item.result.opinion:
            continue
        yield Result(
            ("items", n, *path),
            f"{len(items)} 个分项中只有「{item.name}」没有写{name}",
            "请对照原文补充",
            "",
            name,
        )


def _of_rows(subject: Subject) -> Iterator[Result]:
    rows = [row for row in subject.leaves if row.indicator.is_basic]
    for field, name in _ROW_CELLS.items() if len(rows) >= _FEWEST_ROWS else ():
        blank = (row for row in rows if getattr(row.indicator, field) in (None, ""))
        lacking = tuple(islice(blank, 2))
        if len(lacking) == 1:
            [row] = lacking
            message = f"{len(rows)} 行中只有{row.name}没有写{name}"
            yield Result(row.at(field), message, "请对照原文补充", "", name)


def _of_points(subject: Subject) -> Iterator[Result]:
    """The points of a row that has a weight, where all other such rows have theirs."""
    rows = [
        row
        for row in subject.leaves
        if row.indicator.is_basic and row.indicator.weight and not row.indicator.is_not_applicable
    ]
    if len(rows) < _FEWEST_ROWS or not subject.kind.has_points or not subject.reports_results:
        return
    row = _only(rows, [one.indicator.score is not None or "" for one in rows])
    if row is None or row.indicator.review_score is not None or _tells_why(row):
        return
    message = f"{len(rows)} 行有分值，只有{row.name}没有写得分"
    yield Result(row.at("score"), message, "请对照原文补充", "", "得分")


def _tells_why(row: Row) -> bool:
    """Whether a row may say for itself why it has no points."""
    indicator = row.indicator
    return bool(indicator.score_note or indicator.deviation_reason or indicator.explanation)


def _of_words(subject: Subject) -> Iterator[Result]:
    """What is told in words alone: a line of those under one heading that tells nothing."""
    lines: dict[At, list[Row]] = {}
    for row in subject.leaves if subject.reports_results else ():
        indicator = row.indicator
        if not indicator.target and indicator.score is None and not indicator.is_not_applicable:
            lines.setdefault(row.path[:-1], []).append(row)
    for rows in lines.values():
        found = _only(rows, [row.indicator.actual for row in rows])
        if found is None or len(rows) < _FEWEST_LINES:
            continue
        indicator = found.indicator
        if indicator.has_reason or indicator.explanation or indicator.evidence:
            continue
        message = f"{len(rows)} 行中只有{found.name}没有写完成值"
        yield Result(found.at("actual"), message, "请对照原文补充", "", "完成值")


def _of_numbers(subject: Subject) -> Iterator[Result]:
    """A target without its unit, where all other numbers have one."""
    rows = [
        row
        for row in subject.leaves
        if row.indicator.is_basic and _NUMBER.fullmatch(row.indicator.target or "")
    ]
    row = _only(rows, [row.indicator.unit for row in rows])
    if row is not None and len(rows) >= _FEWEST_ROWS and not _PLAIN.search(row.indicator.name):
        message = f"{len(rows)} 行指标值是数，只有{row.name}没有写计量单位"
        yield Result(row.at("unit"), message, "请对照原文补充", "", "计量单位")


def _of_funds(subject: Subject) -> Iterator[Result]:
    """The rate of a row, where all other rows and the total print theirs."""
    funds = subject.item.funds
    total = funds.stated_total if funds else None
    for breakdown in funds.breakdowns if funds and total and total.prints_rate else ():
        rows = [(n, row) for n, row in enumerate(breakdown.rows) if row.spent is not None]
        found = _only(rows, [row.prints_rate for _, row in rows])
        if found is not None and len(rows) >= _FEWEST and not found[1].note:
            n, row = found
            yield Result(
                (*breakdown.at, n, "rate"),
                f"{len(rows)} 行中只有「{row.name}」没有写执行率",
                "请对照原文补充",
                "",
                "执行率",
            )


def _of_answers(subject: Subject) -> Iterator[Result]:
    entries = tuple(enumerate(subject.item.rectification))
    found = _only(entries, [entry.responsible for _, entry in entries])
    if found is not None and len(entries) >= _FEWEST:
        yield Result(
            ("rectification", found[0], "responsible"),
            f"{len(entries)} 条整改中只有第 {found[0] + 1} 条没有写责任单位",
            "请对照原文补充",
            "",
            "责任单位",
        )


def _only(rows: Sequence[_Row], cells: Iterable[object]) -> _Row | None:
    """The one row whose cell is blank; None where none or several are."""
    blank = [row for row, cell in zip(rows, cells, strict=True) if not cell]
    return blank[0] if len(blank) == 1 and len(rows) > 1 else None
