"""Sums of money in sentences: at which stage each is, and of which part of the whole.

`年初预算120万元，实际支出98万元，其中：培训费60万元、材料费38万元` tells two of the whole, and
two parts of what was spent. What a sentence does not say so clearly is told by nobody here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.importers.ordinals import ordinal
from generator.importers.outline import Piece
from generator.importers.prose.bracketed_parts import bracketed
from generator.importers.prose.shared_sums import shared
from generator.importers.prose.stages import BETWEEN, SOURCE, STAGES, PartOf, Sum, made
from generator.importers.prose.told_uses import first_use
from generator.importers.prose.told_years import at_place, one_of, tells_others
from generator.importers.prose.whole import (
    Years,
    is_limited,
    is_of_part,
    is_of_years,
    names_another,
)
from generator.values.sentences import ENDS
from generator.values.text import half_width
from generator.values.told_money import MONEY

_MONEY = re.compile(MONEY, re.ASCII)
_PLAIN = re.compile(
    r"[省市县区镇乡]级(?=预算|安排|\Z)|(?:(?:19|20)\d\d年?[-—–~至]{1,2})?(?:19|20)\d\d(?:年(?:度)?|\s?\Z)|截[至止]|当年|今年|目前|1?2月(?:3[01]日?|底|末)|(?:中央|[省市县区镇乡]级?|本级){0,2}财政(?:局|部门)?|上级|本级"
    r"|[本我该此全](?:市|县|区|镇|乡|局|办|委|会|处|所|站|院|校|馆|中心|单位|部门|项目|年度?)?|年度|年[底末]|"
    r"(?:中央|[省市县区])级?(?:[、和与及](?:中央|[省市县区])级?){1,3}(?:财政)?|项目|专项|资金|经费|费用|补助|实际|累计|共计?|合计|总计?|已经?|均|按时|及时|足额|全额|按进度|收到|申报|申请"
    r"|[近这]?[两二三四五六七八九十]年(?:来|间|期)?|(?:政策|实施|执行)?期(?:内|间)"
    r"|各(?:市县|县区|市区|乡镇|镇街|地|市|县|区|单位|部门|项目)|评价(?:时点|基准日|日)"
    r"|部门|整体|单位|预算|收入|投入|批复|并|的|各级|用于|到位|累计|年中|期末|决算|完成|安排|为|:|\s"
)
"""What may stand before a stage without saying that it is of a part."""
_OF_A_PART = re.compile(
    r"^\s?[（(]?\s?[，,；;、。]?\s?(?:其中|包括|分别为|分别是|含|(?:主要|具体|分别)?用于|按(?:资金)?来源分?)\s?[：:，,]?\s?"
)
_PART_NAME = re.compile(
    r"(?:用于)?(?P<name>[^\d，,。；;、：:（）()“”]{2,24}?)(?:安排|投入|到位|下达|为|共|计|[：:\s]){0,2}$"
)
_PART_YEAR = re.compile(
    r"(?P<name>20\d\d)\s?年(?:度)?(?:安排|下达|支出|预算|为|共|计|[：:\s]){0,2}$"
)
_PLACE = re.compile(r"[\u4e00-\u9fff]{1,8}(?:县|区|市|镇|乡|街道)$")
_NO_NAME = re.compile(
    r"^(?:其中|和|及|以及|资金|经费|金额|分别|共计|合计|总额|剩余|结余|其余|余下|剩下|余款)?$"
)
_CLAUSES = re.compile(r"[，,。；;！!？?\n（(、]")
_OF_DEPARTMENT = "整体"
_KINDS_OF_SPENDING = re.compile("(?:项目|基本|公用|人员)(?:经费)?支出")
"""What a department spends is parted so; of a project it is the whole."""
_FAR = 120


@dataclass(slots=True)
class _Sentence:
    """What a sentence has told so far."""

    stage: str = ""
    parts: bool = False
    is_other: bool = False
    """Whether it has turned to something particular, such as 三公经费."""


def sums(piece: Piece, years: Years, known: str, start: int = 0, bare: str = "") -> Iterator[Sum]:
    """The sums that a paragraph tells of the whole and of its parts, from a place on.

    `known` is a text with the names of what is evaluated: the title, the example that was chosen.
    `bare` is the stage of a sum that the text begins with, where its heading has said what it is.
    """
    plain = half_width(piece.text)
    number = ordinal(plain.lstrip()) if not start else None
    start += len(plain) - len(plain.lstrip()) + number.end if number else 0
    heading = _HEADING.match(plain, start)
    start = heading.end() if heading else start
    found = list(_MONEY.finditer(plain, start))
    found = [one for one in found if not _is_aside(plain, one.start(), years)]
    within = bracketed(plain, found)
    told = _Sentence()
    end = start
    if bare and found and not _PLAIN.sub("", plain[start : found[0].start()]).strip("约安排，,"):
        first = found.pop(0)
        told.stage, end = bare, first.end()
        yield made(piece, first, bare, None)
    groups = list(shared(piece, plain, found, years))
    of_each = {one.number for group in groups for one in group}
    yield from (one for group in groups for one in group)
    for n, match in enumerate(found):
        if match.span(1) in of_each:
            end = match.end()
            last = next(group for group in groups if any(o.number == match.span(1) for o in group))
            told = _Sentence(last[0].stage, parts=True)
            continue
        before = plain[max(end, match.start() - _FAR) : match.start()]
        while aside := _ASIDE.match(before) or (_RATE.match(before) if told.stage else None):
            before = before[aside.end() :]
        if (is_named := within.get(match.start())) is not None:
            part = _part(before.lstrip("（( "), match.start()) if is_named else None
            if told.stage and part is not None:
                yield made(piece, match, told.stage, part)
            end = match.end()
            continue
        if any(sign in before for sign in ENDS) and not _OF_A_PART.match(before):
            told = _Sentence()
        follows = found[n + 1] if n + 1 < len(found) else None
        one = _first_part(piece, match, before, told)
        use = None if one else first_use(plain, match, before, follows)
        if use is not None and (part := _part(before[use:], match.start())) is not None:
            told.stage, told.parts = "spent", True
            one = made(piece, match, told.stage, part)
        one = one or _sum(piece, plain, match, before, follows, told, years, known)
        if one is not None:
            yield one
        end = match.end()


def _is_aside(plain: str, place: int, years: Years) -> bool:
    """Whether a sum stands in brackets that tell of another year, beside one of this."""
    match = next((m for m in _ASIDE.finditer(plain) if m.start() < place < m.end()), None)
    year = int(match["year"]) if match is not None and match["year"] else 0
    return match is not None and not (year and years.hold(year, year))


_ASIDE = re.compile(
    r"\s?[（(]\s?(?:比|较|同比|上年|去年|往年|(?P<year>(?:19|20)\d\d)年)"
    r"(?!度?(?:财政|专项|拨款|资金)?(?:结转|结余))[^（()）]{1,40}[）)]"
)
"""`50万元（比2023年增加2万元）`, `（2022年为45万元）`."""
_RATE = re.compile(
    r"\s?(?:[，,、；;]\s?[^，,。；;、（()）\d]{0,8}(?:率|进度|比例|占比|占[^，,。；;、（()）\d]{1,8}|增长|下降|增加|减少)(?:分别|均)?[为达到约了:\s]{0,4}%s"
    r"|[（(][^，,。；;、（()）\d]{0,12}%s[）)])(?=\s?[，,、；;（(])"
    % ((r"\d{1,3}(?:\.\d{1,4})?\s?%",) * 2)
)
"""How much of a plan a sum is, between it and its parts: `，执行率98%，其中…`."""
_HEADING = re.compile(
    r"\s?(?:项目|年度|本|财政|专项|预算|资金|经费|投入|到位|安排|支出|使用|执行|来源|下达|收支|决算|部门|整体|及其?|[和与、]){1,8}"
    r"(?:情况|概况)(?:说明)?\s?[：:]\s?"
)
"""A heading on the line of what it tells: `资金安排和使用情况：年初预算…`."""
_OWN_STAGE = re.compile(
    r"^(?!项目支出)(?:全年|年度|本年|当年|年末|年底|期末|实际|累计|共计?|总计|已|项目|财政){0,4}"
    r"(?:支出|使用|支付|执行|拨付|到位|下达|结余|结转|完成支出|列支|兑付|剩余)(?:结余|资金|经费|金额|完成)?(?:为|共|共计)?$"
)
"""A clause behind parts that tells another stage of the whole."""


def _first_part(piece: Piece, match: re.Match[str], before: str, told: _Sentence) -> Sum | None:
    """A sum with which a sentence turns to the parts of a stage; others go on with it."""
    among = _AMONG.search(before)
    part = _part(before[among.end() :], match.start()) if among else None
    if among is None or part is None:
        return None
    told.stage, told.parts = _AMONG_STAGES[among["what"][-2:]], True
    return made(piece, match, told.stage, part)


def _sum(
    piece: Piece, plain: str, match: re.Match[str], before: str, follows: re.Match[str] | None,
    told: _Sentence, years: Years, known: str,
) -> Sum | None:  # fmt: skip
    opening = _OF_A_PART.match(before) if told.stage else None
    if opening is not None:
        told.parts = True
    stage, clause, is_other = _stage(before, known)
    is_joined = bool(opening) or bool(BETWEEN.match(before))
    if (
        told.parts
        and is_joined
        and not _OWN_STAGE.search(clause)
        and (part := _part(before, match.start()))
    ):
        return made(piece, match, told.stage, part)
    told.is_other |= is_other or names_another(before, known)
    told.parts, before_this = False, told.stage
    told.stage = ""
    if told.is_other or is_of_part(plain, match.start()):
        return None
    if not stage and before_this and _ALL_OF_IT.fullmatch(clause):
        stage = before_this  # the sum of what was told of each year
    if not stage or _is_limited(clause, stage):
        return None
    year = one_of(before, years)
    if year is not None and tells_others(plain, year[1], years):
        told.stage = stage
        return made(piece, match, stage, at_place(year, match.start() - len(before)))
    is_listed = follows is not None and _is_listed(plain[match.end() : follows.start()])
    if is_listed or not is_of_years(plain, match.start(), years):
        return None
    told.stage = stage
    return made(piece, match, stage, None)


_AMONG = re.compile(
    r"(?:^|(?<=[。；;，,、：:]))\s?(?:在)?(?:全年|本年|年度|项目|上述|总|资金|累计)*+(?P<what>实际支出|支出|使用|预算|安排|到位|下达)(?:总额|资金|数|金额|经费){0,2}中\s?[，,：:]\s?"
)
"""How a sentence turns to the parts of what was told: `实际支出中，人工费用…`."""
_AMONG_STAGES = {
    "支出": "spent", "使用": "spent", "预算": "adjusted_budget", "安排": "adjusted_budget",
    "到位": "received", "下达": "received",
}  # fmt: skip


def _is_limited(clause: str, stage: str) -> bool:
    """Whether a clause tells of less than the whole; what is left may be called 结转结余."""
    return is_limited(clause.replace("结转", "") if stage == "balance" else clause)


_ALL_OF_IT = re.compile(
    r"(?:[两二三四五]年|各年)?(?:合计|共计|总计|累计|总额)(?:安排|支出)?[为达:]?\s?"
)


def _stage(before: str, known: str) -> tuple[str, str, bool]:
    """The stage that the clause before a sum names, the clause, whether it is of a part."""
    clause = _CLAUSES.split(before)[-1]
    for stage, pattern in STAGES:
        match = pattern.search(clause)
        if match is None:
            continue
        if stage == "spent" and "收入" in clause[: match.end()]:
            return "", clause, True
        if _OF_DEPARTMENT in known and _KINDS_OF_SPENDING.search(clause):
            return "", clause, True
        object_ = match.groupdict().get("object") or ""
        if _is_whole(clause[: match.start()], known) and _is_whole(object_, known):
            return stage, clause, False
        return "", clause, True
    return "", clause, False


def _is_whole(text: str, known: str) -> bool:
    """Whether words before a stage, or behind its verb, name nothing but the whole."""
    rest = _PLAIN.sub("", text)
    return len(rest) <= 1 or rest in _PLAIN.sub("", known)


def _is_listed(between: str) -> bool:
    """Whether the next sum goes on with a list: then the first of it is no whole either."""
    if not BETWEEN.match(between) or any(sign in between for sign in ENDS):
        return False
    clause = _CLAUSES.split(between)[-1]
    if _OF_A_PART.match(between) or is_limited(clause):
        return False
    return not any(pattern.search(clause) for _, pattern in STAGES)


_CARRIED_OVER = re.compile(
    r"(?:上年度?|以前年度|往年|历年)?(?:财政|项目|专项)?(?:拨款|资金)?(?:结转|结余){1,2}(?:资金|经费|拨款)?"
)
"""Money of earlier years, which is a source of this year's like others."""


def _part(before: str, end: int) -> PartOf | None:
    """The part that a sum behind `其中` is of."""
    start = end - len(before)
    if (year := _PART_YEAR.search(before)) is not None:
        return PartOf("by_year", (start + year.start("name"), start + year.end("name")))
    opening = _OF_A_PART.match(before) or BETWEEN.match(before)
    first = opening.end() if opening else 0
    match = _PART_NAME.search(before, first)
    if (
        match is None
        or match.start() > first
        or _NO_NAME.match(match["name"])
        or (is_limited(match["name"]) and not _CARRIED_OVER.fullmatch(match["name"]))
    ):
        return None
    name = match["name"]
    kind = "rows" if SOURCE.search(name) else "by_place" if _PLACE.fullmatch(name) else "by_use"
    return PartOf(kind, (start + match.start("name"), start + match.end("name")))
