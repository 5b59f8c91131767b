"""Sums of money in sentences: at which stage each is, and of which part of the whole.

`年初预算120万元，实际支出98万元，其中：培训费60万元、材料费38万元` tells two of the whole, and
two parts of what was spent. What a sentence does not say so clearly is told by nobody here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.importers.ordinals import ordinal
from generator.importers.outline import Piece
from generator.importers.prose.whole import (
    Years,
    is_limited,
    is_of_part,
    is_of_years,
    names_another,
)
from generator.values.money import Unit
from generator.values.sentences import ENDS
from generator.values.text import half_width
from generator.values.told_money import MONEY

_MONEY = re.compile(MONEY, re.ASCII)
_UNITS = {unit.label: unit for unit in Unit}
_FILLING = r"(?:资金|经费|金额|总额|数额|数|款|收入|预算|总计|合计|共计|[为共是达了计约:\s]){0,4}"
_OBJECT = r"(?P<object>[^，,。；;:：\d]{0,30}(?:(?:19|20)\d\d年度?[^，,。；;:：\d]{0,30})?)"
_STAGES = (
    ("amount_advised", re.compile(rf"建议(?:安排|核定|予以安排|批复){_FILLING}$")),
    ("initial_budget", re.compile(
        rf"年初(?:部门)?(?:预算|安排|批复|下达){{1,2}}(?:安排|批复)?{_OBJECT}{_FILLING}$"
    )),
    ("adjusted_budget", re.compile(r"(?:年中)?(?:(?:调整|调[增减]|追加|[压核]减)(?:后)?[为至到]|调整后)$")),
    ("adjusted_budget", re.compile(
        rf"(?:调整后?(?:的)?(?:全年)?预算|全年预算|预算(?:总额|资金|安排|批复|金额|数|总投入)?){_FILLING}$"
    )),
    ("adjusted_budget", re.compile(rf"(?:共)?安排(?:了)?{_OBJECT}{_FILLING}$")),
    ("adjusted_budget", re.compile(rf"(?:批复|核定|核准|批准)(?:了)?{_OBJECT}{_FILLING}$")),
    ("received", re.compile(
        rf"(?:下拨|下达|拨付|拨入|收到|实际到位|到位)(?:了)?{_OBJECT}{_FILLING}$"
    )),
    ("forecast_spent", re.compile(
        rf"(?:预计|预测)(?:至|到)?(?:全年|年底|年末|12月底|本年)?(?:可|将|能)?(?:累计|实际)?(?:支出|执行|完成支出|使用){_FILLING}$"
    )),
    ("spent", re.compile(rf"(?:支出|使用|支付|列支|执行|决算|兑付){_FILLING}$")),
    ("issued", re.compile(rf"(?<!计划)(?<!拟)发行(?:了)?{_OBJECT}{_FILLING}$")),
    ("balance", re.compile(rf"(?:(?:年末|期末)?结转(?:和|及)?结余|结余|剩余|年末结转){_FILLING}$")),
)  # fmt: skip
"""What stands before a sum, the surest first; each is held against one clause only."""
_PLAIN = re.compile(
    r"(?:(?:19|20)\d\d年?[-—–~至]{1,2})?(?:19|20)\d\d(?:年(?:度)?|\s?\Z)|截[至止]|当年|今年|目前|1?2月(?:3[01]日?|底|末)|(?:中央|[省市县区镇乡]级?|本级){0,2}财政(?:局|部门)?|上级|本级"
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
_BETWEEN = re.compile(r"^\s?(?:[、，,；;和及]|以及)\s?")
_PART_NAME = re.compile(
    r"(?:用于)?(?P<name>[^\d，,。；;、：:（）()“”]{2,24}?)(?:安排|投入|到位|下达|为|共|计|[：:\s]){0,2}$"
)
_PART_YEAR = re.compile(
    r"(?P<name>20\d\d)\s?年(?:度)?(?:安排|下达|支出|预算|为|共|计|[：:\s]){0,2}$"
)
_SOURCE = re.compile(
    r"财政|拨款|配套|自筹|上级|中央|[省市县区]级|补助资金|债券|结转|社会资金|单位资金|其他资金|贷款"
)
_PLACE = re.compile(r"[\u4e00-\u9fff]{1,8}(?:县|区|市|镇|乡|街道)$")
_NO_NAME = re.compile(r"^(?:其中|和|及|以及|资金|经费|金额|分别|共计|合计|总额|剩余|结余)?$")
_CLAUSES = re.compile(r"[，,。；;！!？?\n（(、]")
_OF_DEPARTMENT = "整体"
_KINDS_OF_SPENDING = re.compile("(?:项目|基本|公用|人员)(?:经费)?支出")
"""What a department spends is parted so; of a project it is the whole."""
_FAR = 120


class Sum(NamedTuple):
    """One sum with what it is of."""

    piece: Piece
    number: tuple[int, int]
    unit: Unit
    unit_part: tuple[int, int]
    stage: str
    part: "PartOf | None"


class PartOf(NamedTuple):
    """A part of a whole, and by what the whole is parted."""

    list: str
    """`rows` by source, `by_use`, `by_year` or `by_place`."""
    name: tuple[int, int]
    text: str = ""
    """What it is called, where the place only implies it: a year of a span."""


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
    found = list(_MONEY.finditer(plain, start))
    told = _Sentence()
    end = start
    if bare and found and not _PLAIN.sub("", plain[start : found[0].start()]).strip("约安排，,"):
        first = found.pop(0)
        told.stage, end = bare, first.end()
        yield _made(piece, first, bare, None)
    shared = list(_shared(piece, plain, found, years))
    of_each = {one.number for group in shared for one in group}
    yield from (one for group in shared for one in group)
    for n, match in enumerate(found):
        if match.span(1) in of_each:
            end = match.end()
            last = next(group for group in shared if any(o.number == match.span(1) for o in group))
            told = _Sentence(last[0].stage, parts=True)
            continue
        before = plain[max(end, match.start() - _FAR) : match.start()]
        if any(sign in before for sign in ENDS) and not _OF_A_PART.match(before):
            told = _Sentence()
        follows = found[n + 1] if n + 1 < len(found) else None
        one = _sum(piece, plain, match, before, follows, told, years, known)
        if one is not None:
            yield one
        end = match.end()


def _shared(
    piece: Piece, plain: str, found: Sequence[re.Match[str]], years: Years
) -> Iterator[list[Sum]]:
    """Sums told one after another of several years or payers: `2021年、2022年分别安排60万元、80万元`."""
    for match in _EACH.finditer(plain):
        sums_ = [one for one in found if match.end() <= one.start()][:_MOST_PARTS]
        group = sums_[:1]
        for one in sums_[1:]:
            if not _BETWEEN.fullmatch(plain[group[-1].end() : one.start()]):
                break
            group.append(one)
        if not group or group[0].start() - match.end() > _NOUN:
            continue
        clause = f"{match['verb']}{plain[match.end() : group[0].start()]}"
        stage = next((s for s, pattern in _STAGES if pattern.search(clause)), "")
        parts = _years_of(plain, match) or _payers_of(plain, match)
        if stage and len(parts) == len(group) > 1 and all(_is_of(plain, p, years) for p in parts):
            yield [_made(piece, one, stage, part) for one, part in zip(group, parts, strict=True)]


_EACH = re.compile(
    r"(?:各年度?)?分别(?P<verb>安排|下达|支出|到位|投入|拨付|使用|支付|执行|预算|完成支出|批复|为)"
)
_NOUN = 16
_MOST_PARTS = 8


def _years_of(plain: str, each: re.Match[str]) -> list[PartOf]:
    """The years that stand before `分别`, of a span all of them, each told by its first place."""
    start = max(plain.rfind(sign, 0, each.start()) for sign in "。；;\n") + 1
    span = _SPAN_TOLD.search(plain, start, each.start())
    if span is not None:
        years = range(int(span["first"]), int(span["last"]) + 1)
        return [PartOf("by_year", span.span(), str(year)) for year in years]
    return [PartOf("by_year", m.span(1)) for m in _A_YEAR.finditer(plain, start, each.start())]


def _payers_of(plain: str, each: re.Match[str]) -> list[PartOf]:
    """The payers that stand before `分别`: `中央、省、县财政`."""
    start = max(plain.rfind(sign, 0, each.start()) for sign in "。；;\n，,") + 1
    found = _PAYERS.search(plain, start, each.start())
    if found is None:
        return []
    return [PartOf("rows", m.span()) for m in _A_PAYER.finditer(plain, found.start(), found.end())]


_SPAN_TOLD = re.compile(
    r"(?P<first>(?:19|20)\d\d)\s?年?度?\s?[-—–~至到]{1,2}\s?(?P<last>(?:19|20)\d\d)\s?年"
)
_A_YEAR = re.compile(r"((?:19|20)\d\d)\s?(?:年|(?=\s?[-—–~至、和及]))")
_A_PAYER = re.compile(
    r"[\u4e00-\u9fff]{1,10}?(?=[、和及与]|$)|(?<=[、和及与])[\u4e00-\u9fff]{1,10}"
)
_PAYERS = re.compile(r"(?:[\u4e00-\u9fff]{1,10}[、和及与]){1,5}[\u4e00-\u9fff]{1,10}$")


def _is_of(plain: str, part: PartOf, years: Years) -> bool:
    if part.list != "by_year":
        return True
    year = int(part.text or plain[slice(*part.name)])
    return not years.last or years.first <= year <= years.last


_OWN_STAGE = re.compile(
    r"^(?!项目支出)(?:全年|年度|本年|当年|年末|年底|期末|实际|累计|共计?|总计|已|项目|财政){0,4}"
    r"(?:支出|使用|支付|执行|拨付|到位|下达|结余|结转|完成支出|列支|兑付|剩余)(?:结余|资金|经费|金额|完成)?(?:为|共|共计)?$"
)
"""A clause behind parts that tells another stage of the whole."""


def _sum(
    piece: Piece, plain: str, match: re.Match[str], before: str, follows: re.Match[str] | None,
    told: _Sentence, years: Years, known: str,
) -> Sum | None:  # fmt: skip
    opening = _OF_A_PART.match(before) if told.stage else None
    if opening is not None:
        told.parts = True
    stage, clause, is_other = _stage(before, known)
    is_joined = bool(opening) or bool(_BETWEEN.match(before))
    if (
        told.parts
        and is_joined
        and not _OWN_STAGE.search(clause)
        and (part := _part(before, match.start()))
    ):
        return _made(piece, match, told.stage, part)
    told.is_other |= is_other or names_another(before, known)
    told.parts, before_this = False, told.stage
    told.stage = ""
    if told.is_other or is_of_part(plain, match.start()):
        return None
    if not stage and before_this and _ALL_OF_IT.fullmatch(clause):
        stage = before_this  # the sum of what was told of each year
    if not stage or is_limited(clause.replace("结转", "") if stage == "balance" else clause):
        return None
    year = _one_of(before, years)
    if year is not None and _tells_others(plain, year[1], years):
        told.stage = stage
        return _made(piece, match, stage, _at_place(year, match.start() - len(before)))
    if not is_of_years(plain, match.start(), years):
        return None
    if follows is not None and _is_listed(plain[match.end() : follows.start()]):
        return None
    told.stage = stage
    return _made(piece, match, stage, None)


_ALL_OF_IT = re.compile(
    r"(?:[两二三四五]年|各年)?(?:合计|共计|总计|累计|总额)(?:安排|支出)?[为达:]?\s?"
)


def _one_of(before: str, years: Years) -> re.Match[str] | None:
    """The year of several that the words before a sum name last, where it is one of them."""
    if not years.first < years.last:
        return None
    named = list(_A_YEAR.finditer(before))
    if not named or not years.first <= int(named[-1][1]) <= years.last:
        return None
    is_sum = len(named) > 1 or _SPAN_OF_YEARS.search(before) or _UP_TO.search(before)
    return None if is_sum else named[-1]


def _tells_others(plain: str, year: str, years: Years) -> bool:
    """Whether a paragraph tells of other years of a span too."""
    named = {int(one[1]) for one in _A_YEAR.finditer(_SPAN_TOLD.sub("", plain))}
    return any(years.first <= one <= years.last for one in named - {int(year)})


_UP_TO = re.compile("截[至止]|累计|共计|合计")
_SPAN_OF_YEARS = re.compile(r"\d\d\s?年?度?\s?[-—–~至]{1,2}\s?(?:19|20)\d\d")


def _at_place(year: re.Match[str], start: int) -> PartOf:
    return PartOf("by_year", (start + year.start(1), start + year.end(1)))


def _made(piece: Piece, match: re.Match[str], stage: str, part: PartOf | None) -> Sum:
    return Sum(piece, match.span(1), _UNITS[match[2]], match.span(2), stage, part)


def _stage(before: str, known: str) -> tuple[str, str, bool]:
    """The stage that the clause before a sum names, the clause, whether it is of a part."""
    clause = _CLAUSES.split(before)[-1]
    for stage, pattern in _STAGES:
        match = pattern.search(clause)
        if match is None:
            continue
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
    if not _BETWEEN.match(between) or any(sign in between for sign in ENDS):
        return False
    clause = _CLAUSES.split(between)[-1]
    if _OF_A_PART.match(between) or is_limited(clause):
        return False
    return not any(pattern.search(clause) for _, pattern in _STAGES)


def _part(before: str, end: int) -> PartOf | None:
    """The part that a sum behind `其中` is of."""
    start = end - len(before)
    if (year := _PART_YEAR.search(before)) is not None:
        return PartOf("by_year", (start + year.start("name"), start + year.end("name")))
    opening = _OF_A_PART.match(before) or _BETWEEN.match(before)
    first = opening.end() if opening else 0
    match = _PART_NAME.search(before, first)
    if (
        match is None
        or match.start() > first
        or _NO_NAME.match(match["name"])
        or is_limited(match["name"])
    ):
        return None
    name = match["name"]
    kind = "rows" if _SOURCE.search(name) else "by_place" if _PLACE.fullmatch(name) else "by_use"
    return PartOf(kind, (start + match.start("name"), start + match.end("name")))
