"""Figures that prose repeats: where a sentence tells one, and of what it tells it."""

import re
from collections.abc import Container, Iterable, Iterator

from generator.audit.dossier.prose import Passage
from generator.values.cells.numerals import chinese
from generator.values.lazily import lazily
from generator.values.sentences import said_before

FIELDS = frozenset({"sections", "objective", "funds", "findings", "result"})
"""The parts of an item that hold prose about its own figures."""
TELLING = frozenset(
    ("text", "achieved", "expected", "adjusted", "whole_term", "forecast", "opinion", "note",
     "explanation", "deviation_reason", "score_note", "actual", "evidence", "done", "progress",
     "measure", "cause", "purpose", "open_reason")
)  # fmt: skip
"""Fields of running text."""
THE_RATE = (
    "(?:项目|全年|年度|本年度?|资金|预算|财政){0,4}"
    "((?:预算|资金)?(?:执行率|支出率|支付率|到位率|支出进度|执行进度))"
    r"(?:为|达到?|是|仅为?|只有)?[：:]?\s?"
)
"""Words before the rate of the whole, rather than of something named: `预算执行率为`."""
THE_TOTAL = (
    "(?:20[0-9]{2}年度?|本年度?|本?项目|本部门|经?自评|本次|绩效|综合|评价|最终|部门|整体|支出){0,5}"
    "(自评总?得分|评价总?得分|综合得分|最终得分|总得分|总评分|总分|得分)"
    r"(?:为|是|共)?[：:]?\s?"
)
"""Words before the points of the whole: `综合得分为`."""
_LIMITED = lazily(  # each begins with a sign of its own, so that it is soon passed over
    r"其中|上年|去年|往年|以前年度|同期|比|较|下年|明年|次年|季度|上半年|下半年|月(?<=[0-9]月)"
    r"|每|人均|平均|单价|第[一二三四]批|累计|市级|省级|县级|区级|中央|配套|结转|追加|调整|原|低于|高于|不足|以[上下内]"
)
"""Words that make a figure one of a part, of another time, or of nothing in particular."""
_CLOSING = lazily(r"(?:截[至止]\s?)?(?:20[0-9]{2}年)?1?2月(?:3[01]|底|末)[日]?")
"""The end of the year: what is told as of then is the year's."""
_YEAR = lazily(r"((?:19|20)[0-9]{2})年")


def mentions(
    passages: Iterable[Passage], pattern: re.Pattern[str], year: int, parts: Container[str] = FIELDS
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Every match in prose whose sentence limits it to nothing else and to no other year."""
    for passage in passages:
        if passage.path[0] not in parts:
            continue
        for match in pattern.finditer(passage.plain):
            told = _CLOSING.sub("", said_before(passage.plain, match.start()))
            # A limit stands before what it limits; a year stands anywhere in the sentence.
            is_limited = _LIMITED.search(told) or _LIMITED.search(match[0])
            if not is_limited and all(int(y) == year for y in _YEAR.findall(told + match[0])):
                yield passage, match


COUNT = r"(\d{1,3}|[一二两三四五六七八九十]{1,3})"
"""How many, in digits or in words; `counted` is what it comes to."""


def counted(text: str) -> int:
    """The number that `COUNT` found; 0 for words that are no number."""
    return int(text) if text.isdecimal() else int(chinese(text) or 0)
