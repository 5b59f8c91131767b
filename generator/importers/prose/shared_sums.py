"""Sums told one after another of several: `2021年、2022年分别安排60万元、80万元`."""

import re
from collections.abc import Iterator, Sequence

from generator.importers.outline import Piece
from generator.importers.prose.stages import BETWEEN, SOURCE, STAGES, PartOf, Sum, made
from generator.importers.prose.told_years import A_YEAR, SPAN_TOLD
from generator.importers.prose.whole import Years


def shared(
    piece: Piece, plain: str, found: Sequence[re.Match[str]], years: Years
) -> Iterator[list[Sum]]:
    """The sums of each group that a sentence tells of several years or payers."""
    for match in _EACH.finditer(plain):
        sums_ = [one for one in found if match.end() <= one.start()][:_MOST_PARTS]
        group = sums_[:1]
        for one in sums_[1:]:
            if not BETWEEN.fullmatch(plain[group[-1].end() : one.start()]):
                break
            group.append(one)
        if not group or group[0].start() - match.end() > _NOUN:
            continue
        clause = f"{match['verb']}{plain[match.end() : group[0].start()]}"
        stage = next((s for s, pattern in STAGES if pattern.search(clause)), "")
        parts = _years_of(plain, match) or _payers_of(plain, match)
        if stage and len(parts) == len(group) > 1 and all(_is_of(plain, p, years) for p in parts):
            yield [made(piece, one, stage, part) for one, part in zip(group, parts, strict=True)]


_EACH = re.compile(
    r"(?:各年度?)?分别(?P<verb>安排|下达|支出|到位|投入|拨付|使用|支付|执行|预算|完成支出|批复|为)"
)
_NOUN = 16
_MOST_PARTS = 8


def _years_of(plain: str, each: re.Match[str]) -> list[PartOf]:
    """The years that stand before `分别`, of a span all of them, each told by its first place."""
    start = max(plain.rfind(sign, 0, each.start()) for sign in "。；;\n") + 1
    span = SPAN_TOLD.search(plain, start, each.start())
    if span is not None:
        years = range(int(span["first"]), int(span["last"]) + 1)
        return [PartOf("by_year", span.span(), str(year)) for year in years]
    return [PartOf("by_year", m.span(1)) for m in A_YEAR.finditer(plain, start, each.start())]


def _payers_of(plain: str, each: re.Match[str]) -> list[PartOf]:
    """The payers that stand before `分别`: `中央、省、县财政`."""
    start = max(plain.rfind(sign, 0, each.start()) for sign in "。；;\n，,") + 1
    found = _PAYERS.search(plain, start, each.start())
    if found is None:
        return []
    named = list(_A_PAYER.finditer(plain, found.start(), found.end()))
    if not all(SOURCE.search(one[0]) or _LEVEL.search(one[0]) for one in named):
        return []
    return [PartOf("rows", one.span()) for one in named]


_A_PAYER = re.compile(
    r"[\u4e00-\u9fff]{1,10}?(?=[、和及与]|$)|(?<=[、和及与])[\u4e00-\u9fff]{1,10}"
)
_PAYERS = re.compile(
    r"(?:(?:(?![和及与])[\u4e00-\u9fff]){1,10}+[、和及与]){1,5}+(?:(?![和及与])[\u4e00-\u9fff]){1,10}+$"
)
_LEVEL = re.compile("[省市县区镇乡]|中央|自筹|单位")


def _is_of(plain: str, part: PartOf, years: Years) -> bool:
    if part.list != "by_year":
        return True
    year = int(part.text or plain[slice(*part.name)])
    return not years.last or years.first <= year <= years.last
