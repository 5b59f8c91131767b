"""`gongkai check`: every fault of every file, and all that the audit finds."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from generator import site, streams
from generator.audit.coverage import Coverage
from generator.cli import coverage, listing
from generator.cli.calm import Unusable
from generator.cli.paths import at_or_below, chosen, paths_argument
from generator.cli.places import JSON_FILE
from generator.cli.project import content_folder, project_option
from generator.cli.selecting import file_options, result_options, selection
from generator.cli.since import since, told
from generator.desk.filing import Desk, filed
from generator.desk.standing import Standing
from generator.diagnostics import Severity
from generator.diagnostics.formats import FORMATS, JSON
from generator.intake import content, walk
from generator.pages.edition import Edition


@click.command()
@paths_argument
@file_options
@result_options
@click.option(
    "--since", "earlier", metavar="版本|文件",
    help="与 git 的一个版本，或与上次用 --format json 保存的文件相比：新增、已改正、仍未处理。",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", help="输出格式。"
)
@click.option(
    "--fail-on",
    type=click.Choice([Severity.ERROR.value, Severity.WARNING.value]),
    default=Severity.ERROR.value,
    help="error：有必须先处理的问题时以 1 退出；warning：有任何错误或警告时也以 1 退出。",
)
@click.option("--summary", is_flag=True, help="只按部门和规则汇总。")
@click.option(
    "--coverage", "listed", type=JSON_FILE,
    help="另把每份记录的核对清单写成这个 JSON 文件：checked 已核对的规则，partly 有部分内容"
    "不能判断的规则和原因，lacking 因缺少内容未核对的规则和所缺的内容，unfit 不适用的规则；"
    "文字格式中每份记录另有一行核对情况。",
)  # fmt: skip
@project_option
def check(
    paths: tuple[Path, ...], earlier: str | None, form: str, fail_on: str, listed: Path | None,
    project: Path, *, summary: bool, **wanted: Any,
) -> None:  # fmt: skip
    """核对全部评价记录；给出 PATHS 时只报告这些文件或文件夹中的问题。

    最重的在前；标有【拦截】的必须先处理才能发布，标有【已接受】的另有例外。
    """
    _must_go_together(earlier, form, summary=summary)
    root = project.resolve()
    folder = content_folder(root)
    if listed:
        coverage.must_be_elsewhere(listed, folder)
    if paths:
        chosen(walk.files(folder), paths)
    loaded = content.load(folder, root)
    edition = site.edited(loaded, loaded.records)
    found, stopping = site.judged(loaded, edition)
    chosen_by = selection(loaded, edition.book, **wanted)
    if earlier:
        found = since(earlier, found, loaded, folder, root)
    desk = chosen_by.of(_within(filed(found, loaded, edition.outcomes), paths, root))
    checked = _checked(edition, desk) if listed else {}
    if listed:
        coverage.save(listed, checked)
    if form != "text":
        printed = FORMATS[form](tuple(desk.results), edition.book.pages)
        click.echo(streams.portable(printed) if form in JSON else printed, nl=False)
    elif summary:
        click.echo(listing.summary(desk, edition.book), nl=False)
    elif earlier:
        click.echo(listing.by_change(desk), nl=False)
    else:
        click.echo(listing.by_file(desk, checked), nl=False)
    standing = desk.standing
    if form == "text":
        click.echo(_closing(standing, len(stopping), len(loaded.records)), err=True)
    if form == "text" and earlier:
        click.echo(told(earlier, desk.results), err=True)
    grave = standing.errors + standing.warnings
    sys.exit(bool(standing.stops or (fail_on == Severity.WARNING.value and grave)))


def _must_go_together(earlier: str | None, form: str, *, summary: bool) -> None:
    """Options that say nothing, or exclude each other, are wrong use."""
    if earlier is not None and not earlier.strip():
        raise Unusable("--since 没有写明版本或文件")
    if summary and form != "text":
        raise Unusable("--summary 只用于文字格式，不能与 --format 的其他格式同用；请去掉其中一个")


def _within(desk: Desk, paths: tuple[Path, ...], root: Path) -> Desk:
    """The files in one of the paths; all when none is given."""
    if not paths:
        return desk
    wanted = {path.resolve() for path in paths}
    return desk.of([file for file in desk.files if at_or_below(wanted, root / file.path)])


def _checked(edition: Edition, desk: Desk) -> Mapping[str, Coverage]:
    """What was checked in each record on the desk, by its path."""
    there = sorted(file.path for file in desk.files)
    return {path: edition.outcomes[path].coverage for path in there if path in edition.outcomes}


def _closing(standing: Standing, stopping: int, records: int) -> str:
    """How much was found, in one line; and what stops a build beside what was asked for."""
    line = (
        f"可以使用的评价记录 {records} 份；错误 {standing.errors} 处，警告 {standing.warnings} 处，"
        f"提示 {standing.hints} 处；其中必须先处理才能发布的 {standing.stops} 处"
    )
    hidden = stopping - standing.stops
    return f"{line}；没有列出的另有 {hidden} 处必须先处理" if hidden else line
