"""Lists of problems: of each year, of each department, and of those not yet put right."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.catalog import Entry
from generator.catalog.problems import Problem
from generator.exports import lists
from generator.exports.places import Place
from generator.pages.addresses import (
    Link,
    data_link,
    department_address,
    home_link,
    not_mended_link,
    problems_link,
    problems_of_department,
    problems_of_year,
    year_link,
)
from generator.pages.edition import Edition
from generator.pages.parts.problem_lists import (
    NO_KIND,
    ProblemGroup,
    StateCount,
    files_of,
    line_of,
    states,
)
from generator.pages.parts.sheets import Pager, sheets
from generator.pages.views.base import View, notices_of, site_notices

_ONCE = "整改报告里重述的问题只列一次。"


@dataclass(frozen=True, kw_only=True)
class ProblemListView(View):
    """Some problems, one below the other."""

    template = "problem_list.md.jinja"

    told: str
    count: int
    states: Sequence[StateCount]
    groups: Sequence[ProblemGroup]
    pager: Pager | None
    of_department: bool
    """Whether all are of one department, which need not be named with each."""
    taken_along: Sequence[Place]
    data: Link
    more: Sequence[Link]


def views(edition: Edition) -> Iterator[ProblemListView]:
    """None where no document lists a problem."""
    for year, listed in edition.catalog.problems.by_year.items():
        yield from _of_year(edition, year, listed)
    yield from _of_departments(edition)
    yield from _not_mended(edition)


def _of_year(edition: Edition, year: int, listed: Sequence[Problem]) -> Iterator[ProblemListView]:
    """By kind of problem, the most frequent first; those of one kind by department."""
    often = Counter(one.found.category for one in listed)
    ordered = sorted(listed, key=lambda one: _rank(often, one.found.category))
    link = problems_of_year(year)
    yield from _pages(
        edition, link, ordered, lambda one: one.found.category or NO_KIND,
        f"{year}年度的报告列出的问题，按报告写明的类别，多的在前。{_ONCE}",
        files_of(lists.of_year(edition.catalog, year)),
        (problems_link(), year_link(year)),
    )  # fmt: skip


def _rank(often: Counter[str], category: str) -> tuple[bool, int, str]:
    return not category, -often[category], category


def _of_departments(edition: Edition) -> Iterator[ProblemListView]:
    catalog = edition.catalog
    for department in catalog.departments:
        if listed := catalog.problems.by_department.get(department.id):
            yield from _pages(
                edition, problems_of_department(department), listed,
                lambda one: year_link(one.document.year).title,
                f"{department.name}历年的报告列出的问题，新的年度在前。{_ONCE}",
                files_of(lists.of_department(catalog, department)),
                (problems_link(), Link(department.name, department_address(department))),
                notices=notices_of(edition, department), of_department=True,
            )  # fmt: skip


def _not_mended(edition: Edition) -> Iterator[ProblemListView]:
    """What a record says is not put right: silence is not counted among it."""
    problems = edition.catalog.problems
    listed = [one for one in problems.all if one.is_not_mended]
    unknown = sum(one.state is None for one in problems.all)
    if listed:
        yield from _pages(
            edition, not_mended_link(), listed,
            lambda one: year_link(one.document.year).title,
            "报告或整改报告最后一次写明为“未整改”或“正在整改”的问题。"
            + (f"另有 {unknown} 项没有写明整改状态，不算没有整改，不在其中。" if unknown else ""),
            files_of(lists.everything(edition.catalog)), (problems_link(),),
        )  # fmt: skip


def _pages(
    edition: Edition,
    link: Link,
    listed: Sequence[Problem],
    named: Callable[[Problem], str],
    told: str,
    files: Sequence[Place],
    more: Sequence[Link],
    *,
    notices: Sequence[str] = (),
    of_department: bool = False,
) -> Iterator[ProblemListView]:
    documents: Sequence[Entry] = tuple({p.document.address: p.document for p in listed}.values())
    counted, often = states(listed), Counter(map(named, listed))
    for sheet in sheets(link.address, listed):
        yield ProblemListView(
            address=sheet.address,
            title=sheet.titled(link.title),
            description=f"{link.title}，共 {len(listed)} 项",
            publisher=edition.publisher,
            breadcrumb=(home_link(), problems_link()),
            notices=notices or site_notices(edition, documents),
            told=told,
            count=len(listed),
            states=counted,
            groups=tuple(_groups(sheet.rows, named, often)),
            pager=sheet.pager,
            of_department=of_department,
            taken_along=files,
            data=data_link(),
            more=more,
        )


def _groups(
    listed: Sequence[Problem], named: Callable[[Problem], str], often: Counter[str]
) -> Iterator[ProblemGroup]:
    groups: dict[str, list[Problem]] = {}
    for one in listed:
        groups.setdefault(named(one), []).append(one)
    for n, (title, members) in enumerate(groups.items(), 1):
        yield ProblemGroup(title, f"group-{n}", often[title], tuple(map(line_of, members)))
