"""`gongkai fmt`: content files in standard form."""

import sys
from pathlib import Path

import click

from generator.cli.fixing import fix
from generator.cli.paths import paths_argument
from generator.cli.project import project_option
from generator.cli.rewriting import content_files, rewrite


@click.command()
@paths_argument
@click.option("--check", is_flag=True, help="只检查，不改动；有文件不合标准时以 1 退出。")
@click.option(
    "--fix",
    "mend",
    is_flag=True,
    help="改正读得懂的笔误（如 38分、2022.7.29、全角冒号），其余一字不动；有几种读法的只列出。"
    "与 --check 同用时只显示，不改动。",
)
@project_option
def fmt(paths: tuple[Path, ...], project: Path, *, check: bool, mend: bool) -> None:
    """把内容文件整理成标准格式：键的顺序、半角数字和日期、空格和缩进；保留注释。

    不给 PATHS 时整理全部内容文件。有错误的文件不改动，并以 1 退出；
    --fix 改正后仍有读不懂的，也以 1 退出。
    """
    if mend:
        root = project.resolve()
        done = fix(content_files(paths, root), root, check=check)
        sys.exit(bool(done.stuck or (check and done.changed)))
    sys.exit(not rewrite(paths, project, lambda own: own, check=check))
