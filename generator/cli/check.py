"""`gongkai check`: every fault of every file."""

import sys
from pathlib import Path

import click

from generator import content
from generator.cli.project import content_folder, project_option
from generator.diagnostics import FORMATS, Diagnostic, Severity, count


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", help="输出格式。"
)
@click.option(
    "--fail-on",
    type=click.Choice([Severity.ERROR.value, Severity.WARNING.value]),
    default=Severity.ERROR.value,
    help="出现哪一级问题时以 1 退出。",
)
@project_option
def check(paths: tuple[Path, ...], form: str, fail_on: str, project: Path) -> None:
    """核对全部评价记录；给出 PATHS 时只报告这些文件或文件夹中的问题。"""
    root = project.resolve()
    loaded = content.load(content_folder(root), root)
    faults = _within(loaded.diagnostics, paths, root)
    click.echo(FORMATS[form](faults), nl=False)
    errors, warnings, hints = (count(faults, severity) for severity in Severity)
    if form == "text":
        read = len(loaded.records)
        click.echo(
            f"可以使用的评价记录 {read} 份；错误 {errors} 处，警告 {warnings} 处，提示 {hints} 处",
            err=True,
        )
    sys.exit(bool(errors or (fail_on == Severity.WARNING.value and warnings)))


def _within(
    faults: tuple[Diagnostic, ...], paths: tuple[Path, ...], root: Path
) -> tuple[Diagnostic, ...]:
    """Those in one of the paths; all when none is given."""
    wanted = [path.resolve() for path in paths]
    return tuple(
        fault
        for fault in faults
        if not wanted or any((root / fault.location.path).is_relative_to(path) for path in wanted)
    )
