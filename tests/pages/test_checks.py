"""A page says how much of a report was checked, and what was not, and why."""

from collections.abc import Iterable

import pytest
from helpers import showcase
from helpers.showcase import PROJECT

from generator import site
from generator.audit.coverage import NOTHING_CHECKED, Checked, Coverage, Extent, merged
from generator.audit.rulebook import BUILT_IN
from generator.audit.runner import Outcome
from generator.audit.verdict import public_rules
from generator.catalog import Catalog
from generator.intake import content
from generator.pages.edition import Edition
from generator.pages.parts.checks import checks_of
from generator.pages.rendering import Renderer
from generator.pages.views.evaluation import views

FULL = Checked("numbering", Extent.FULL)
PARTLY = Checked("spent-over-budget", Extent.PARTLY, ("「甲」<b>没有金额",))
LACKING = Checked("no-result", Extent.LACKING, ("完成值",))
UNFIT = Checked("total-missing", Extent.UNFIT)
DESK = (Checked("repeated-text", Extent.FULL), Checked("personal-data", Extent.LACKING, ("甲",)))


@pytest.fixture(scope="module")
def loaded() -> content.Content:
    return content.load(PROJECT / "content", PROJECT)


def page(loaded: content.Content, rules: Iterable[Checked]) -> str:
    """The end of a report's page on which nothing was found."""
    assert loaded.publisher
    [record] = (r for r in loaded.records if r.address == f"{showcase.SEED}/")
    catalog = Catalog(loaded.regions, loaded.departments, [record])
    outcomes = {record.path: Outcome((), Coverage(tuple(rules)))}
    [view] = views(Edition(loaded.publisher, catalog, outcomes))
    return Renderer().render(view).partition("## 数据核对说明")[2].partition("\n## ")[0]


@pytest.mark.parametrize(
    ("rules", "line"),
    [
        ((FULL,), "已核对 1 项，未发现问题。"),
        ((FULL, UNFIT, *DESK), "已核对 1 项，未发现问题。"),
        ((FULL, PARTLY), "已核对 2 项（其中 1 项有部分内容不能判断），未发现问题。"),
        ((FULL, LACKING), "已核对 1 项，未发现问题；1 项因原表没有相应栏目或内容未核对。"),
        ((LACKING,), "没有核对任何一项：1 项因原表没有相应栏目或内容未核对。"),
        ((UNFIT, *DESK), "没有核对任何一项：没有适用于这类文件的核对规则。"),
        ((), "没有核对任何一项：没有适用于这类文件的核对规则。"),
    ],
)
def test_one_line_says_how_much(
    loaded: content.Content, rules: tuple[Checked, ...], line: str
) -> None:
    assert f'<p class="gk-checked">{line}</p>' in page(loaded, rules)


def test_a_folded_list_names_the_rules_and_the_reasons(loaded: content.Content) -> None:
    told = page(loaded, (FULL, PARTLY, LACKING, UNFIT, *DESK))
    listed = told.partition("<details ")[2].partition("</details>")[0]
    assert "\n\n" not in listed  # or Markdown would end the block
    for rule in (FULL, PARTLY, LACKING):
        assert f"#{rule.rule}" in listed
    for rule in (UNFIT, *DESK):
        assert f"#{rule.rule}" not in told
    assert "「甲」&#60;b&#62;没有金额" in listed
    assert "没有完成值，未核对有无：" in listed


def test_nothing_is_listed_where_nothing_fits(loaded: content.Content) -> None:
    assert "<details" not in page(loaded, (UNFIT,))


def test_what_lacks_the_same_thing_stands_together() -> None:
    bands = Checked("grade-missing", Extent.LACKING, ("总分", "等级"))
    total = Checked("nothing-found-but-points-lost", Extent.LACKING, ("总分",))
    made = checks_of(Coverage((bands, LACKING, total)), BUILT_IN)
    assert [(one.missing, len(one.manuals)) for one in made.unchecked] == [
        ("总分", 2),
        ("完成值", 1),
    ]
    assert made.unchecked_count == 3


def test_what_one_item_leaves_open_is_not_lost_beside_another() -> None:
    other = Checked(PARTLY.rule, Extent.FULL)
    assert merged([[other], [PARTLY]]).rules == (PARTLY,)
    lacking = Checked(PARTLY.rule, Extent.LACKING, ("支出数",))
    assert merged([[lacking], [other]]).rules == (other,)


def test_every_report_of_the_showcase_says_what_was_checked(loaded: content.Content) -> None:
    edition = site.edited(loaded, loaded.records)
    for view in views(edition):
        assert view.checks
        counted = {manual.rule for manual in view.checks.asked}
        missed = {manual.rule for one in view.checks.unchecked for manual in one.manuals}
        assert counted
        assert not counted & missed
        assert counted | missed <= public_rules()
        assert {note.result.rule for note in view.notes} <= counted


def test_every_rule_is_accounted_for(loaded: content.Content) -> None:
    """Those over all records among them."""
    for outcome in site.edited(loaded, loaded.records).outcomes.values():
        rules = [one.rule for one in outcome.coverage.rules]
        assert len(rules) == len(set(rules))
        assert set(rules) == set(BUILT_IN.manuals)


def test_a_record_that_was_not_audited_claims_nothing() -> None:
    assert not checks_of(NOTHING_CHECKED, BUILT_IN).asked


def test_reviewers_see_it_for_every_record(loaded: content.Content) -> None:
    made = site.publish(loaded, preview=True)
    [review] = (str(a.content) for a in made.pages if a.uri == "review/index.md")
    assert review.count("已核对 ") == len(made.records)
    assert "缺少内容未核对" in review
