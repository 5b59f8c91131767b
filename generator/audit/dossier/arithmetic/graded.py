"""Grades by bands of a sentence's own: `80—90分为良、60—80分为中，得78.9分，等级为良`."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit.dossier.claims.figures import Claim
from generator.values.lazily import lazily
from generator.values.money import grouped, number_of

SIGN = lazily('分[^，。；]{0,8}[为是][“"]?[优良中差合]')
_NAME = "优秀?|良好?|中等?|一般|较?差|基本合格|不合格|合格"
_BAND = lazily(
    r"(?P<limits>\d[^，,；;。、：:\n]{0,20}?)[为是]\s?[“\"]?"
    rf"(?P<name>{_NAME})[”\"]?(?=[，,；;。、\n）)]|等级|$)"
)
_SCORE = lazily(
    r"(?:得分?|总分|评分|综合得分)[为是共]?\s?(?P<score>\d{1,3}(?:\.\d{1,2})?)\s?分", re.ASCII
)
_GIVEN = lazily(
    rf"(?:等级|等次|档次|评定|评价结果|确定|结果)(?:评定|确定|应)?[为是]\s?[“\"]?(?P<name>{_NAME})[”\"]?(?=[，,；;。\n等级]|$)"
)
_NUMBER = lazily(r"(?<![\d.])\d{1,3}(?:\.\d)?(?![\d.])", re.ASCII)
_BELOW = lazily("以下|不足|低于|小于|<")
_FEWEST = 3


def graded(sentence: str) -> Iterator[Claim]:
    """The grade of a half-width sentence that its bands do not give its score."""
    bands = tuple(_BAND.finditer(sentence))
    if len(bands) < _FEWEST:
        return
    rest = sentence[bands[_FEWEST - 1].end() :]
    scores, given = tuple(_SCORE.finditer(rest)), tuple(_GIVEN.finditer(rest))
    if len(scores) != 1 or len(given) != 1 or given[0].start() < scores[0].start():
        return
    starts: list[tuple[Decimal, str]] = []
    for band in bands:
        numbers = [number_of(number) for number in _NUMBER.findall(band["limits"])]
        if not numbers or (scores[0].start() + len(sentence) - len(rest)) < band.start():
            continue
        is_lowest = len(numbers) == 1 and _BELOW.search(band["limits"])
        starts.append((Decimal(-1) if is_lowest else min(numbers), band["name"]))
    score = number_of(scores[0]["score"])
    due = next((name for start, name in sorted(starts, reverse=True) if start < score), "")
    is_edge = any(start == score for start, _ in starts)
    if due and not is_edge and due[0] != given[0]["name"][0]:
        how = f"{grouped(score)} 分按这几个分数段是“{due}”"
        yield Claim(rest.lstrip(",、;"), given[0]["name"], due, how)
