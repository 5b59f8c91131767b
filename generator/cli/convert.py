"""`gongkai convert`: content files in the other language."""

import sys
from pathlib import Path

import click

from generator import disk
from generator.cli.new.project import missing_schema
from generator.cli.paths import paths_argument
from generator.cli.project import project_option
from generator.cli.rewriting import rewrite
from generator.scaffold.record import schema_path
from generator.schema.languages import Language


@click.command()
@paths_argument
@click.option(
    "--lang",
    required=True,
    type=click.Choice([language.value for language in Language]),
    help="改写成哪种语言：zh 中文，en 英文。",
)
@project_option
def convert(paths: tuple[Path, ...], lang: str, project: Path) -> None:
    """把内容文件的键和可选值全部改写成中文或英文，保留注释。

    不给 PATHS 时改写全部内容文件。改写的同时整理成标准格式（见 fmt）。
    有错误的文件不改动，并以 1 退出。
    """
    target = Language(lang)
    is_done = rewrite(paths, project, lambda _: target)
    _lay_schema_beside(project, target)
    sys.exit(not is_done)


def _lay_schema_beside(project: Path, language: Language) -> None:
    """Records name the schema of their language: a project that has the other one gets it too."""
    if (project / schema_path(language.other)).is_file():
        disk.create(missing_schema(project, language))
