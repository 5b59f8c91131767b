"""`gongkai check`: every fault of every file, and all that the audit finds."""

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from generator import site, streams
from generator.catalog import Catalog
from generator.cli.paths import at_or_below, chosen, paths_argument
from generator.cli.project import content_folder, project_option
from generator.diagnostics import Diagnostic, Severity, count
from generator.diagnostics.formats import FORMATS, JSON, as_text
from generator.intake import content, walk
from generator.privacy.numbers import masked


@click.command()
@paths_argument
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
@project_option
def check(
    paths: tuple[Path, ...], form: str, fail_on: str, project: Path, *, summary: bool
) -> None:
    """核对全部评价记录；给出 PATHS 时只报告这些文件或文件夹中的问题。"""
    root = project.resolve()
    folder = content_folder(root)
    if paths:
        chosen(walk.files(folder), paths)
    loaded = content.load(folder, root)
    edition = site.edited(loaded, loaded.records)
    catalog = edition.catalog
    found, stopping = (_within(faults, paths, root) for faults in site.judged(loaded, edition))
    if form != "text":
        printed = FORMATS[form](found, edition.book.pages)
        click.echo(streams.portable(printed) if form in JSON else printed, nl=False)
    elif summary:
        click.echo(_summary(found, catalog), nl=False)
    else:
        click.echo(_grouped(found, catalog), nl=False)
    errors, warnings, hints = (count(found, severity) for severity in Severity)
    if form == "text":
        click.echo(
            f"可以使用的评价记录 {len(loaded.records)} 份；错误 {errors} 处，警告 {warnings} 处，"
            f"提示 {hints} 处；其中必须先处理才能发布的 {len(stopping)} 处",
            err=True,
        )
    sys.exit(bool(stopping or (fail_on == Severity.WARNING.value and errors + warnings)))


def _within(
    faults: Sequence[Diagnostic], paths: tuple[Path, ...], root: Path
) -> tuple[Diagnostic, ...]:
    """Those in one of the paths; all when none is given."""
    if not paths:
        return tuple(faults)
    wanted = {path.resolve() for path in paths}
    return tuple(fault for fault in faults if at_or_below(wanted, root / fault.location.path))


def _grouped(found: Sequence[Diagnostic], catalog: Catalog) -> str:
    """One block for each file, under the report's title where it is known."""
    titles = {e.record.path: masked(e.record.evaluation.title) for e in catalog.documents}
    blocks = [
        f"{titles.get(path, path)}\n{as_text(faults)}" for path, faults in _by_file(found).items()
    ]
    return "\n".join([*blocks, ""]) if blocks else ""


def _summary(found: Sequence[Diagnostic], catalog: Catalog) -> str:
    """How often each rule speaks in each department."""
    departments = {e.record.path: e.record.department.name for e in catalog.documents}
    counts: dict[str, Counter[str]] = {}
    for path, faults in _by_file(found).items():
        counter = counts.setdefault(departments.get(path, "未归入部门的文件"), Counter())
        counter.update(fault.rule for fault in faults if not fault.accepted)
    lines = []
    for department, counter in counts.items():
        lines.append(f"{department}：{counter.total()} 处\n")
        ordered = sorted(counter.items(), key=lambda item: (-item[1], item[0]))
        lines += [f"  {number:>4}  {rule}\n" for rule, number in ordered]
    return "".join(lines)


def _by_file(found: Sequence[Diagnostic]) -> Mapping[str, list[Diagnostic]]:
    files: dict[str, list[Diagnostic]] = {}
    for fault in found:
        files.setdefault(fault.location.path, []).append(fault)
    return files
