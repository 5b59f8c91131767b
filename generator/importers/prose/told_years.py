"""Which of several years a sentence speaks of: `2021年安排1,600万元，2022年安排1,980万元`."""

import re

from generator.importers.prose.stages import PartOf
from generator.importers.prose.whole import Years

SPAN_TOLD = re.compile(
    r"(?P<first>(?:19|20)\d\d)\s?年?度?\s?[-—–~至到]{1,2}\s?(?P<last>(?:19|20)\d\d)\s?年"
)
A_YEAR = re.compile(r"((?:19|20)\d\d)\s?(?:年|(?=\s?[-—–~至、和及]))")


def one_of(before: str, years: Years) -> re.Match[str] | None:
    """The year of several that the words before a sum name last, where it is one of them."""
    if not years.first < years.last:
        return None
    named = list(A_YEAR.finditer(before))
    if not named or not years.first <= int(named[-1][1]) <= years.last:
        return None
    is_sum = len(named) > 1 or _SPAN_OF_YEARS.search(before) or _UP_TO.search(before)
    return None if is_sum else named[-1]


def tells_others(plain: str, year: str, years: Years) -> bool:
    """Whether a paragraph tells of other years of a span too."""
    named = {int(one[1]) for one in A_YEAR.finditer(SPAN_TOLD.sub("", plain))}
    return any(years.first <= one <= years.last for one in named - {int(year)})


_UP_TO = re.compile("截[至止]|累计|共计|合计")
_SPAN_OF_YEARS = re.compile(r"\d\d\s?年?度?\s?[-—–~至]{1,2}\s?(?:19|20)\d\d")


def at_place(year: re.Match[str], start: int) -> PartOf:
    """The part of a year that was found in a text which begins at a place."""
    return PartOf("by_year", (start + year.start(1), start + year.end(1)))
