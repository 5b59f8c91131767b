"""The page of a question that readers ask every year: its answers, year by year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.catalog import Entry
from generator.catalog.questions import Question
from generator.model.search_words import Order, ReadyList
from generator.pages.addresses import Link, data_link, home_link, question_address, search_link
from generator.pages.edition import Edition
from generator.pages.parts.sheets import ROWS, Pager, sheets
from generator.pages.views.base import View, site_notices


@dataclass(frozen=True, slots=True)
class Asked:
    """A way to the answers of a question."""

    link: Link
    anchor: str
    """The year's place on that page; empty for its beginning."""
    count: int
    """Reports or problems that answer it."""
    year: int | None = None
    """The year that they are of; None for all."""


@dataclass(frozen=True, slots=True)
class YearPart:
    """The answers of one year."""

    year: int
    caption: str
    entries: Sequence[Entry]


@dataclass(frozen=True, kw_only=True)
class QuestionView(View):
    """Reports in answer to a question, without script."""

    template = "question.md.jinja"

    told: str
    count: int
    ways: Sequence[Asked]
    """To the answers of each year, where they are too many for one page."""
    years: Sequence[YearPart]
    pager: Pager | None
    names_region: bool
    data: Link
    search: Link
    rest: Order | None
    """The order in which the search shows what is left out."""


def views(edition: Edition) -> Iterator[QuestionView]:
    """One page for each question that has an answer; of many answers, a page for each year."""
    for question in edition.questions:
        whole = _link(question)
        listed = [entry for entries in question.answers.values() for entry in entries]
        is_long = _is_long(question)
        years = () if is_long else question.answers.items()
        parts = [_part(question, year, entries) for year, entries in years]
        by_year = [way for year in question.answers for way in _way(question, year)]
        yield _view(edition, question, whole, listed, parts, by_year if is_long else ())
        for year, entries in question.answers.items() if is_long else ():
            link = Link(f"{year}年度{question.title}", _year_address(question, year))
            for sheet in sheets(link.address, entries):
                page = Link(sheet.titled(link.title), sheet.address)
                part = _part(question, year, sheet.rows)
                yield _view(edition, question, page, entries, (part,), (), sheet.pager, whole)


def _view(
    edition: Edition,
    question: Question,
    page: Link,
    listed: Sequence[Entry],
    parts: Sequence[YearPart],
    ways: Sequence[Asked],
    pager: Pager | None = None,
    above: Link | None = None,
) -> QuestionView:
    catalog = edition.catalog
    return QuestionView(
        address=page.address,
        title=page.title,
        description=f"各年度{question.title}：{question.told.removesuffix('。')}",
        publisher=edition.publisher,
        breadcrumb=(home_link(), above) if above else (home_link(),),
        notices=site_notices(edition, listed),
        told=question.told,
        count=len(listed),
        ways=ways,
        years=parts,
        pager=pager,
        names_region=len(catalog.regions_of(catalog.entries)) > 1,
        data=data_link(),
        search=search_link(),
        rest=question.rest,
    )


def _part(question: Question, year: int, entries: Sequence[Entry]) -> YearPart:
    return YearPart(year, f"{year}年度{question.title}", entries)


def ways(edition: Edition, year: int | None = None) -> tuple[Asked, ...]:
    """The questions that have an answer, in a year or at all, with how many reports give one."""
    return tuple(way for question in edition.questions for way in _way(question, year))


def ready(edition: Edition) -> Iterator[tuple[ReadyList, Link, str]]:
    """Each with an answer, where it stands, and what is listed there."""
    for question in edition.questions:
        yield question.id, _link(question), question.told


def _way(question: Question, year: int | None) -> Iterator[Asked]:
    if year is None:
        yield Asked(_link(question), "", _count(question))
    elif year in question.answers:
        count = len(question.answers[year])
        if _is_long(question):
            yield Asked(Link(question.title, _year_address(question, year)), "", count, year)
        else:
            yield Asked(_link(question), f"year-{year}", count, year)


def _link(question: Question) -> Link:
    return Link(question.title, question_address(question.id))


def _year_address(question: Question, year: int) -> str:
    return f"{question_address(question.id)}{year}/"


def _count(question: Question) -> int:
    return sum(map(len, question.answers.values()))


def _is_long(question: Question) -> bool:
    return _count(question) > ROWS
