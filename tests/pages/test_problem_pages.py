"""Lists of problems: who is in them follows from what documents say, and silence is no state."""

import re
from hashlib import sha256
from html import unescape
from pathlib import Path

import pytest
from helpers import showcase, small_site

from generator.catalog import Catalog
from generator.exports.lists import everything
from generator.model.findings import State
from generator.pages.parts import sheets
from generator.pages.parts.sheets import ROWS

FINDINGS = [{"编号": f"w{n}", "内容": f"第{n}件事没有办好", "类别": "资金使用"} for n in (1, 2, 3)]


def catalog() -> Catalog:
    found = showcase.published().catalog
    assert found is not None
    return found


def listed(text: str) -> list[str]:
    return re.findall(r'<li><a href="([^"]+)"', text.partition('class="gk-problems"')[2])


def test_every_problem_is_listed_once_by_year_and_once_by_department() -> None:
    problems = catalog().problems.all
    for folder in (r"problems/\d{4}/", r"problems/departments/[^/]+/"):
        links = [
            link
            for address, text in showcase.texts().items()
            if re.fullmatch(folder, address)
            for link in listed(text)
            if "#finding" in link or "-finding-" in link
        ]
        ends = {link.rpartition("../")[2].replace("index.html", "") for link in links}
        assert ends == {f"{p.document.address}#{p.found.anchor}" for p in problems}
        assert len(links) == len(problems)


def test_what_nobody_says_is_told_as_unknown() -> None:
    problems = catalog().problems.all
    unknown = sum(one.state is None for one in problems)
    page = showcase.texts()["problems/not-mended/"]
    assert f"另有 {unknown} 项没有写明整改状态" in page
    assert len(listed(page)) == sum(one.state in (State.OPEN, State.UNDER_WAY) for one in problems)
    assert "整改：正在整改" in page
    assert f"没有写明整改状态 {unknown} 项" in showcase.texts()["problems/"]


def test_nothing_is_counted_where_nobody_says_how_problems_stand(tmp_path: Path) -> None:
    column = "写明没有整改完"
    page = showcase.texts()["problems/"]
    problems = catalog().problems
    silent = sum(
        all(one.state is None for one in listed)
        for groups in (problems.by_year, problems.by_department)
        for listed in groups.values()
        if listed
    )
    assert column in page
    assert page.count("没有写明</span>") == silent > 0
    made = small_site.built(tmp_path, {"lunch": {"问题": FINDINGS}})
    assert column not in small_site.pages(made)["problems/"]


def test_ways_lead_there_from_home_year_department_and_map() -> None:
    pages = showcase.texts()
    assert 'href="problems/index.html"' in pages[""]
    assert 'href="problems/not-mended/index.html"' in pages[""]
    assert 'href="years/index.html"' in pages[""]
    assert 'href="../problems/2023/index.html"' in pages["2023/"]
    department = next(a.split("/")[2] for a in pages if a.startswith("problems/departments/"))
    way = f'href="../../problems/departments/{department}/index.html"'
    assert way in pages[f"departments/{department}/"]
    assert 'href="../problems/index.html"' in pages["sitemap/"]


def test_the_newest_word_counts_and_a_retold_problem_is_listed_once(tmp_path: Path) -> None:
    states = [
        {"对应问题": ["w1"], "状态": "未整改", "日期": "2024-03-01"},
        {"对应问题": ["w1"], "状态": "已整改", "日期": "2024-09-01"},
        {"对应问题": ["w2"], "状态": "未整改", "日期": "2024-03-01"},
    ]
    report = {
        "评价类型": "整改报告", "问题": FINDINGS[:2], "整改": states,
        "关联": [{"关系": "针对", "记录": "2023/ju/lunch"}],
    }  # fmt: skip
    made = small_site.built(tmp_path, {"lunch": {"问题": FINDINGS}, "mended": report})
    assert made.catalog is not None
    told = {one.found.id: one.state for one in made.catalog.problems.all}
    assert told == {"w1": State.DONE, "w2": State.OPEN, "w3": None}
    assert len(made.catalog.problems.all) == 3
    page = small_site.pages(made)["problems/not-mended/"]
    assert "第2件事" in page
    assert "第1件事" not in page
    assert "第3件事" not in page
    assert len(everything(made.catalog).deeds) == 3


def test_without_problems_there_are_no_pages_of_them(tmp_path: Path) -> None:
    pages = small_site.pages(small_site.built(tmp_path, {"lunch": {"问题": "", "建议": ""}}))
    assert not [address for address in pages if address.startswith("problems/")]
    assert "problems/" not in pages[""]


def test_a_long_list_goes_over_several_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "ROWS", 2)
    pages = small_site.pages(small_site.built(tmp_path, {"lunch": {"问题": FINDINGS}}))
    first, second = pages["problems/2023/"], pages["problems/2023/2/"]
    assert (len(listed(first)), len(listed(second))) == (2, 1)
    assert '<a href="2/index.html" rel="next">下一页</a>' in first
    assert '<a href="../index.html" rel="prev">上一页</a>' in second
    assert "资金使用（3 项）" in first
    assert ROWS > 2


def test_who_has_no_original_is_who_offers_none() -> None:
    page = showcase.texts()["questions/without-original/"]
    for document in catalog().documents:
        lacks = "<dd>未提供原文</dd>" in showcase.texts()[document.address]
        assert (f'href="../../{document.address}index.html"' in page) == lacks


def test_a_report_is_cited_in_one_line_with_its_digest() -> None:
    for document in catalog().documents:
        text = unescape(showcase.texts()[document.address])
        (line,) = re.findall(r'<p class="gk-cite__line">(.*?)</p>', text)
        assert document.record.head.title in line
        assert document.address in line
        assert str(document.published or document.issued or "未注明日期") in line
        assert re.search(r"<code>[0-9a-f]{64}</code>", line)


def test_the_digest_is_that_of_the_file(tmp_path: Path) -> None:
    made = small_site.built(tmp_path, {"lunch": {}})
    (record,) = made.records
    (file,) = tmp_path.rglob("lunch.yml")
    assert record.form.document.digest == sha256(file.read_bytes()).hexdigest()
    assert record.form.document.at_rest.digest == record.form.document.digest


def test_links_to_one_place_lead_to_it() -> None:
    for address, text in showcase.texts().items():
        ids = set(re.findall(r'id="([^"]+)"', text)) | set(re.findall(r"\{#([^}]+)\}", text))
        ids = set(map(unescape, ids))
        for to in map(unescape, re.findall(r'class="gk-permalink" href="#([^"]+)"', text)):
            assert to in ids, address
            assert re.fullmatch(r"[A-Za-z0-9-]+", to)
