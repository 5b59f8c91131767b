"""`gongkai review`: what is handed to each department."""

from pathlib import Path
from typing import Any

import click

from generator import disk, site
from generator.cli.calm import Ended
from generator.cli.paths import must_be_empty
from generator.cli.places import FOLDER
from generator.cli.project import content_folder, project_option
from generator.cli.selecting import file_options, selection
from generator.desk.filing import filed
from generator.handouts.folder import handouts
from generator.intake import content


@click.command()
@click.option("--out", required=True, type=FOLDER, help="写入的文件夹。")
@file_options
@project_option
def review(out: Path, project: Path, **wanted: Any) -> None:
    """为每个部门写出待核对事项：网页、XLSX 和 CSV，供单位逐条答复。

    index.html 汇总全部部门，最重的在前；各行的序号在三种格式里相同。
    """
    root = project.resolve()
    folder = content_folder(root)
    must_be_empty(out)
    loaded = content.load(folder, root)
    if not loaded.departments:
        raise Ended(
            "departments.yml 没有登记部门，或者读不全，不能按部门分开；"
            "请先按 gongkai check 的提示改好它"
        )
    edition = site.edited(loaded, loaded.records)
    found, _ = site.judged(loaded, edition)
    chosen = selection(loaded, edition.book, **wanted)
    desk = chosen.of(filed(found, loaded, edition.outcomes))
    files = handouts(desk, loaded.declared.usable_criteria, edition.book, edition.publisher.name)
    disk.create({out / name: data for name, data in files.items()})
    standing = desk.standing
    click.echo(
        f"已为 {len(desk.drawers)} 个部门写出 {len(files)} 个文件到 {out}："
        f"待核对 {standing.open} 处，其中必须先处理才能发布的 {standing.stops} 处"
    )
