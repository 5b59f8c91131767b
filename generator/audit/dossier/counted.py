"""What a sentence counts, and whether a row of the table counts the same."""

import re
from collections.abc import Sequence

from generator.audit.dossier.quantities import Quantity, words_behind
from generator.audit.dossier.slips import shared
from generator.values.lazily import lazily

LIMITED = lazily("每|人均|户均|平均|累计|其中|增|减|降|比|上年|去年|实施期|第|月均|日均|新(?!建)")
"""Words that make a count one of a part, or of another time."""
NO_COUNTS = frozenset(("", "%", "‰", "个百分点", "分", "倍", "天", "元", "个月", "小时", "分钟"))
"""Units of what is no number of things."""
_FILLER = lazily(r"(?:不少于|不低于|至少|达到?|完成|共计?|合计|约|[为]){0,2}$")
_BETWEEN = lazily(
    "(?:控制在|不超过|不高于|不低于|不少于|不多于|低于|高于|小于|大于|达到?|保持在?|稳定在|[为≥≤])?"
)
"""Words between a name and its aim."""
_CAME_TO = lazily(
    "(?:[降升减增]至|[降升减增]到|[降下]降到|提[高升][到至]|上升到|下降[到至]|达到?|为|是|保持在?)$"
)
_LEVEL = lazily("[：:]")
"""Parts what a row is called from the kind of effect that some tables put before it."""
_NEW, _BUILT = "新建", re.compile("新建|建成|建设|建好")
_RUN, _SHORTEST, _OWN, _LONG = 2, 3, 4, 6
_FOR = lazily("(?:为|对|向|给|组织|帮助|资助|扶持|支持)(?:不少于|至少|全[市县区省])?$")
_DOING = lazily(
    "^(?:[老残]?[疾病年]?人|群众|学生|职工|居民|农户|家庭)?(?:提供|开展|实施|进行|发放|落实|办理|参加)?(?:了)?"
)
_HOW_MANY = lazily("(?:人[数次]|户数|[总次]?数量?|面积|规模|情况)$")
"""`为450人提供康复训练` tells of the row 康复训练人数."""
_STOCK = lazily(
    "项目|全年|完成|年度|工程|建设|服务|工作|全市|开展|组织|补助|资金|数量|面积|长度|人数|户数|次数|规模"
)
"""Words that say nothing of what is counted."""


def of_row(name: str, text: str, same: Sequence[Quantity], *, is_only: bool) -> Quantity | None:
    """What a half-width text tells of the thing that a row counts, among counts in its unit.

    `is_only` says that no other row counts in this unit.
    """
    *_, own = _LEVEL.split(name)
    if served := _served(own, text, same):
        return served
    plain = [one for one in same if not LIMITED.search(one.before)]
    for one in plain:
        clause = _FILLER.sub("", one.before)
        if len(own) >= _SHORTEST and (clause.endswith(own) or _is_within(own, clause)):
            return one
    if is_only and len(same) == len(plain) == 1:
        words = plain[0].before + words_behind(text, plain[0])
        if _NEW in own and not _BUILT.search(words):
            return None  # what was there before may be counted with it
        if len(shared(_STOCK.sub("\t", words), _STOCK.sub("\n", own))) >= _RUN:
            return plain[0]
    return None


def _is_within(own: str, clause: str) -> bool:
    """Whether a clause ends in a long name with one word set into it: `新建社区老年食堂`."""
    return len(own) >= _LONG and any(
        clause.endswith(own[k:])
        and any(clause[: k - len(own)][:-n].endswith(own[:k]) for n in (1, 2))
        for k in range(_RUN, len(own) - 1)
    )


def _served(own: str, text: str, same: Sequence[Quantity]) -> Quantity | None:
    """For how many a text tells that something is done, in the words of a row, of all counts."""
    thing = _HOW_MANY.sub("", own)
    if len(thing) < _OWN:
        return None
    found = [
        one
        for one in same
        if _FOR.search(one.before)
        and not LIMITED.search(one.before)
        and _DOING.sub("", words_behind(text, one)).startswith(thing)
    ]
    return found[0] if len(found) == 1 else None


def of_rows(names: Sequence[str], same: Sequence[Quantity]) -> Sequence[tuple[int, Quantity]]:
    """Which of several rows in one unit each of these counts is of, where its words leave no doubt.

    A count is of the row that has the longest run of signs with the end of its clause, and by far;
    a row that two counts are of is left out.
    """
    found: dict[int, list[Quantity]] = {}
    for one in same:
        if LIMITED.search(one.before):
            continue
        clause = _STOCK.sub("\t", _FILLER.sub("", one.before))
        runs = [shared(clause, _STOCK.sub("\n", name)) for name in names]
        run = max(runs, key=len, default="")
        is_one = sum(len(other) > len(run) - _RUN for other in runs) == 1
        if len(run) >= _OWN and is_one and clause.endswith(run):
            found.setdefault(runs.index(run), []).append(one)
    return [(n, ones[0]) for n, ones in found.items() if len(ones) == 1]


def is_named(name: str, one: Quantity) -> bool:
    """Whether the clause of a figure is no more than a row's name and it: `路灯亮灯率达到98%`."""
    if len(name) < _OWN or not one.before.startswith(name):
        return False
    return _BETWEEN.fullmatch(one.before[len(name) :]) is not None


def named_briefly(names: Sequence[str], one: Quantity) -> str:
    """The one of these names that the clause of a figure ends like, and is no more than: `流失率`.

    Of `乡村教师流失率` that is `教师流失率降至2.4%`.
    """
    match = _CAME_TO.search(one.before)
    told = one.before[: match.start()] if match else one.before
    found = [name for name in names if len(told) >= _OWN and name.endswith(told) and name != told]
    return found[0] if len(found) == 1 else ""
