"""Entries that run into the text before them: `{来源: 区级配套，年初预算：100}` in brackets.

YAML reads all of it as one text, and the sum would be missing without a word. Only what a field of
the same block can hold is taken for an entry: a number, a date or a choice, no further text.
"""

import re
from collections.abc import Mapping

from generator.schema.vocabulary import Term
from generator.source import scalar

ENTRY = re.compile(r"\s?[，、；,;]\s?(?P<key>[^\s，。；、：:,;]{2,8})\s?[：:]\s?(?=[-\d０-９])")
"""A name with a figure behind it, as it would follow a comma between two entries."""


def may_hold(text: str) -> bool:
    """Whether a text has the signs without which it holds no such entry."""
    return "：" in text or ":" in text


def apart(text: str, known: Mapping[str, Term], data: Mapping[str, object]) -> str | None:
    """The text and the entries in it as they stand in brackets; None where it holds none."""
    first = next((m for m in ENTRY.finditer(text) if _is_entry(m["key"], known, data)), None)
    if first is None:
        return None
    rest = ENTRY.sub(
        lambda m: f", {m['key']}: " if _is_entry(m["key"], known, data) else m[0],
        text[first.start() :],
    )
    return f"{scalar(text[: first.start()], in_brackets=True)}{rest}"


def _is_entry(key: str, known: Mapping[str, Term], data: Mapping[str, object]) -> bool:
    term = known.get(key)
    return term is not None and not term.prose and term.model is None and key not in data
