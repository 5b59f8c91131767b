"""名次与得分不符。

名单里写的第几名，不是按总分排下来的名次。

原因：名次从总分来；两项分数不同而名次相同，或者分高的反而排在后面，读者一看就知道不对。

公式：文件的分项都写有总分，其中两项以上在结论说明、意见或项目栏目里写“第N名、排名第N、位列第N”
（只写一个名次的）。一项的名次既不是“总分比它高的项数 + 1”，也不是“比它高的不同总分的个数 + 1”，报告
这一项。名次按类、按组、按部门、按乡镇另排的（写有“类、组、同、本部门、乡镇”），以及名次数大于项数
的（名单只是一部分），不核对。

依据：通行的文字核对要求：名次与分数一致。只作提示。

反例：六个项目，78.4 分和 72 分都写“第5名”。

正例：78.4 分第5名，72 分第6名。

改法：核对总分和名次。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity
from generator.model.items import Item
from generator.source import At
from generator.values.lazily import lazily
from generator.values.text import half_width

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE, needs.OF_SEVERAL)

_RANK = lazily(r"(?:第\s?(\d{1,3})\s?名|(?:排名|位列|名次)[为:]?第?\s?(\d{1,3}))(?!\d)", re.ASCII)
_APART = lazily("类|组|同|本部门|乡镇|并列|上年|去年|由第|倒数")
_RANKED = 2


def check(subject: Subject) -> Iterator[Result]:
    """At the place of the item in the ranking."""
    items = subject.item.items
    totals = [one.result.total for one in items]
    told = [(n, *found) for n, one in enumerate(items) if (found := _rank(one))]
    if len(told) < _RANKED or any(total is None for total in totals):
        return
    if any(rank > len(items) for _, _, rank, _ in told) or _is_apart(items):
        return
    known = [total for total in totals if total is not None]
    for n, at, rank, said in told:
        above = [total for total in known if total > known[n]]
        if rank not in (len(above) + 1, len({*above}) + 1):
            yield _result(("items", n, *at), known[n], said, len(above) + 1)


def _rank(item: Item) -> tuple[At, int, str] | None:
    """Where an item tells its one place in the ranking, the place, and how it is told."""
    texts: list[tuple[At, str]] = [
        (("result", field), half_width(getattr(item.result, field) or ""))
        for field in ("note", "opinion")
    ]
    extra = item.project.extra if item.project else {}
    texts += [
        (("project", "extra", name), f"{name}{half_width(value)}")
        for name, value in extra.items()
        if isinstance(value, str) and "名" in name
    ]
    found = [(at, match) for at, text in texts for match in _RANK.finditer(text)]
    if len(found) != 1:
        return None
    [(at, match)] = found
    return at, int(match[1] or match[2]), match[0]


def _is_apart(items: tuple[Item, ...]) -> bool:
    """Whether places are told of some group only, or of several together."""
    return any(_APART.search(f"{one.result.note or ''}{one.result.opinion or ''}") for one in items)


def _result(at: At, total: Decimal, said: str, due: int) -> Result:
    return Result(
        at,
        f"总分 {points(total)}，写「{said}」，按总分排是第 {due} 名",
        "请核对总分和名次",
        said,
        f"第{due}名",
    )
