"""The search page as tests read it."""

from playwright.sync_api import Locator, Page, expect

from helpers.browser import Visit

PAGE = "search/index.html"
DEPARTMENT = "沅江市委办公室"


def found(page: Page, words: str | None = None) -> Locator:
    """The results, once those of a query are there."""
    results = page.locator("#search-results")
    if words is None:
        expect(results).to_have_attribute("data-query", "")
    else:
        expect(results).to_have_attribute("data-query", words)
    expect(results).not_to_have_attribute("aria-busy", "true")
    return results.locator("li.gk-hit")


def addresses(page: Page) -> list[str]:
    items = page.locator("#search-results li.gk-hit").all()
    return [item.get_attribute("data-uri") or "" for item in items]


def total(page: Page) -> int:
    return int(page.locator("#search-results").get_attribute("data-total") or -1)


def facet(page: Page, title: str, value: str) -> Locator:
    """The box of a value."""
    group = page.locator(".gk-facets__group").filter(has=page.get_by_text(title, exact=True))
    return group.get_by_role("checkbox", name=value)


def count(box: Locator) -> int:
    """How many results the value of a box has."""
    return int(box.locator("xpath=..").locator(".gk-facet__count").inner_text().replace(",", ""))


def ask(visit: Visit, words: str, others: str = "", **settings: object) -> Page:
    """The search page with these words in its address."""
    page = visit(f"{PAGE}?q={words}{others}", **settings)
    found(page, words)
    return page
