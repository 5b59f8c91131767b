"""Days as people type them: `2022.7.29`, `20220729`, 二〇二二年七月二十九日."""

import re
from datetime import date, timedelta

from generator.values.cells.numerals import chinese
from generator.values.lazily import lazily
from generator.values.meant.meaning import NOTHING, UNKNOWN, Meant, says_none, says_nothing
from generator.values.text import half_width

_SIGN = r"\s?[年月./\\、。,_—–~-]{1,2}\s?"
_PARTED = lazily(
    rf"(?P<year>(?:19|20)?\d\d){_SIGN}(?P<month>\d{{1,2}}){_SIGN}(?P<day>\d{{1,2}})\s?[日号]?"
    r"\s?(?:\(?(?:星期|周)[一二三四五六日天]\)?)?(?:[T ]?\d{1,2}:\d\d(?::\d\d)?(?:\.\d{1,6})?Z?)?"
    r"(?P<tail>\(?[\u4e00-\u9fff]{1,4})?",
    re.ASCII,
)
_BLANKS = lazily(r"(?P<year>(?:19|20)\d\d) (?P<month>\d{1,2}) (?P<day>\d{1,2})", re.ASCII)
_RUN = lazily(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)", re.ASCII)
_LAST = lazily(r"(?P<one>\d{1,2})[./-](?P<two>\d{1,2})[./-](?P<year>(?:19|20)\d\d)", re.ASCII)
_SERIAL = lazily(r"[34]\d{4}", re.ASCII)
"""How a spreadsheet counts the days of our years."""
_EPOCH = date(1899, 12, 30)
_INCOMPLETE = (
    (lazily(r"(?:19|20)\d\d\s?[年./-]\s?\d{1,2}\s?月?份?[底初末]?", re.ASCII), "日"),
    (lazily(r"(?:19|20)\d{4}", re.ASCII), "日"),
    (lazily(r"\d{1,2}[月./-]\d{1,2}[日号]?", re.ASCII), "年"),
    (lazily(r"(?:19|20)\d\d年?度?[底初末]?", re.ASCII), "月和日"),
)  # fmt: skip
_YEAR_IN_WORDS = lazily(r"[零〇○Ｏ一二三四五六七八九]{4}(?=年)")
_IN_WORDS = lazily(r"[一二三四五六七八九十]{1,3}(?=[月日号])")
_DIGITS = str.maketrans("零〇○Ｏ一二三四五六七八九", "0000123456789")


def day(text: str, unit: str = "") -> Meant:
    """A calendar day; what does not name one says so. There are no units of days."""
    del unit
    if says_nothing(text) or says_none(text):
        return NOTHING
    plain = half_width(text).strip().strip("。;；,，()（）:：“”‘’「」'\"").strip()
    plain = _YEAR_IN_WORDS.sub(lambda match: match[0].translate(_DIGITS), plain)
    plain = _IN_WORDS.sub(lambda match: str(chinese(match[0]) or match[0]), plain)
    if found := _PARTED.fullmatch(plain) or _BLANKS.fullmatch(plain) or _RUN.fullmatch(plain):
        meant = _of_parts(found["year"], found["month"], found["day"])
        return meant._replace(is_sure=meant.is_sure and not found.groupdict().get("tail"))
    if found := _LAST.fullmatch(plain):
        one, two, year = found["one"], found["two"], found["year"]
        days = (_date(year, one, two), _date(year, two, one))
        return Meant(tuple(dict.fromkeys(filter(None, days))))
    if _SERIAL.fullmatch(plain):
        return Meant(((_EPOCH + timedelta(days=int(plain))).isoformat(),), is_sure=False)
    missing = (word for pattern, word in _INCOMPLETE if pattern.fullmatch(plain))
    word = next(missing, "")
    return Meant(("",), is_sure=False, missing=word) if word else UNKNOWN


def _of_parts(year: str, month: str, number: str) -> Meant:
    full = year if len(year) == len("2022") else f"20{year}"
    if found := _date(full, month, number):
        return Meant((found,), full == year)
    turned = _date(full, number, month)
    return Meant((turned,), is_sure=False) if turned else UNKNOWN


def _date(year: str, month: str, number: str) -> str:
    """The day in standard form; empty where there is none."""
    try:
        return date(int(year), int(month), int(number)).isoformat()
    except ValueError:
        return ""
