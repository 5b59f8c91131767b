"""The page of all problems, counted, with the ways to lists of them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.catalog.problems import Problem
from generator.exports import lists
from generator.exports.places import Place
from generator.model.register import Department
from generator.model.search_words import ReadyList
from generator.pages.addresses import (
    PROBLEMS,
    Link,
    data_link,
    home_link,
    not_mended_link,
    problems_link,
    problems_of_department,
    problems_of_year,
)
from generator.pages.edition import Edition
from generator.pages.parts.problem_lists import NO_KIND, StateCount, files_of, states
from generator.pages.views.base import View, all_notices
from generator.pages.views.question import Asked

_PROBLEMS_TOLD = "各份报告列出的 {} 项问题，按年度、按部门查阅"
_NOT_MENDED_TOLD = "报告或整改情况写明未整改、正在整改的问题。"


@dataclass(frozen=True, slots=True)
class Way:
    """A way to some problems, and how many they are."""

    link: Link
    count: int
    not_mended: int
    tells_states: bool
    """Whether any of them says how it stands: none that is not mended is else no count."""


@dataclass(frozen=True, kw_only=True)
class ProblemsView(View):
    """All problems of a site, counted."""

    template = "problems.md.jinja"

    count: int
    states: Sequence[StateCount]
    not_mended: Way | None
    tells_states: bool
    """Whether any problem says how it stands."""
    years: Sequence[Way]
    departments: Sequence[Way]
    kinds: Sequence[tuple[str, int]]
    """The most frequent first."""
    taken_along: Sequence[Place]
    data: Link


def views(edition: Edition) -> Iterator[ProblemsView]:
    """One page; none where no document lists a problem."""
    if edition.catalog.problems.all:
        yield _view(edition)


def _view(edition: Edition) -> ProblemsView:
    catalog, problems = edition.catalog, edition.catalog.problems
    not_mended = [one for one in problems.all if one.is_not_mended]
    years = tuple(_way(problems_of_year(year), some) for year, some in problems.by_year.items())
    kinds = Counter(one.found.category or NO_KIND for one in problems.all)
    return ProblemsView(
        address=PROBLEMS,
        title=problems_link().title,
        description=_PROBLEMS_TOLD.format(len(problems.all)),
        publisher=edition.publisher,
        breadcrumb=(home_link(),),
        notices=all_notices(edition),
        count=len(problems.all),
        states=states(problems.all),
        not_mended=_way(not_mended_link(), not_mended) if not_mended else None,
        tells_states=any(way.tells_states for way in years),
        years=years,
        departments=tuple(
            _way(problems_of_department(d), listed)
            for d in catalog.departments
            if (listed := problems.by_department.get(d.id))
        ),
        kinds=tuple(kinds.most_common()),
        taken_along=files_of(lists.everything(catalog)),
        data=data_link(),
    )


def _way(link: Link, listed: Sequence[Problem]) -> Way:
    return Way(
        link,
        len(listed),
        sum(one.is_not_mended for one in listed),
        any(one.state is not None for one in listed),
    )


def ways(edition: Edition, year: int) -> Iterator[Asked]:
    """To the problems of a year."""
    if listed := edition.catalog.problems.by_year.get(year):
        link = Link(problems_link().title, problems_of_year(year).address)
        yield Asked(link, "", len(listed), year)


def ways_of_all(edition: Edition) -> Iterator[Asked]:
    """To all problems, and to those that are not put right."""
    problems = edition.catalog.problems.all
    if problems:
        yield Asked(problems_link(), "", len(problems))
    if not_mended := sum(one.is_not_mended for one in problems):
        yield Asked(not_mended_link(), "", not_mended)


def ready(edition: Edition) -> Iterator[tuple[ReadyList, Link, str]]:
    """As `question.ready`: all problems, and those that are not put right."""
    problems = edition.catalog.problems.all
    if problems:
        yield ReadyList.PROBLEMS, problems_link(), _PROBLEMS_TOLD.format(len(problems))
    if any(one.is_not_mended for one in problems):
        yield ReadyList.NOT_MENDED, not_mended_link(), _NOT_MENDED_TOLD


def ways_of(edition: Edition, department: Department) -> Iterator[Asked]:
    """To the problems of a department."""
    if listed := edition.catalog.problems.by_department.get(department.id):
        link = Link("历年的问题", problems_of_department(department).address)
        yield Asked(link, "", len(listed))
