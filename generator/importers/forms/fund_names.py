"""What the names of rows in a table of money say: a part, a list of its own, by what one parts."""

import re

from generator.importers.ordinals import Style, ordinal

PART_OF = re.compile(r"^[\s　]{0,6}(?:其中|包括|含)\s?[：:]?\s?")
_NUMBER = re.compile(
    r"^\s?(?:[①-⑳]|\d{1,2}[.、]|[（(]\d{1,2}[）)]|[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)])\s?"
)
_KIND_OF_SPENDING = re.compile("(?:基本|项目|人员|公用)(?:经费)?支出|(?:人员|公用)经费")
_COUNTY = re.compile(
    r"(?![本各]|[省市县区州乡镇]{1,4}\Z)[\u4e00-\u9fff]{1,8}(?:市|县|区|州|盟|旗|镇|乡|街道)"
)
_GROUP = re.compile(
    r"(?:[一二三四]、|\d[.、]|[（(][一二三四\d][）)])?(?:其中[：:])?"
    r"按(?:照)?(?P<by>[\u4e00-\u9fff]{2,8}?)(?:来)?(?:划分|分类|分列|分解|分)?(?:为)?[：:]?"
)
"""A row that only says by what the rows below it part the total: `按支出性质分：`."""
_BY_SPENDING = re.compile("支出|用途|使用|费用|经济分类|功能")
_BY_INCOME = re.compile("收入|来源|资金|渠道")


def start_of(name: str) -> int:
    """Where the name itself begins, behind `其中` and a number."""
    prefix = PART_OF.match(name)
    start = prefix.end() if prefix else 0
    number = _NUMBER.match(name[start:])
    return start + number.end() if number else start


def style_of(name: str) -> Style | None:
    """How the number before a name is written, behind `其中`; None without one."""
    prefix = PART_OF.match(name)
    number = ordinal(name[prefix.end() if prefix else 0 :].lstrip())
    return number.style if number else None


def list_below(name: str) -> str:
    """The list that the rows below a row stand in; empty where its name says none."""
    match = _GROUP.fullmatch("".join(name.split()))
    if match is not None and _BY_SPENDING.search(match["by"]):
        return "by_use"
    return "rows" if match is not None and _BY_INCOME.search(match["by"]) else ""


def is_kind_of_spending(name: str) -> bool:
    """Whether a row is what a department spends money for, which is no source."""
    return _KIND_OF_SPENDING.fullmatch("".join(name[start_of(name) :].split())) is not None


def breakdown_of(name: str) -> str:
    """The list that a row stands in by its own name, as what it is or where it goes is no source.

    Empty for a source.
    """
    if is_kind_of_spending(name):
        return "by_use"
    return "by_place" if _COUNTY.fullmatch(name) else ""
