"""Wholes and their parts as sentences tell them.

Read are `其中A、B` behind a whole, `分别为A、B` and `C（A、B）`; totals behind their parts are read
by `arithmetic.sums`. A list has all parts of its whole where its words say so: 其余, 分别,
brackets, two names that are each other's complement.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.audit.dossier.claims.figures import (
    NO_PARTS,
    Claim,
    Figure,
    clause_start,
    figures,
)
from generator.audit.dossier.slips import slip
from generator.values.lazily import lazily
from generator.values.money import last_digit

SIGN = lazily(
    r"(?:[（(]|其中|其余|其他|剩余|余下|分别|[共合总]计|共|包括|分为|[尚还仍]有|[未不没非]|下半年|秋季|事业|结余)"
    r"[^\d。；\n]{0,14}\d",
    re.ASCII,
)
"""What a text holds that may tell a whole and its parts."""
_OPENING = lazily("其中|分别|包括|包含|分为")
_BRACKET = re.compile("^[（(](?![含其包])")
_ALL_TOLD = lazily("分别|分为|由[^，,]{0,6}组成")
CLOSING = lazily(
    r"^[，,、；;]?(?:[二两三四五六七八九十]\S{1,4}|以上|全年|总)?(?:共计|合计|总计|总共|一共|共)"
    r"(?![^\d]{0,6}(?:涉及|覆盖|惠及))[^\d，,、每]{0,8}$"
)
_SEPARATED = lazily(r"^[^\d，,、]{0,6}[、，,]|^(?:和|及|与|以及)")
_NO_PART = lazily(
    "[共合总]计|共|其中|比|较|由|从|每|均|占|目标|计划|上年|去年|同期|增[加长]|减少|下降|[降升增]到|累计|率|还|另|再|又|约|余"
)
OTHER_TIME = lazily("[比较]|上年|去年|同期|由|从|目标|计划|每|平均|[约近]$|超过|以上")
_CROSSING = lazily(
    "女|男|党员|岁|残疾|少数民族|学历|职称|兼|同时|重复|合格|通过|取得|获|持证|就业|满意|完成|参加|办结|整改"
    "|符合|使用|涉及|覆盖|新开工|以下"
)
"""Words of parts that one and the same may belong to twice."""
_TOUCHED = lazily("涉及|覆盖")
"""What several parts may have to do with at once."""
_OPPOSITES = (
    ("上半年", "下半年"), ("春季", "秋季"), ("男", "女"), ("城镇", "农村"), ("城市", "农村"),
    ("行政", "事业"), ("线上", "线下"), ("市级", "县级"), ("原有", "新"), ("省外", "省内"),
    ("公办", "民办"), ("市内", "市外"), ("党员", "非党员"), ("初中", "小学"), ("新建", "改建"),
    ("以上", "以下"), ("城区", "乡镇"), ("城区", "乡村"), ("城区", "农村"),
    ("中央", "地方"), ("中心城区", "县域"),
)  # fmt: skip
"""Names that leave nothing besides: where a list has both and no more, it is whole."""
_REST = lazily(r"(?:其余|其他|剩余|余下|还剩|尚余|剩下|结余|余)[^\d，,、。]{0,10}$")
DENIED = lazily(r"[不未没非]有?([\u4e00-\u9fff]{2})[^\d，,、。]{0,6}$")
_TWO = 2

OVERLAP = lazily(
    "同时(?:[存患享属具符有参入获]|出现|涉及)|[两二三2][项类种个处](?:及以上|以上|均)|交叉|兼[任有]"
    r"|未(?:包含|计入|列入|纳入)|不足\d|不止一"
)
"""Words by which parts have something in common, or are not of this whole."""


def parts(sentence: str, before: Figure | None = None) -> Iterator[Claim]:
    """Every whole of a half-width sentence that its parts do not make up.

    `before` is the last figure of the sentence before, of which one may go on with 其中.
    """
    told = figures(sentence)
    if len(told) + (before is not None) <= 1 or OVERLAP.search(sentence):
        return
    yield from _opened(sentence, told, before)


def _opened(sentence: str, told: Sequence[Figure], before: Figure | None) -> Iterator[Claim]:
    """A whole, then its parts."""
    for n, first in enumerate(told):
        match = _OPENING.search(first.lead) or _BRACKET.search(first.lead)
        if match is None or first.unit in NO_PARTS:
            continue
        listed = _list(told, n)
        whole = _whole(told[:n], first, match[0]) or (before if n == 0 else None)
        if whole is None or whole.unit != first.unit or _NO_PART.search(_behind(first, match)):
            continue
        is_all = _is_all(first, listed) or _is_bracketed(sentence, first, listed)
        if match.re is _BRACKET and not is_all:
            continue
        if first.unit == "元" and not (is_all and _REST.search(listed[-1].lead)):
            continue  # money that is a part is read by `told_sums`
        over = [one for one in listed if one.value - whole.value > one.half + whole.half]
        if over and len(listed) >= 1 and not is_all:
            yield _sum(sentence, whole, over[:1])
        elif len(listed) >= _TWO and _differs(whole, listed, is_all=is_all):
            yield _sum(sentence, whole, listed)


def _behind(first: Figure, match: re.Match[str]) -> str:
    return first.lead[match.end() :]


def _list(told: Sequence[Figure], n: int) -> list[Figure]:
    """The figures of a list that begins at a place."""
    listed = [told[n]]
    for one in told[n + 1 :]:
        is_next = one.unit == told[n].unit and _SEPARATED.search(one.lead)
        is_other = len(listed) > 1 and one.lead[:1] in "，," and listed[-1].lead[:1] == "、"
        if (
            not is_next
            or (is_other and not _REST.search(one.lead))
            or (_NO_PART.search(one.lead) and not _REST.search(one.lead))
        ):
            break
        listed.append(one)
    return listed


def _whole(free: Sequence[Figure], first: Figure, opening: str) -> Figure | None:
    """What a list is the parts of: the nearest figure of its unit that is of the same time."""
    alike = [
        one for one in free if one.unit == first.unit and not OTHER_TIME.search(clause_of(one))
    ]
    if opening != "其中" and alike and alike[-1] is not free[-1]:
        return None
    return alike[-1] if alike else None


def clause_of(one: Figure) -> str:
    """The words of its own clause before a figure."""
    return one.lead[clause_start(one.lead, len(one.lead)) :]


def _is_all(first: Figure, listed: Sequence[Figure]) -> bool:
    """Whether words say that a list has all parts."""
    if len(listed) < _TWO:
        return False
    if _ALL_TOLD.search(first.lead) or _REST.search(listed[-1].lead):
        return True
    denied = DENIED.search(clause_of(listed[-1]))
    if denied and any(denied[1] in clause_of(one) for one in listed[:-1]):
        return True
    return are_opposites(listed)


def _is_bracketed(sentence: str, first: Figure, listed: Sequence[Figure]) -> bool:
    """Whether brackets hold the list and nothing else: `18个（新建10个、改建8个）`."""
    behind = sentence[listed[-1].end : listed[-1].end + 1]
    return len(listed) > 1 and bool(_BRACKET.search(first.lead)) and behind in ("）", ")")


def are_opposites(listed: Sequence[Figure]) -> bool:
    """Whether two names leave nothing besides."""
    return len(listed) == _TWO and any(
        one in clause_of(listed[0]) and other in listed[1].lead
        for pair in _OPPOSITES
        for one, other in (pair, pair[::-1])
    )


def _differs(whole: Figure, listed: Sequence[Figure], *, is_all: bool) -> bool:
    summed = sum((one.value for one in listed), Decimal(0))
    near = near_of(whole, *listed)
    if is_all:
        return abs(summed - whole.value) > near
    if any(_CROSSING.search(one.lead) for one in listed) or _TOUCHED.search(clause_of(whole)):
        return False
    # A list need not have all parts; one that comes but a digit short of its whole has them.
    return summed - whole.value > near or slip(summed, whole.value) is not None


def near_of(*told: Figure) -> Decimal:
    """What rounding accounts for; figures that are printed alike are as fine as the finest."""
    worths = {one.worth for one in told}
    if len(worths) == 1:
        worth = worths.pop()
        return last_digit(*(one.value / worth for one in told)) * worth / 2 * len(told)
    return sum((one.half for one in told), Decimal(0))


def _sum(sentence: str, whole: Figure, listed: Sequence[Figure]) -> Claim:
    summed = whole.likewise(sum((one.value for one in listed), Decimal(0)))
    told = (*listed, whole) if whole.said == sentence[whole.start : whole.end] else listed
    start = clause_start(sentence, min(one.start for one in told))
    said = sentence[start : max(one.end for one in told)]
    shown = "、".join(one.said for one in listed)
    return Claim(said, whole.said, summed, f"{shown}共 {summed}，总数写 {whole.said}")
