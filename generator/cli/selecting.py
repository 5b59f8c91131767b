"""The options by which a reviewer chooses what a command reports."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import click

from generator.audit.rulebook import Rulebook
from generator.cli.calm import Unusable
from generator.desk.selection import Selection
from generator.diagnostics import Severity
from generator.intake.content import Content
from generator.intake.record_paths import YEARS
from generator.model.register import Department
from generator.values.text import half_width, near

_SEVERITIES = {word: severity for severity in Severity for word in (severity.value, severity.label)}
_YEAR = re.compile(r"\A([0-9]{4})(?:年度?)?\Z")
_NEAR = 5
"""How many guesses a sentence may hold."""

_OPTIONS = (
    click.option(
        "--department", "departments", multiple=True, metavar="部门",
        help="只报告这个部门：编号、名称或简称；可以多次给出。",
    ),
    click.option(
        "--year", "years", multiple=True, metavar="年度",
        help="只报告这个年度的记录；可以多次给出。",
    ),
)  # fmt: skip
_OF_RESULTS = (
    click.option(
        "--rule", "rules", multiple=True, metavar="规则",
        help="只报告这条规则：规则名或标题；可以多次给出。",
    ),
    click.option(
        "--severity", "severities", multiple=True, type=click.Choice(list(_SEVERITIES)),
        help="只报告这个级别；可以多次给出。",
    ),
    click.option("--blocking", is_flag=True, help="只报告必须先处理才能发布的（拦截）。"),
    click.option("--open", "is_open", is_flag=True, help="不列已经用例外接受的。"),
)  # fmt: skip

_Command = Callable[..., Any]


def file_options(command: _Command) -> _Command:
    """`--department` and `--year`."""
    return _with(_OPTIONS, command)


def result_options(command: _Command) -> _Command:
    """`--rule`, `--severity`, `--blocking` and `--open`."""
    return _with(_OF_RESULTS, command)


def _with(options: Sequence[Callable[[_Command], _Command]], command: _Command) -> _Command:
    for option in reversed(options):
        command = option(command)
    return command


def selection(
    loaded: Content, book: Rulebook, departments: Iterable[str], years: Iterable[str],
    rules: Iterable[str] = (), severities: Iterable[str] = (),
    *, blocking: bool = False, is_open: bool = False,
) -> Selection:  # fmt: skip
    """What the words of the options mean in a site; wrong use where they mean nothing there."""
    return Selection(
        frozenset(one for word in departments for one in _departments(word, loaded.departments)),
        frozenset(_year(word, loaded) for word in years),
        frozenset(_rule(word, book) for word in rules),
        frozenset(_SEVERITIES[word] for word in severities),
        blocking, is_open,
    )  # fmt: skip


def _departments(word: str, registered: Sequence[Department]) -> Iterator[str]:
    """The ids of the departments that bear an id or a name; several may share a name."""
    names = {d.id: (d.id, d.name, *d.aliases, *d.former_names) for d in registered}
    found = [one for one, own in names.items() if word.strip() in own]
    if not found:
        every = [d.name for d in registered] + [d.id for d in registered]
        raise Unusable(f"没有登记部门「{word}」{_guess(word, every)}")
    yield from found


def _year(word: str, loaded: Content) -> int:
    typed = _YEAR.match(half_width(word).strip())
    years = {record.year for record in loaded.records}
    years |= {faulty.readings[0].year for faulty in loaded.faulty}
    there = sorted(years, reverse=True)
    if typed is None or int(typed[1]) not in YEARS:
        raise Unusable(f"「{word}」不是年度；请写四位数字，如 {there[0] if there else YEARS[-1]}")
    if int(typed[1]) not in there:
        held = "、".join(map(str, there[:_NEAR])) or "无"
        raise Unusable(f"没有 {typed[1]} 年度的记录；有记录的年度：{held}")
    return int(typed[1])


def _rule(word: str, book: Rulebook) -> str:
    """A rule by its name or its title."""
    titles: Mapping[str, str] = {page.title: name for name, page in book.pages.items()}
    asked = word.strip()
    if asked in book.pages or asked in titles:
        return titles.get(asked, asked)
    found = [
        name for name, page in book.pages.items()
        if len(asked) > 1 and (asked.casefold() in name or asked in page.title)
    ][:_NEAR] or near(asked, book.pages, _NEAR)  # fmt: skip
    guess = f"；是否应为 {'、'.join(found)}？" if found else "；gongkai explain 列出全部规则"
    raise Unusable(f"没有核对规则「{word}」{guess}")


def _guess(word: str, candidates: Iterable[str]) -> str:
    found = near(word, candidates, _NEAR)
    if found:
        return f"；是否应为 {'、'.join(found)}？"
    return "；departments.yml 列有全部部门；它有错时，请先按 gongkai check 的提示改好"
