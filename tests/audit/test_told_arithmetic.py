"""Sentences that reckon, wrongly and rightly, in the words of reports all over the country."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from helpers import audit

TABLE: dict[str, list[str]] = yaml.safe_load(
    Path(__file__).with_name("told_arithmetic.yml").read_text(encoding="utf-8")
)
SOUND = "sound"
_TWO_WAYS = re.compile(r"\{([^|}]+)\|([^}]+)\}")
READING = frozenset(
    ("told-reckoning-mismatch", "told-product-mismatch", "told-division-mismatch",
     "told-cut-mismatch", "prose-sum-mismatch", "prose-parts-over-total", "amount-mismatch",
     "counts-give-another-rate", "numbers-counted-otherwise", "extreme-told-otherwise")
)  # fmt: skip
"""The rules that reckon with what one text tells; others hold it against tables."""
_WRONGLY, _RIGHTLY = r"\1", r"\2"


def _told(way: str) -> Iterator[str]:
    for kind, sentences in TABLE.items():
        if kind != SOUND:
            for sentence in sentences:
                yield _TWO_WAYS.sub(way, sentence)


def _said(sentence: str) -> list[str]:
    """What the audit says of it alone, in a record in which nothing else is told."""
    record = audit.record_of({"正文": [{"级别": "1", "标题": "基本情况", "内容": sentence}]})
    return [str(fault) for fault in audit.found_in(record) if fault.rule in READING]


@pytest.mark.parametrize("sentence", list(_told(_WRONGLY)))
def test_what_is_reckoned_wrongly_is_said_once(sentence: str) -> None:
    assert len(_said(sentence)) == 1


@pytest.mark.parametrize("sentence", [*_told(_RIGHTLY), *TABLE[SOUND]])
def test_of_what_is_reckoned_rightly_nothing_is_said(sentence: str) -> None:
    assert not _said(sentence)
