"""Ready questions: who answers them follows from figures that everybody can read."""

from decimal import Decimal
from functools import cache

from helpers import showcase

from generator import site
from generator.catalog import Entry
from generator.catalog.questions import QUESTIONS, answered
from generator.site import Site


@cache
def shown() -> Site:
    return site.publish(showcase.loaded())


def answers(name: str) -> dict[int, list[Entry]]:
    catalog = shown().catalog
    assert catalog is not None
    (question,) = (one for one in QUESTIONS if one.id == name)
    return {year: [*found] for year, found in answered(question, [*catalog.by_year.items()])}


def page(uri: str) -> str:
    (text,) = (str(one.content) for one in shown().pages if one.uri == uri)
    return text


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
    for entries in answers("lowest-scores").values():
        shares = [(e.points or 0) / (e.full_marks or 1) for e in entries]
        assert shares == sorted(shares)
        assert shares[-1] < 1


def test_late_is_more_than_twenty_days_after_the_approval() -> None:
    catalog = shown().catalog
    assert catalog is not None
    late = {e.address for entries in answers("disclosed-late").values() for e in entries}
    for document in catalog.documents:
        approved, published = document.record.head.approved, document.published
        waited = (published - approved).days if approved and published else 0
        assert (document.address in late) == (waited > 20)


def test_pages_of_year_and_home_lead_to_the_answers() -> None:
    assert 'href="questions/overspent/index.html"' in page("index.md")
    assert 'href="../questions/overspent/index.html#year-2023"' in page("2023/index.md")
    assert "questions/overspent" not in page("2022/index.md")
    told = page("questions/overspent/index.md")
    assert "135.71%" in told
    assert told.index("2023年度") < told.index("2021年度")
