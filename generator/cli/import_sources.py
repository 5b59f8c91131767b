"""`gongkai import`: documents as departments have them become drafts of records."""

import json
import sys
from pathlib import Path

import click

from generator import disk, streams
from generator.cli.calm import Unusable
from generator.cli.places import FOLDER
from generator.cli.project import content_name, project_option
from generator.importers.importing import Ground, Source, imported
from generator.importers.outline import UnreadableError
from generator.importers.page import page
from generator.importers.provenance import as_data
from generator.importers.summary import summary

_INDENT = 2


@click.command("import")
@click.argument(
    "sources", metavar="文件…", nargs=-1, required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)  # fmt: skip
@click.option(
    "--out", type=FOLDER, default=Path("drafts"),
    show_default=True, help="草稿写入的文件夹；按年度和部门分放。",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(["yaml", "json"]), default="yaml", show_default=True,
    help="yaml：草稿；json：草稿连同每个值的出处。",
)  # fmt: skip
@project_option
def import_sources(sources: tuple[Path, ...], out: Path, form: str, project: Path) -> None:
    """把部门的 Word、Excel、PDF、扫描件、网页和文本文件变成评价记录的草稿。

    每份草稿旁边有一个同名的网页，左边是原文，右边是草稿，先列出需要判断的地方。草稿不会公开。
    """
    root = project.resolve()
    stand_on = Ground.of(root / content_name(root), root)
    taken: set[str] = set()
    failed = 0
    for file in sources:
        try:
            source = imported(file, stand_on, taken)
        except UnreadableError as error:
            click.echo(f"{file.name}：{error}", err=True)
            failed += 1
            continue
        _save(source, out, form)
        click.echo(streams.portable(summary(source)), nl=False)
    sys.exit(bool(failed))


def _save(source: Source, out: Path, form: str) -> None:
    files: dict[Path, bytes] = {}
    for one in source.drafts:
        if form == "json":
            data = json.dumps(as_data(source, one), ensure_ascii=False, indent=_INDENT)
            files[out / f"{one.path}.json"] = f"{data}\n".encode()
        else:
            files[out / f"{one.path}.yml"] = one.draft.text.encode()
        files[out / f"{one.path}.html"] = page(source, one).encode()
    try:
        disk.create(files)
    except FileExistsError as error:
        raise Unusable(f"已有 {error.filename}，不会覆盖；请用 --out 换一个文件夹") from None
