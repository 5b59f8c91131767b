"""Ready questions: who answers them follows from figures that everybody can read."""

from decimal import Decimal
from pathlib import Path

from helpers import showcase, small_site

from generator.catalog import Entry
from generator.catalog.questions import questions
from generator.model.kinds import Timing


def answers(name: str) -> dict[int, list[Entry]]:
    catalog = showcase.published().catalog
    assert catalog is not None
    found = {str(one.id): one.answers for one in questions(catalog, Decimal(20))}
    return {year: [*entries] for year, entries in found.get(name, {}).items()}


def test_who_overspent_is_answered_by_rate() -> None:
    found = answers("overspent")
    assert {year: [e.record.id for e in entries] for year, entries in found.items()} == {
        2023: ["cadre-training"],
        2021: ["office-work-conference"],
    }


def test_what_was_left_and_what_scored_low_come_in_order() -> None:
    for entries in answers("unspent").values():
        rates = [e.rate or Decimal(0) for e in entries]
        assert rates == sorted(rates)
        assert rates[-1] < 80
        assert {e.kind.timing for e in entries} == {Timing.AFTER}
    for entries in answers("lowest-scores").values():
        shares = [(e.points or 0) / (e.full_marks or 1) for e in entries]
        assert shares == sorted(shares)
        assert shares[-1] < 1
        assert len(shares) <= 10


def test_the_lowest_are_some_of_all_and_lead_to_the_rest() -> None:
    catalog = showcase.published().catalog
    assert catalog is not None
    scored = [e for e in catalog.entries if e.points is not None and e.full_marks]
    assert sum(map(len, answers("lowest-scores").values())) < len(scored) / 3
    assert 'search/index.html?sort=score-rising"' in showcase.texts()["questions/lowest-scores/"]
    assert "score-rising" not in showcase.texts()["questions/overspent/"]


def test_late_is_more_than_twenty_days_after_the_approval() -> None:
    catalog = showcase.published().catalog
    assert catalog is not None
    late = {e.address for entries in answers("disclosed-late").values() for e in entries}
    for document in catalog.documents:
        approved, published = document.record.head.approved, document.published
        waited = (published - approved).days if approved and published else 0
        assert (document.address in late) == (waited > 20)


def test_pages_of_year_and_home_lead_to_the_answers() -> None:
    assert 'href="questions/overspent/index.html"' in showcase.texts()[""]
    assert 'href="../questions/overspent/index.html#year-2023"' in showcase.texts()["2023/"]
    assert "questions/overspent" not in showcase.texts()["2022/"]
    told = showcase.texts()["questions/overspent/"]
    assert "135.71%" in told
    assert told.index("2023年度") < told.index("2021年度")


def test_a_project_answers_once_in_a_year() -> None:
    catalog = showcase.published().catalog
    assert catalog is not None
    for name in ("overspent", "unspent", "lowest-scores"):
        for entries in answers(name).values():
            assert all(catalog.counts(entry) for entry in entries)
            assert len({(e.id, e.department_id) for e in entries}) == len(entries)


def test_more_than_what_arrived_is_not_over_the_budget(tmp_path: Path) -> None:
    funds = {
        "单位": "万元", "合计": {"全年预算": 60, "到位": 48, "支出": 50},
        "报告列示": {"执行率": {"数值": "104.17%", "口径": "支出/到位"}},
    }  # fmt: skip
    made = small_site.built(tmp_path, {"lunch": {"资金": funds}})
    texts = small_site.pages(made)
    assert "104.17%" in texts["2023/ju/lunch/"]
    assert "超预算" not in texts["2023/"]
    assert "questions/overspent/" not in texts


def test_a_late_list_of_several_projects_is_late(tmp_path: Path) -> None:
    items = [{"编号": "a", "项目": {"名称": "甲"}}, {"编号": "b", "项目": {"名称": "乙"}}]
    days = {"批复日期": "2024-01-02", "发布日期": "2024-06-01", "发布机构": "示例市教育局"}
    made = small_site.built(
        tmp_path, {"list": {"格式": "2", "评价类型": "结果通报", "分项": items, "公开": days}}
    )
    assert "2023/ju/list/index.html" in small_site.pages(made)["questions/disclosed-late/"]
