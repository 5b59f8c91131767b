"""`gongkai import`: documents as departments have them become drafts of records."""

import sys
from pathlib import Path

import click

from generator import disk, streams
from generator.cli.calm import Unusable
from generator.cli.import_folder import import_folder
from generator.cli.places import FOLDER
from generator.cli.project import content_name, project_option
from generator.cli.renewing import renew
from generator.importers import saving
from generator.importers.importing import Ground, Source, imported
from generator.importers.outline import UnreadableError
from generator.importers.summary import summary


@click.command("import")
@click.argument(
    "sources", metavar="文件…", nargs=-1, required=True,
    type=click.Path(exists=True, path_type=Path),
)  # fmt: skip
@click.option(
    "--out", type=FOLDER, default=Path("drafts"),
    show_default=True, help="草稿写入的文件夹；按年度和部门分放。",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(["yaml", "json"]), default="yaml", show_default=True,
    help="yaml：草稿；json：只要草稿连同每个值的出处。",
)  # fmt: skip
@click.option(
    "--again", "is_again", is_flag=True,
    help="原件改了，再导入一次：草稿里改过的保留，没有改过的更新，差别逐项列出。",
)  # fmt: skip
@project_option
def import_sources(
    sources: tuple[Path, ...], out: Path, form: str, project: Path, *, is_again: bool
) -> None:
    """把部门的 Word、Excel、PDF、扫描件、网页和文本文件变成评价记录的草稿。

    给出文件夹，则导入其中的全部文件。

    每份草稿旁边有一个同名的网页，左边是原文，右边是草稿，先列出需要判断的地方。草稿不会公开。
    """
    root = project.resolve()
    folder = root / content_name(root)
    taken: set[str] = set()
    failed = False
    for file in filter(Path.is_dir, sources):
        if form == "json":
            raise Unusable("--format json 只用于单个文件；文件夹导入的每份草稿旁边都有 .json")
        failed |= not import_folder(file, out, folder, root, is_again=is_again)
    single = [file for file in sources if not file.is_dir()]
    stand_on = Ground.of(folder, root) if single else Ground.of(None, root)
    for file in single:
        try:
            source = imported(file, stand_on, taken)
        except UnreadableError as error:
            click.echo(f"{file.name}：{error}", err=True)
            failed = True
            continue
        if is_again:
            failed |= not _renew(source, out)
        else:
            _save(source, out, with_draft=form == "yaml")
    sys.exit(failed)


def _renew(source: Source, out: Path) -> bool:
    """Merge a source into the drafts that it gave before; whether all could be."""
    known = [base for base in saving.bases(out) if base.source == source.name]
    if not known:
        raise Unusable(f"{out} 里没有从 {source.name} 导入的草稿；第一次导入不加 --again")
    if all(base.digest == source.digest for base in known):
        click.echo(f"{source.name}：原件没有变，草稿没有改动")
        return True
    return renew(source, out, [base.path for base in known])


def _save(source: Source, out: Path, *, with_draft: bool) -> None:
    files: dict[Path, bytes] = {}
    for one in source.drafts:
        files |= saving.files_of(source, one, out, with_draft=with_draft)
    try:
        disk.create(files)
    except FileExistsError as error:
        raise Unusable(
            f"已有 {error.filename}，不会覆盖；原件改了的请加上 --again，"
            "另导入一份的请用 --out 换一个文件夹"
        ) from None
    click.echo(streams.portable(summary(source)), nl=False)
