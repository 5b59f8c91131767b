"""What lists, tables and charts say of a site whose every sum is worked out by hand.

The numbers are those of tests/catalog/test_statistics.py, where each is added up.
"""

import re
from pathlib import Path

import pytest
from helpers import showcase, statistics_site
from helpers.reading import parsed, split


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return statistics_site.lists(statistics_site.edition(tmp_path_factory.mktemp("statistics")))


def facts(page: str) -> dict[str, str]:
    """The figures at the head of the first region."""
    part = page.split('<dl class="gk-figures">')[1].split("</dl>", maxsplit=1)[0]
    return dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", part))


def table(page: str, caption: str) -> list[list[str]]:
    """The cells of a table's body, as read."""
    [found] = (
        t
        for t in parsed(split(page)[1]).iter("table")
        if "".join(t.find("caption").itertext()) == caption  # type: ignore[union-attr]
    )
    rows = [[" ".join("".join(c.itertext()).split()) for c in row] for row in found.iter("tr")]
    return rows[1:]


CITY = {
    "": {
        "评价报告": "16 份文件，涉及 9 个项目和 1 个部门整体",
        "预算合计": "3,290.0万元",
        "支出合计": "2,402.00万元",
        "等级": "优 6，良 4，中 2（共 12 份）",
        "部门整体支出": "1 份，预算 5,000万元，支出 4,800万元，等级 优 1；不与项目相加",
    },
    "2022/": {
        "评价报告": "3 份文件，涉及 2 个项目",
        "预算合计": "1,140.0万元",
        "支出合计": "926.00万元",
        "等级": "优 3，良 1（共 4 份）",
    },
    "2023/": {
        "评价报告": "13 份文件，涉及 9 个项目和 1 个部门整体",
        "预算合计": "2,150.0万元",
        "支出合计": "1,476.00万元",
        "等级": "优 3，良 3，中 2（共 8 份）",
        "部门整体支出": "1 份，预算 5,000万元，支出 4,800万元，等级 优 1；不与项目相加",
    },
    "2022/lao-ju/": {
        "地区": "示例市",
        "评价报告": "3 份文件，涉及 2 个项目",
        "预算合计": "100万元",
        "支出合计": "90万元",
        "等级": "优 1（共 1 份）",
    },
}


@pytest.mark.parametrize("address", CITY)
def test_the_figures_at_the_head(pages: dict[str, str], address: str) -> None:
    assert facts(pages[address]) == CITY[address]


def test_a_site_of_single_documents_keeps_its_words(pages: dict[str, str]) -> None:
    assert facts(pages["2023/xian-ju/"])["评价报告"] == "1 份"
    assert "只取其中一份" not in pages["2023/xian-ju/"]


def test_what_is_left_out_is_said_with_its_reason(pages: dict[str, str]) -> None:
    said = (
        "有 5 个项目的金额没有计入或没有全部计入合计：污水处理厂、停车场的预算（只列发行数，"
        "没有列预算数）；污水处理厂、停车场的支出（只有历年累计数）；水库加固的预算和支出（只有"
        "历年累计数）；河道疏浚的预算和支出（跨几个年度，没有分年度的金额）；学校操场的预算"
        "（合计与明细不一致）。"
    )
    for address in ("", "2023/", "2023/jiaotong/", "departments/jiaotong/"):
        assert said in pages[address], address
    assert "没有全部计入合计" not in pages["2022/"]


def test_figures_of_another_year_are_said(pages: dict[str, str]) -> None:
    assert "属于其他年度的 1 个：路灯改造。" in pages["2023/"]
    assert "属于本年度的 3 个：旧区改造、护路林、路灯改造。" in pages["2022/"]


def test_departments_of_a_year_add_up_to_their_region(pages: dict[str, str]) -> None:
    """A department with figures of the year, but nothing listed, leads to its own page."""
    assert table(pages["2022/"], "示例市各部门合计") == [
        ["示例市旧交通局", "3 份，2 个项目", "100万元", "90万元"],
        ["示例市交通局", "0 份", "1,040.0万元", "836.00万元"],
    ]
    assert 'href="../departments/jiaotong/index.html">示例市交通局' in pages["2022/"]


