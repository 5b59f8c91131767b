"""The page of a question that readers ask every year: its answers, year by year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.catalog import Entry
from generator.catalog.questions import QUESTIONS, Question, answered
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
    for question in QUESTIONS:
        years = tuple(
            YearPart(year, f"{year}年度{question.title}", entries)
            for year, entries in answered(question, [*catalog.by_year.items()])
        )
        if years:
            listed = [entry for part in years for entry in part.entries]
            yield QuestionView(
                address=question_address(question.id),
                title=question.title,
                description=f"各年度{question.title}：{question.told.removesuffix('。')}",
                publisher=edition.publisher,
                breadcrumb=(home_link(),),
                notices=site_notices(edition, listed),
                told=question.told,
                count=len(listed),
                years=years,
                names_region=names_region,
                data=data_link(),
            )


def ways(edition: Edition, year: int | None = None) -> tuple[Asked, ...]:
    """The questions that have an answer, in a year or at all, with how many reports give one."""
    by_year = [(y, e) for y, e in edition.catalog.by_year.items() if year in (None, y)]
    return tuple(way for question in QUESTIONS for way in _way(question, by_year, year))


def _way(
    question: Question, by_year: Sequence[tuple[int, Sequence[Entry]]], year: int | None
) -> Iterator[Asked]:
    if count := sum(len(entries) for _, entries in answered(question, by_year)):
        anchor = "" if year is None else f"year-{year}"
        yield Asked(Link(question.title, question_address(question.id)), anchor, count)
