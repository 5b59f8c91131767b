"""Short texts of which half have one slip: how many the audit sees; it says nothing false."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from helpers import audit

TOLD = {"told_slips": 73, "told_slips_unseen": 76}
"""So many of the eighty slips of a file are seen; more is welcome."""
TEXTS: dict[str, list[dict[str, Any]]] = {
    file: yaml.safe_load(Path(__file__).with_name(f"{file}.yml").read_text(encoding="utf-8"))
    for file in TOLD
}
RIGHT = [one["text"] for texts in TEXTS.values() for one in texts if not one.get("slip")]
OTHERS = frozenset(
    ("rates-disagree-in-text", "amounts-disagree-in-text", "result-disagrees-in-text",
     "judged-year-differs", "words-of-another-field", "points-told-otherwise")
)  # fmt: skip
"""Rules that hold a text against the rest of its record, which here is another project's."""


def _said(text: str) -> list[str]:
    record = audit.record_of({"正文": [{"级别": "1", "标题": "甲", "内容": text}]})
    return [str(fault) for fault in audit.found_in(record) if fault.rule not in OTHERS]


@pytest.mark.parametrize("text", RIGHT)
def test_of_a_right_text_nothing_is_said(text: str) -> None:
    assert not _said(text)


@pytest.mark.parametrize("file", TOLD)
def test_slips_are_seen(file: str) -> None:
    wrong = [one["text"] for one in TEXTS[file] if one.get("slip")]
    assert sum(bool(_said(text)) for text in wrong) >= TOLD[file]
