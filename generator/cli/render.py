"""`gongkai render`: the pages as Markdown files."""

from pathlib import Path

import click

from generator import artifacts, site
from generator.cli.calm import Ended
from generator.cli.paths import must_be_empty
from generator.cli.places import FOLDER
from generator.cli.project import content_folder, project_option
from generator.diagnostics.formats import as_text


@click.command()
@click.option("--out", required=True, type=FOLDER, help="写入的文件夹。")
@project_option
def render(out: Path, project: Path) -> None:
    """把全部页面写成 Markdown 文件，与网站生成时所用的逐字节相同。"""
    must_be_empty(out)
    root = project.resolve()
    made = site.build(content_folder(root), root)
    if made.stopping:
        click.echo(as_text(made.diagnostics), err=True, nl=False)
        raise Ended("内容有错误，没有写出文件")
    pages = site.hand_written(content_folder(root))
    number = artifacts.write((*pages, *made.artifacts), out)
    click.echo(f"已写出 {number} 个文件到 {out}")
