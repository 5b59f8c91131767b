"""The cause of a problem where its own text goes on with it: `…进度偏慢。原因分析：人手不足。`."""

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