def test_every_document_and_item_is_listed_once(pages: dict[str, str]) -> None:
    """13 documents, one of them with three items."""
    rows = table(pages["2023/"], "示例市2023年度全部评价报告")
    assert len(rows) == 13 - 1 + 3
    assert [row[:4] for row in rows if "厂" in row[0] or row[0] == "学校操场"] == [
        ["污水处理厂 截至 2023-12-31", "示例市交通局", "财政评价", "—"],
        ["学校操场", "示例市交通局", "单位自评", "60万元 按明细计算为 50万元"],
    ]
    for anchor in ("item-sewage", "item-parking", "item-blocks"):
        assert f'href="jiaotong/bonds/index.html#{anchor}"' in pages["2023/"]


def test_money_of_the_years_of_a_department(pages: dict[str, str]) -> None:
    page = pages["departments/jiaotong/"]
    assert table(page, "所评价项目的资金合计") == [
        ["2022年度", "0 份", "1,040.0万元", "836.00万元"],
        ["2023年度", "13 份，9 个项目", "2,150.0万元", "1,476.00万元"],
        ["2023年度，部门整体支出", "—", "5,000万元", "4,800万元"],
    ]
    # The budgets of 2023 are not of the projects that spent: one bar over the other would mislead.
    assert 'id="money-chart-desc"' not in page


def test_a_cell_shows_the_document_that_counts_and_leads_to_the_others(
    pages: dict[str, str],
) -> None:
    page = pages["departments/jiaotong/"]
    [road] = (row for row in table(page, "各项目历年得分和等级") if row[0] == "公路养护")
    assert road[1:] == [
        "95 优示例市旧交通局单位自评绩效目标",
        "88 良财政评价单位自评复核运行监控整改报告绩效目标",
    ]
    for name in ("self", "review", "monitoring", "rectification", "target"):
        assert f'<a href="../../2023/jiaotong/road-{name}/index.html">' in page
    drawn = page.split('<desc id="history-chart-desc">')[1].split("</desc>")[0]
    assert drawn == (
        "护路林：2022年度 80 分，2023年度 90 分；公路养护：2022年度 95 分，2023年度 88 分"
    )


def test_charts_of_grades(pages: dict[str, str]) -> None:
    drawn = pages[""].split('<desc id="grades-shili-desc">')[1].split("</desc>")[0]
    assert drawn == (
        "2023年度共 8 份：优 3 份，良 3 份，中 2 份；2022年度共 4 份：优 3 份，良 1 份"
    )


def test_a_grade_is_one_column_whether_or_not_a_frame_gave_it(tmp_path: Path) -> None:
    notice = {
        "评价类型": "结果通报",
        "指标体系": None,
        "分项": [
            {"编号": "a", "项目": {"名称": "甲"}, "评价结论": {"总分": "92", "等级": "优"}},
            {"编号": "b", "项目": {"名称": "乙"}, "评价结论": {"总分": "90", "等级": "先进"}},
        ],
    }
    made = statistics_site.edition(tmp_path, {"2023/jiaotong/notice": notice})
    page = statistics_site.lists(made)[""]
    drawn = page.split('<desc id="grades-shili-desc">')[1].split("</desc>")[0]
    assert drawn.split("；")[0] == "2023年度共 10 份：优 4 份，良 3 份，中 2 份，先进 1 份"


def test_grades_add_up_to_all_that_are_counted() -> None:
    counted = 0
    for page in showcase.texts().values():
        for told, whole in re.findall(r"<dt>等级</dt><dd>(.+?)（共 (\d+) 份）</dd>", page):
            assert sum(int(one.split()[-1]) for one in told.split("，")) == int(whole)
            counted += "不计分" in told
    assert counted
    named = showcase.texts()[""].split("gk-chart--grades")[1].split("</figcaption>")[0]
    assert '<span class="gk-key gk-key--none">不计分</span>' in named


def test_the_latest_are_documents_with_their_region(pages: dict[str, str]) -> None:
    rows = table(pages[""], "最近公开的评价报告")
    assert len({row[0] for row in rows if row[0] != "公路养护"}) == len(
        [row for row in rows if row[0] != "公路养护"]
    )
    assert not [row for row in rows if row[0] in ("污水处理厂", "停车场", "旧区改造")]
    assert all(row[2].endswith(("示例市", "示例县")) for row in rows)


def test_ways_count_documents_and_projects(pages: dict[str, str]) -> None:
    for said in ("14 份，10 个项目", "3 份，2 个项目", "13 份，9 个项目", "1 份"):
        assert said in pages["sitemap/"], said
    assert "13 份，9 个项目" in pages["departments/"]
