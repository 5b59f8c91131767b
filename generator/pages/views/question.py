"""The page of a question that readers ask every year: its answers, year by year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.catalog import Entry
from generator.catalog.questions import Question, questions
from generator.pages.addresses import Link, data_link, home_link, question_address
from generator.pages.edition import Edition
from generator.pages.views.base import View, site_notices


@dataclass(frozen=True, slots=True)
class Asked:
    """A way to the answers of a question."""

    link: Link
    anchor: str
    """The year's place on that page; empty for its beginning."""
    count: int
    """Reports that answer it."""


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
    years: Sequence[YearPart]
    names_region: bool
    data: Link


def views(edition: Edition) -> Iterator[QuestionView]:
    """One page for each question that has an answer."""
    catalog = edition.catalog
    names_region = len(catalog.by_region(catalog.entries)) > 1
    for question in _questions(edition):
        listed = [entry for entries in question.answers.values() for entry in entries]
        yield QuestionView(
            address=question_address(question.id),
            title=question.title,
            description=f"各年度{question.title}：{question.told.removesuffix('。')}",
            publisher=edition.publisher,
            breadcrumb=(home_link(),),
            notices=site_notices(edition, listed),
            told=question.told,
            count=len(listed),
            years=tuple(
                YearPart(year, f"{year}年度{question.title}", entries)
                for year, entries in question.answers.items()
            ),
            names_region=names_region,
            data=data_link(),
        )


def ways(edition: Edition, year: int | None = None) -> tuple[Asked, ...]:
    """The questions that have an answer, in a year or at all, with how many reports give one."""
    return tuple(way for question in _questions(edition) for way in _way(question, year))


def _way(question: Question, year: int | None) -> Iterator[Asked]:
    link = Link(question.title, question_address(question.id))
    if year is None:
        yield Asked(link, "", sum(map(len, question.answers.values())))
    elif year in question.answers:
        yield Asked(link, f"year-{year}", len(question.answers[year]))


def _questions(edition: Edition) -> Iterator[Question]:
    return questions(edition.catalog, edition.publisher.thresholds.days_to_publish)
