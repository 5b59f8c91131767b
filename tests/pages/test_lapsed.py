"""A report that no longer stands says so under its title, and wherever it is named."""

import re
from pathlib import Path

import pytest
from helpers import small_site

from generator.model.documents import Openness, Validity
from generator.search import INDEX

LAPSED = [validity for validity in Validity if validity is not Validity.VALID]
MARK = '<span class="gk-lapsed">'


def pages(root: Path, validity: str) -> dict[str, str]:
    disclosure = {"发布机构": "示例市教育局", "成文日期": "2024-03-15", "效力状态": validity}
    return small_site.pages(small_site.built(root, {"lunch": {"公开": disclosure}}))


@pytest.mark.parametrize("validity", LAPSED)
def test_a_lapsed_report_is_marked(tmp_path: Path, validity: Validity) -> None:
    found = pages(tmp_path, validity.label)
    title, notice = found["2023/ju/lunch/"].split("\n# ")[1].split("\n")[:3:2]
    assert title.endswith("绩效评价报告 {#page-title}")
    assert f'role="note">本报告已{validity.label}' in notice
    for address in ("", "2023/", "2023/ju/", "departments/ju/"):
        assert f"{MARK}已{validity.label}</span>" in found[address], address
    index = (text for name, text in found.items() if name.startswith(INDEX))
    cards = [text for text in index if '"project":' in text]
    assert [f'"lapsed":"已{validity.label}"' in card for card in cards] == [True]


@pytest.mark.parametrize("validity", ["", Validity.VALID.label])
def test_a_report_that_stands_is_not(tmp_path: Path, validity: str) -> None:
    for text in pages(tmp_path, validity).values():
        assert not re.search("gk-lapsed|gk-notice--lapsed|lapsed", text)


@pytest.mark.parametrize("openness", Openness)
def test_only_what_is_disclosed_to_everybody_is_published(
    tmp_path: Path, openness: Openness
) -> None:
    disclosure = {"发布机构": "示例市教育局", "成文日期": "2024-03-15", "公开方式": openness.label}
    made = small_site.built(tmp_path, {"lunch": {"公开": disclosure}})
    stopping = [fault.rule for fault in made.stopping]
    is_open = openness is Openness.PROACTIVE
    assert stopping == ([] if is_open else ["openness-contradicts-status"])
