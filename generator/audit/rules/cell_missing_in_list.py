"""名单中一项缺少其他各项都有的内容。

名单中只有一个项目、评分表中只有一行，没有写其他各项都写了的内容。

原因：其他各项都有，只缺一项，多半是漏填。

公式：分项不少于 4 个，实施单位、资金、总分、等级中的一项，恰有一个分项没有写而其余都写了；末级指
标不少于 5 行，等级、得分率、预计完成值、可能性中的一栏恰有一行没有写而其余都写了。自己写明原因
（结论说明、意见）的不提示。

依据：名单、通报逐项列示的通行要求；不是规定，只作提示。

反例：六个项目中五个写了实施单位，一个没有写。

正例：都写了，或都没有写。

改法：对照原文补充这一项；原文没有的，不必改动。
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import islice

from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.items import Item
from generator.source import At

SEVERITY = Severity.HINT
NEEDS = ()

_FEWEST = 4
_FEWEST_ROWS = 5
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
}


def check(subject: Subject) -> Iterator[Result]:
    """At the cell of the one item, or of the one row."""
    yield from _of_rows(subject)
    items = subject.item.items
    if len(items) < _FEWEST:
        return
    for name, (path, given) in _CELLS.items():
        lacking = [(n, item) for n, item in enumerate(items) if not given(item)]
        if len(lacking) != 1:
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
