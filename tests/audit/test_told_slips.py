"""Short texts of which half have one slip: how many the audit sees; it says nothing false."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from helpers import audit

TEXTS: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("told_slips.yml").read_text(encoding="utf-8")
)
RIGHT = [one["text"] for one in TEXTS if not one.get("slip")]
WRONG = [one["text"] for one in TEXTS if one.get("slip")]
OTHERS = frozenset(
    ("rates-disagree-in-text", "amounts-disagree-in-text", "result-disagrees-in-text",
     "judged-year-differs", "words-of-another-field")
)  # fmt: skip
"""Rules that hold a text against the rest of its record, which here is another project's."""
TOLD = 73
"""So many of the slips are seen; more is welcome."""


def _said(text: str) -> list[str]:
    record = audit.record_of({"正文": [{"级别": "1", "标题": "甲", "内容": text}]})
    return [str(fault) for fault in audit.found_in(record) if fault.rule not in OTHERS]


@pytest.mark.parametrize("text", RIGHT)
def test_of_a_right_text_nothing_is_said(text: str) -> None:
    assert not _said(text)


def test_slips_are_seen() -> None:
    assert sum(bool(_said(text)) for text in WRONG) >= TOLD
