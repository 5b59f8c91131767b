"""Links to findings and recommendations: what is put before one leaves it where it was."""

import re
from pathlib import Path
from typing import Any

import pytest
from helpers import search_engine, small_site
from helpers.reading import parsed, split

Items = list[dict[str, Any]]
FINDINGS: Items = [{"编号": "w1", "内容": "甲问题。"}, {"编号": "w2", "内容": "乙问题。"}]
ADVICE: Items = [
    {"编号": "j1", "对应问题": ["w1"], "内容": "甲建议。"},
    {"对应问题": ["w2"], "内容": "乙建议。"},
]
NEW = {"编号": "w0", "内容": "新查出的问题。"}
NEW_ADVICE = {"编号": "j0", "对应问题": ["w0"], "内容": "新建议。"}


def built(root: Path, findings: Items, advice: Items) -> dict[str, str]:
    return small_site.pages(small_site.built(root, {"lunch": {"问题": findings, "建议": advice}}))


def places(pages: dict[str, str]) -> dict[str, str]:
    """What each id of the page names: the text of the item it stands at or in."""
    tree = parsed(split(pages["2023/ju/lunch/"])[1])
    found: dict[str, str] = {}
    for item in tree.iter():
        if item.get("class") == "gk-item":
            text = next("".join(p.itertext()) for p in item.iter("p"))
            found |= {own: text for part in item.iter() if (own := part.get("id"))}
    return found


def test_every_item_has_its_own_name_and_its_number(tmp_path: Path) -> None:
    assert places(built(tmp_path, FINDINGS, ADVICE)) == {
        "finding-id-w1": "甲问题。",
        "finding-1": "甲问题。",
        "finding-id-w2": "乙问题。",
        "finding-2": "乙问题。",
        "recommendation-id-j1": "甲建议。",
        "recommendation-1": "甲建议。",
        "recommendation-2": "乙建议。",
    }


@pytest.mark.parametrize("place", range(3))
def test_links_by_id_lead_to_the_same_whatever_is_added(tmp_path: Path, place: int) -> None:
    before = places(built(tmp_path / "before", FINDINGS, ADVICE))
    findings = [*FINDINGS[:place], NEW, *FINDINGS[place:]]
    advice = [NEW_ADVICE, *ADVICE]
    pages = built(tmp_path / "after", findings, advice)
    after = places(pages)
    assert {name: after[name] for name in before if "-id-" in name} == {
        name: text for name, text in before.items() if "-id-" in name
    }
    for number, finding in enumerate(findings, 1):
        assert after[f"finding-{number}"] == finding["内容"]
    links = re.findall(r'href="#((?:finding|recommendation)-[^"]+)"', pages["2023/ju/lunch/"])
    assert set(links) <= set(after)
    assert [link for link in links if not re.match(r"\w+-id-|recommendation-3$", link)] == []


def test_search_leads_to_the_same_places(tmp_path: Path) -> None:
    pages = built(tmp_path, FINDINGS, ADVICE)
    [[shown, *_]] = search_engine.reports_in(pages.values())
    names = ["finding-id-w1", "finding-id-w2", "recommendation-id-j1", "recommendation-2"]
    assert shown["anchors"] == ["", *(f"#{name}" for name in names)]
    assert shown["address"] == "2023/ju/lunch/"
    assert set(names) <= set(places(pages))
