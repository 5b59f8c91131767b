"""`gongkai check`: every fault of every file, and all that the audit finds."""

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from generator import site, streams
from generator.audit import weights
from generator.audit.coverage import Coverage
from generator.audit.rulebook import Rulebook
from generator.catalog import Catalog
from generator.cli import coverage
from generator.cli.paths import at_or_below, chosen, paths_argument
from generator.cli.places import JSON_FILE
from generator.cli.project import content_folder, project_option
from generator.diagnostics import Diagnostic, Severity, count
from generator.diagnostics.formats import FORMATS, JSON, as_text
from generator.intake import content, walk
from generator.pages.edition import Edition
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
@click.option(
    "--coverage", "listed", type=JSON_FILE,
    help="另把每份记录的核对清单写成这个 JSON 文件：checked 已核对的规则，partly 有部分内容"
    "不能判断的规则和原因，lacking 因缺少内容未核对的规则和所缺的内容，unfit 不适用的规则；"
    "文字格式中每份记录另有一行核对情况。",
)  # fmt: skip
@project_option
def check(
    paths: tuple[Path, ...], form: str, fail_on: str, listed: Path | None, project: Path,
    *, summary: bool,
) -> None:  # fmt: skip
    """核对全部评价记录；给出 PATHS 时只报告这些文件或文件夹中的问题。"""
    root = project.resolve()
    folder = content_folder(root)
    if listed:
        coverage.must_be_elsewhere(listed, folder)
    if paths:
        chosen(walk.files(folder), paths)
    loaded = content.load(folder, root)
    edition = site.edited(loaded, loaded.records)
    catalog = edition.catalog
    found, stopping = (_within(faults, paths, root) for faults in site.judged(loaded, edition))
    checked = _checked(edition, paths, root) if listed else {}
    if listed:
        coverage.save(listed, checked)
    if form != "text":
        printed = FORMATS[form](found, edition.book.pages)
        click.echo(streams.portable(printed) if form in JSON else printed, nl=False)
    elif summary:
        click.echo(_summary(found, catalog, edition.book), nl=False)
    else:
        click.echo(_grouped(found, checked, catalog), nl=False)
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


def _checked(edition: Edition, paths: tuple[Path, ...], root: Path) -> Mapping[str, Coverage]:
    """What was checked in each record in one of the paths, by its path."""
    wanted = {path.resolve() for path in paths}
    return {
        path: edition.outcomes[path].coverage
        for path in sorted(edition.outcomes)
        if not wanted or at_or_below(wanted, root / path)
    }


def _grouped(found: Sequence[Diagnostic], checked: Mapping[str, Coverage], catalog: Catalog) -> str:
    """One block for each file, under the report's title where it is known."""
    titles = {e.record.path: masked(e.record.head.title) for e in catalog.documents}
    files = _by_file(found)
    blocks = [
        f"{titles.get(path, path)}\n{as_text(files.get(path, ()))}"
        + (f"{coverage.line(checked[path])}\n" if path in checked else "")
        for path in sorted({*files, *checked})
    ]
    return "\n".join([*blocks, ""]) if blocks else ""


def _summary(found: Sequence[Diagnostic], catalog: Catalog, book: Rulebook) -> str:
    """How often each rule speaks in each department: by gravity, then what weighs most first."""
    departments = {e.record.path: e.record.department.name for e in catalog.documents}
    counts: dict[str, Counter[str]] = {}
    for path, faults in _by_file(found).items():
        counter = counts.setdefault(departments.get(path, "未归入部门的文件"), Counter())
        counter.update(fault.rule for fault in faults if not fault.accepted)
    lines = []
    for department, counter in counts.items():
        lines.append(f"{department}：{counter.total()} 处\n")
        lines += [
            f"  {counter[rule]:>4}  {rule}  {book.pages[rule].title}\n"
            for rule in sorted(counter, key=lambda rule: _gravity(rule, book))
        ]
    return "".join(lines)


def _gravity(rule: str, book: Rulebook) -> tuple[int, int, str]:
    return book.pages[rule].severity.rank, weights.rank(rule), rule


def _by_file(found: Sequence[Diagnostic]) -> Mapping[str, list[Diagnostic]]:
    files: dict[str, list[Diagnostic]] = {}
    for fault in found:
        files.setdefault(fault.location.path, []).append(fault)
    return files
