"""The command `gongkai`; each command a few lines over the library."""

import sys
from pathlib import Path

import click

from generator import content, site
from generator.diagnostics import FORMATS, Diagnostic, Severity, count

_EXISTING = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="gongkai")
def main() -> None:
    """财政支出绩效评价公开：核对评价记录，生成公开页面。"""


_project = click.option(
    "--project",
    type=_EXISTING,
    default=Path(),
    show_default="当前文件夹",
    help="网站项目的文件夹（mkdocs.yml 所在处）。",
)


@main.command()
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
@_project
def check(paths: tuple[Path, ...], form: str, fail_on: str, project: Path) -> None:
    """核对全部评价记录；给出 PATHS 时只报告这些文件或文件夹中的问题。"""
    root = project.resolve()
    loaded = content.load(_folder(root), root)
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


@main.command()
@click.option(
    "--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="写入的文件夹。"
)
@_project
def render(out: Path, project: Path) -> None:
    """把全部页面写成 Markdown 文件，与网站生成时所用的逐字节相同。"""
    root = project.resolve()
    made = site.build(_folder(root), root)
    if made.stops:
        click.echo(FORMATS["text"](made.diagnostics), err=True, nl=False)
        raise click.ClickException("内容有错误，没有写出文件")
    if out.exists() and any(out.iterdir()):
        raise click.ClickException(f"文件夹 {out} 不是空的；请换一个，或先清空")
    pages = site.hand_written(_folder(root))
    number = site.write((*pages, *made.artifacts), out)
    click.echo(f"已写出 {number} 个文件到 {out}")


def _folder(root: Path) -> Path:
    folder = root / "content"
    if (absent := content.missing(folder, root)) is not None:
        raise click.UsageError(f"{absent.message}：{absent.location.path}；{absent.remedy}")
    return folder


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
