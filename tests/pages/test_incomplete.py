"""A sum that lacks a part: said as such wherever it would stand, and nothing is made of it."""

from pathlib import Path
from typing import Any

import pytest
from helpers import audit, small_site

PARTIAL = {
    "单位": "万元",
    "明细": [
        {"来源": "市级拨款", "全年预算": "300", "到位": "300", "支出": "294"},
        {"来源": "区级配套", "全年预算": "100", "到位": "100"},
    ],
}
WHOLE = {
    "单位": "万元",
    "明细": [{"来源": "市级拨款", "全年预算": "200", "到位": "200", "支出": "200"}],
}
POINTS = [
    {"名称": "产出指标", "分值": "60", "得分": "55"},
    {"名称": "效益指标", "分值": "40"},
]
MISSING = "合计不完整（缺区级配套的支出）"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    records: dict[str, dict[str, Any]] = {
        "partial": {"资金": PARTIAL, "项目": {"名称": "午餐"}},
        "whole": {"资金": WHOLE, "项目": {"名称": "校车"}},
        "points": {"资金": "", "指标": POINTS, "评价结论": "", "项目": {"名称": "操场"}},
    }
    return small_site.pages(small_site.built(tmp_path_factory.mktemp("incomplete"), records))


def test_the_report_says_which_part_is_missing(pages: dict[str, str]) -> None:
    page = pages["2023/ju/partial/"]
    lead, figures, table = (MISSING in part for part in _parts(page))
    assert (lead, figures, table) == (True, True, True)
    assert "预算执行率" not in page.split("## 评分情况")[0]
    assert "资金到位率" in page
    assert "支出 294" not in page.split('<desc id="funds-chart-desc">')[0]


def _parts(page: str) -> tuple[str, str, str]:
    figures, _, rest = page.partition('<dl class="gk-figures">')[2].partition("</dl>")
    lead, _, rest = rest.partition('<div class="gk-lead">')[2].partition("</div>")
    return lead, figures, rest.partition("<tfoot>")[2].partition("</tfoot>")[0]


def test_its_chart_draws_no_total(pages: dict[str, str]) -> None:
    drawn = pages["2023/ju/partial/"].split('<desc id="funds-chart-desc">')[1].split("</desc>")[0]
    assert drawn == "市级拨款：支出 294万元，预算 300万元"


def test_lists_and_totals_say_so_too(pages: dict[str, str]) -> None:
    for address in ("", "2023/", "2023/ju/"):
        assert MISSING in pages[address], address
        assert "494万元" not in pages[address], address
    for address in ("", "2023/", "2023/ju/", "departments/ju/"):
        assert "合计不完整（缺午餐的支出）" in pages[address], address
        assert "600万元" in pages[address], address


def test_a_report_without_money_is_no_missing_part(pages: dict[str, str]) -> None:
    assert "缺午餐、操场" not in pages["2023/"]


def test_points_say_so_in_the_same_words(pages: dict[str, str]) -> None:
    for address in ("2023/ju/points/", "2023/", "2023/ju/", ""):
        assert "合计不完整（缺效益指标的得分）" in pages[address], address


def test_the_audit_makes_nothing_of_it() -> None:
    late = {"全年预算": "100", "到位": "100"}
    for rows in ([late, late | {"支出": "60"}], [late | {"支出": "90"}, {"全年预算": "5"}]):
        sources = [{"来源": f"来源{n}"} | row for n, row in enumerate(rows)]
        rates = {"执行率": {"数值": "80%", "口径": "支出/预算"}}
        record = audit.record_of({"资金": {"单位": "万元", "明细": sources, "报告列示": rates}})
        about_money = [f for f in audit.found_in(record) if f.field.startswith("funds")]
        assert [str(fault) for fault in about_money] == []


def test_more_than_three_missing_parts_are_counted(tmp_path: Path) -> None:
    rows = [{"来源": f"来源{n}", "全年预算": "10"} for n in range(1, 6)]
    rows[0]["支出"] = "10"
    made = small_site.built(tmp_path, {"many": {"资金": {"单位": "万元", "明细": rows}}})
    page = small_site.pages(made)["2023/ju/many/"]
    assert "合计不完整（缺来源2、来源3、来源4等 4 项的支出）" in page
