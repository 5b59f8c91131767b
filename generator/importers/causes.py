"""Causes that a text goes on with, or names before them.

Of a problem `…进度偏慢。原因分析：人手不足。`, of a row `原因：汛期停工。改进措施：错峰施工。`.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.importers.context import Context
from generator.importers.ledger import Role, Span

_BEHIND = re.compile(
    r"(?<=[。；;])\s?(?:产生|主要|问题|存在)?(?:的)?原因(?:分析)?\s?(?:[：:]|是[：:，,])\s?(?=\S)"
)


class Parted(NamedTuple):
    """A problem and its cause, each with where it stands."""

    text: str
    spans: tuple[Span, ...]
    cause: tuple[str, Span]


def parted(context: Context, text: str, spans: Sequence[Span]) -> Parted | None:
    """A problem without its cause; None where none is named, or more than one."""
    found = list(_BEHIND.finditer(text))
    if len(spans) != 1 or len(found) != 1:
        return None
    (span,), (mark,) = spans, found
    ledger = context.gathering.ledger
    start = ledger.text(span).find(text)
    if start < 0:
        return None
    start += span.start
    name, behind = start + mark.start(), start + mark.end()
    ledger.claim(span._replace(start=name, end=behind), Role.LABEL)
    cause = text[mark.end() :], span._replace(start=behind)
    return Parted(text[: mark.start()].rstrip(), (span._replace(end=name),), cause)


_OWN_NUMBER = (
    r"(?:(?<=[\s。；;，,])|\A)(?:\d{1,2}[.、．]|[①-⑩]|[（(][一二三四\d][）)]|[一二]、)?\s?"
)
_REASON = re.compile(
    rf"{_OWN_NUMBER}(?:偏差|未完成|未达标|存在|产生|扣分|主要|具体|的){{0,3}}原因(?:分析|说明)?\s?[：:]\s?"
)
_MEASURE = re.compile(
    rf"{_OWN_NUMBER}(?:下一?步|拟?采取|改进|整改|纠偏|解决|应对|工作|具体|的){{0,3}}(?:措施|办法)\s?[：:]\s?"
)


class Reasoned(NamedTuple):
    """Where the reason of a cell stands, and where what is done about it; either may be absent."""

    reason: tuple[int, int] | None
    measure: tuple[int, int] | None


def reasoned(text: str) -> Reasoned | None:
    """A cell that tells both behind their names, or one; None where it tells otherwise.

    `原因：汛期停工。改进措施：错峰施工。`
    """
    reasons, measures = list(_REASON.finditer(text)), list(_MEASURE.finditer(text))
    marks = sorted([*reasons, *measures], key=lambda mark: mark.start())
    if len(reasons) > 1 or len(measures) > 1 or not marks or text[: marks[0].start()].strip():
        return None
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    told = {
        mark.re: (mark.end(), mark.end() + len(text[mark.end() : end].rstrip("；;，, \t\n")))
        for mark, end in zip(marks, ends, strict=True)
    }
    return Reasoned(told.get(_REASON), told.get(_MEASURE))
