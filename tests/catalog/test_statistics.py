"""Money, grades and counts of a site whose every sum is worked out by hand beside it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from helpers import statistics_site
from helpers.audit import catalog_of

from generator.catalog import Catalog, Entry, Figures, Summary
from generator.catalog.claims import Reason
from generator.pages.edition import Edition


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return statistics_site.edition(tmp_path_factory.mktemp("statistics"))


@pytest.fixture(scope="module")
def catalog(made: Edition) -> Catalog:
    return made.catalog


def of_city(catalog: Catalog, year: int | None = None) -> Summary:
    entries = catalog.entries if year is None else catalog.by_year[year]
    [city] = (s for region, s in catalog.by_region(entries, year) if region.id == "shili")
    return city


def money(figures: Figures | None) -> tuple[float, float]:
    """Budget and spending in 万元."""
    assert figures
    assert figures.budget
    assert figures.spent
    return float(figures.budget.value), float(figures.spent.value)


def entry(catalog: Catalog, address: str, anchor: str = "") -> Entry:
    [found] = (e for e in catalog.entries if (e.address, e.anchor) == (f"{address}/", anchor))
    return found


def test_money_of_2022(catalog: Catalog) -> None:
    """公路 100/90 + 护路林 30/27 (yearly row) + 旧区 1000/800 + 路灯 10/9 (listed in 2023)."""
    assert money(of_city(catalog, 2022).figures) == (1140, 926)
    departments = {d.id: d for d in catalog.departments}
    assert money(catalog.of_department(departments["lao-ju"], 2022).figures) == (100, 90)
    assert money(catalog.of_department(departments["jiaotong"], 2022).figures) == (1040, 836)


def test_money_of_2023(catalog: Catalog) -> None:
    """公路 110/98 (the bureau's) + 旧区 2000/1300 + 护路林 40/38 + 操场 –/40 (60 is not 50)."""
    assert money(of_city(catalog, 2023).figures) == (2150, 1476)


def test_money_of_all_years_is_that_of_each(catalog: Catalog) -> None:
    assert money(of_city(catalog).figures) == (1140 + 2150, 926 + 1476)


def test_a_whole_department_is_in_no_sum_of_projects(catalog: Catalog) -> None:
    assert money(of_city(catalog, 2023).departments) == (5000, 4800)
    assert of_city(catalog, 2022).departments is None
    assert dict(of_city(catalog).departments.grades) == {"优": 1}  # type: ignore[union-attr]


def test_a_whole_department_that_another_may_hold_is_not_added_to_it() -> None:
    """In the region's sum only: the unit's own page shows what it spent."""

    def of(department: str, budget: int) -> Mapping[str, Any]:
        funds = {"单位": "万元", "合计": {"全年预算": str(budget), "支出": str(budget - 10)}}
        changes = {"评价对象": "部门整体支出", "资金": funds, "绩效目标": ""}
        return {"year": 2023, "department": department, "record": changes}

    records = [of("ju", 100), of("suo", 30), of("bieju", 7)]
    below = {"suo": {"parent": "zhan"}, "zhan": {"parent": "ju"}}
    made = catalog_of({"records": records, "departments": below})
    [(_, year)] = made.by_region(made.entries, 2023)
    assert money(year.departments) == (107, 87)
    assert year.departments
    assert [(one.what, one.reason) for one in year.departments.left_out] == [
        ("预算和支出", Reason.WITHIN)
    ]
    [unit] = (d for d in made.departments if d.id == "suo")
    assert money(made.of_department(unit, 2023).departments) == (30, 20)


def test_grades(catalog: Catalog) -> None:
    """2022: 公路 优, 护路林 优, 路灯 优, 旧区 良.

    2023: 护路林, 停车场, 水库 优; 公路 (by the bureau), 污水厂, 旧区 良; 河道, 操场 中.
    """
    assert dict(of_city(catalog, 2022).figures.grades) == {"优": 3, "良": 1}
    assert dict(of_city(catalog, 2023).figures.grades) == {"优": 3, "良": 3, "中": 2}
    assert dict(of_city(catalog).figures.grades) == {"优": 6, "良": 4, "中": 2}


def test_what_is_left_out_and_why(catalog: Catalog) -> None:
    figures = of_city(catalog, 2023).figures
    assert {(one.what, one.reason.label): tuple(one.names) for one in figures.left_out} == {
        ("预算", "只列发行数，没有列预算数"): ("污水处理厂", "停车场"),
        ("支出", "只有历年累计数"): ("污水处理厂", "停车场"),
        ("预算和支出", "只有历年累计数"): ("水库加固",),
        ("预算和支出", "跨几个年度，没有分年度的金额"): ("河道疏浚",),
        ("预算", "合计与明细不一致"): ("学校操场",),
    }
    assert figures.left_out_count == 5
    assert of_city(catalog, 2022).figures.left_out == ()


def test_lists_go_by_folder_and_figures_by_fiscal_year(catalog: Catalog) -> None:
    before, after = of_city(catalog, 2022), of_city(catalog, 2023)
    assert {e.year for e in before.entries} == {2022}
    assert (before.given_elsewhere, set(before.from_elsewhere)) == (
        (),
        {"旧区改造", "护路林", "路灯改造"},
    )
    assert (after.given_elsewhere, after.from_elsewhere) == (("路灯改造",), ())


def test_documents_and_projects_are_counted_apart(catalog: Catalog) -> None:
    """2022: 3 of 2. 2023: 6 of 公路, the list of 3, and 6 more, of which one a whole department."""

    def counted(summary: Summary) -> tuple[int, int, int]:
        count = summary.count
        return count.documents, count.projects, count.departments

    assert counted(of_city(catalog, 2022)) == (3, 2, 0)
    assert counted(of_city(catalog, 2023)) == (13, 9, 1)
    assert counted(of_city(catalog)) == (16, 9, 1)
    assert len(catalog.documents) == 17
    assert len(catalog.entries) == 19


def test_counts_are_plain_where_each_document_is_of_one_project(catalog: Catalog) -> None:
    [_, county] = (summary for _, summary in catalog.by_region(catalog.entries))
    assert county.count.is_plain
    assert not of_city(catalog, 2022).count.is_plain


def test_neighbours_lead_along_documents_of_one_timing(catalog: Catalog) -> None:
    def neighbours(address: str) -> list[str | None]:
        found = catalog.neighbours(entry(catalog, address))
        return [other.address if other else None for other in found]

    assert neighbours("2023/jiaotong/road-target") == ["2022/lao-ju/road-target/", None]
    assert neighbours("2023/jiaotong/road-self") == ["2022/lao-ju/road-self/", None]
    assert neighbours("2023/jiaotong/road-evaluation") == ["2022/lao-ju/road-self/", None]
    assert neighbours("2022/lao-ju/road-self") == [None, "2023/jiaotong/road-self/"]
    assert neighbours("2022/lao-ju/road-target") == [None, "2023/jiaotong/road-target/"]
    assert neighbours("2023/jiaotong/road-monitoring") == [None, None]
    assert neighbours("2023/jiaotong/road-rectification") == [None, None]


def test_a_document_about_several_is_one_with_its_items(catalog: Catalog) -> None:
    [bonds] = (d for d in catalog.documents if d.address == "2023/jiaotong/bonds/")
    assert (bonds.holds_items, bonds.project) == (True, "专项债券2023年度单位自评（虚构）")
    assert [e.anchor for e in catalog.items(bonds)] == [
        "item-sewage",
        "item-parking",
        "item-blocks",
    ]
    assert catalog.neighbours(bonds) == (None, None)
    assert [e.address for e in catalog.items(catalog.documents[-1])] == [
        catalog.documents[-1].address
    ]


ROAD = {"项目": {"编号": "road", "名称": "公路养护"}}
EVALUATION = "2023/jiaotong/road-evaluation"
CASES: Mapping[str, tuple[Mapping[str, Any], tuple[float, float], str]] = {
    "without the bureau's evaluation the self-evaluation counts, never the review": (
        {EVALUATION: None},
        (110, 99),
        "优",
    ),
    "before, during and rectification never count": (
        {EVALUATION: None, "2023/jiaotong/road-self": None},
        (0, 0),
        "",
    ),
    "a two-year report without yearly rows gives way to what speaks of this year": (
        {
            EVALUATION: ROAD
            | {
                "评价类型": "财政评价",
                "期间": {"自": "2022-01-01", "至": "2023-12-31"},
                "资金": {"单位": "万元", "合计": {"全年预算": "210", "支出": "188"}},
                "评价结论": {"总分": "88", "等级": "良"},
            }
        },
        (110, 99),
        "优",
    ),
    "a correction takes the place of what it corrects": (
        {
            "2023/jiaotong/road-again": ROAD
            | {
                "评价类型": "财政评价",
                "资金": {"单位": "万元", "合计": {"全年预算": "109", "支出": "97"}},
                "评价结论": {"总分": "79", "等级": "中"},
                "关联": [{"关系": "更正", "记录": EVALUATION}],
            }
        },
        (109, 97),
        "中",
    ),
    "money without a document beside it counts from the notice that comes last": (
        {
            EVALUATION: None,
            "2023/jiaotong/road-self": None,
            "2023/jiaotong/notice": {
                "评价类型": "结果通报",
                "分项": [
                    ROAD
                    | {
                        "编号": "one",
                        "资金": {"单位": "元", "合计": {"全年预算": "1100000", "支出": "960000"}},
                        "评价结论": {"总分": "61", "等级": "中"},
                    }
                ],
            },
        },
        (110, 96),
        "中",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_one_document_counts(tmp_path: Path, case: str) -> None:
    """Of 公路养护 in 2023; all the rest of the site is as it was."""
    changes, expected, grade = CASES[case]
    catalog = statistics_site.edition(tmp_path, changes).catalog
    counting = [
        e for e in catalog.entries if e.year == 2023 and e.id == "road" and catalog.counts(e)
    ]
    budget, spent = money(of_city(catalog, 2023).figures)
    assert (budget - 2040, spent - 1378) == expected
    assert "".join(e.grade_name or "" for e in counting) == grade


def test_a_review_never_counts_beside_what_it_reviews(tmp_path: Path) -> None:
    """Whatever its kind and however it names the project."""
    review = {
        "评价类型": "财政评价",
        "项目": {"名称": "公路养护复核"},
        "资金": {"单位": "万元", "合计": {"全年预算": "110", "支出": "97"}},
        "关联": [{"关系": "复核", "记录": "2023/jiaotong/road-self"}],
    }
    catalog = statistics_site.edition(tmp_path, {"2023/jiaotong/other-review": review}).catalog
    assert money(of_city(catalog, 2023).figures) == (2150, 1476)
    assert not catalog.counts(entry(catalog, "2023/jiaotong/other-review"))


def test_a_list_of_another_department_counts_nobodys_project_again(tmp_path: Path) -> None:
    """An item belongs to the department it names as carrying it out; else to that of the list."""
    funds = {"单位": "万元", "合计": {"全年预算": "110", "支出": "97"}}

    def notice(unit: str) -> dict[str, Any]:
        project = {"编号": "road", "名称": "公路养护", "实施单位": unit}
        item = {"编号": "one", "项目": project, "资金": funds, "评价结论": {"总分": "61"}}
        return {"2023/bureau/notice": {"评价类型": "结果通报", "分项": [item]}}

    def budget(unit: str, name: str) -> float:
        catalog = statistics_site.edition(tmp_path / name, notice(unit)).catalog
        return money(of_city(catalog, 2023).figures)[0]

    assert budget("示例市交通局", "named") == 2150
    assert budget("示例市旧交通局", "former") == 2150
    assert budget("某施工企业", "stranger") == 2260
