"""`gongkai new site`: a whole site project."""

from pathlib import Path

import click

from generator.cli.new.answers import (
    Answers,
    CalmCommand,
    UnfitAnswerError,
    WrongUse,
    line,
    menu_of,
    slug,
)
from generator.cli.new.readers import year_of
from generator.model.register import DepartmentKind
from generator.scaffold.ids import proposed
from generator.scaffold.site import NewSite
from generator.upkeep.founding import TakenError, found, guide_for
from generator.upkeep.outfit import WHEELS


@click.command(cls=CalmCommand)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--region-name", help="行政区名称，如 某某市。")
@click.option("--region", default="local", show_default=True, help="行政区的英文编号。")
@click.option("--organiser", help="主办单位全称。")
@click.option("--name", help="网站名称。")
@click.option("--department-name", help="第一个部门的全称；其他部门以后再登记。")
@click.option("--department", help="第一个部门的编号，即它的记录所在文件夹名。")
@click.option("--kind", help="第一个部门的类型，如 政府部门。")
@click.option("--year", help="示例记录的年度，如 2024。")
def site(folder: Path, **given: str | None) -> None:
    """新建一个完整的网站项目，写入文件夹 DIR。没有用选项给出的，会逐项询问。

    DIR 可以还没有，可以是空的，也可以是刚克隆的仓库（其中只有说明、许可证等文件），如“.”。
    """
    try:
        guide = guide_for(folder)
    except TakenError as taken:
        raise WrongUse(
            f"文件夹 {folder} 不是空的，其中有 {taken}；请换一个空的或刚克隆的，或先移走这些文件"
        ) from None
    answers = Answers(given)
    region = answers.get("region", "行政区编号", slug)
    region_name = answers.get("region_name", "行政区名称，如 某某市", _name)
    organiser = answers.get("organiser", "主办单位全称", _name, f"{region_name}财政局")
    name = answers.get("name", "网站名称", _name, f"{region_name}财政支出绩效评价公开")
    department_name = answers.get("department_name", "第一个部门的全称", _name, organiser)
    new = NewSite(
        name=name,
        organiser=organiser,
        region=region,
        region_name=region_name,
        department_name=department_name,
        department=answers.get(
            "department",
            "它的编号，如 finance；登记后不再更改",
            slug,
            proposed(department_name, ()),
        ),
        kind=answers.pick("kind", menu_of("它的类型", DepartmentKind), "政府部门"),
        year=answers.get("year", "要公开的评价年度，如 2024", year_of),
    )
    made = found(folder, new, guide)
    click.echo(f"已在 {folder} 写出 {len(made)} 个文件，其中有一份示例记录（草稿）。")
    click.echo(f"程序的安装包已放在 {WHEELS} 文件夹里。接着在这个文件夹中：")
    click.echo("  预览：Windows 双击 preview.cmd，其他系统运行 python3 run.py preview")
    click.echo("  发布：Windows 双击 publish.cmd，其他系统运行 python3 run.py publish")
    click.echo(f"自动发布和其余步骤见 {guide}。")


def _name(typed: str) -> str:
    """A name that pages carry in their head, where signs of HTML would be read as such."""
    text = line(typed)
    if "<" in text or ">" in text:
        raise UnfitAnswerError("名称里不能有“<”和“>”")
    return text
