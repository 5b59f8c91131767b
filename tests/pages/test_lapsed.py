"""A report that no longer stands says so under its title, and wherever it is named."""

import re
from pathlib import Path

import pytest
from helpers import search_engine, small_site

from generator.model.documents import Openness, Validity

LAPSED = [validity for validity in Validity if validity is not Validity.VALID]
MARK = '<span class="gk-lapsed">'


def pages(root: Path, validity: str) -> dict[str, str]:
    disclosure = {"发布机构": "示例市教育局", "成文日期": "2024-03-15"}
    said = {"效力状态": validity} if validity else {}
    return small_site.pages(small_site.built(root, {"lunch": {"公开": disclosure | said}}))


@pytest.mark.parametrize("validity", LAPSED)
def test_a_lapsed_report_is_marked(tmp_path: Path, validity: Validity) -> None:
    found = pages(tmp_path, validity.label)
    title, notice = found["2023/ju/lunch/"].split("\n# ")[1].split("\n")[:3:2]
    assert title.endswith("绩效评价报告 {#page-title}")
    assert f'role="note">本报告已{validity.label}' in notice
    for address in ("", "2023/", "2023/ju/", "departments/ju/"):
        assert f"{MARK}已{validity.label}</span>" in found[address], address
    [[shown, *_]] = search_engine.reports_in(found.values())
    assert shown["lapsed"] == f"已{validity.label}"


@pytest.mark.parametrize("validity", ["", Validity.VALID.label])
def test_a_report_that_stands_is_not(tmp_path: Path, validity: str) -> None:
    found = pages(tmp_path, validity)
    for text in found.values():
        assert not re.search("gk-lapsed|gk-notice--lapsed|lapsed", text)
    [[shown, *_]] = search_engine.reports_in(found.values())
    assert "lapsed" not in shown


@pytest.mark.parametrize("openness", Openness)
def test_only_what_is_disclosed_to_everybody_is_published(
    tmp_path: Path, openness: Openness
) -> None:
    disclosure = {"发布机构": "示例市教育局", "成文日期": "2024-03-15", "公开方式": openness.label}
    made = small_site.built(tmp_path, {"lunch": {"公开": disclosure}})
    stopping = [fault.rule for fault in made.stopping]
    is_open = openness is Openness.PROACTIVE
    assert stopping == ([] if is_open else ["openness-contradicts-status"])
