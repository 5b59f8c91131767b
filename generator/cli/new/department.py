"""`gongkai new department`: one more department in departments.yml."""

from collections.abc import Callable
from pathlib import Path

import click

from generator import disk
from generator.cli.new.answers import (
    Answers,
    CalmCommand,
    Menu,
    MenuEntry,
    Stopped,
    UnfitAnswerError,
    line,
    menu_of,
    slug,
)
from generator.cli.project import content_folder, site_option
from generator.model.register import DepartmentKind, Departments, Region
from generator.scaffold.department import UnsuitedError, added, opened
from generator.scaffold.ids import proposed
from generator.schema.vocabulary import spelt
from generator.source import Plain
from generator.values.names import folded

_STEP = 10
"""Between two places in the order, so that another department fits between them."""


@click.command(cls=CalmCommand)
@click.option("--id", help="部门编号，即记录所在文件夹名；登记后不再更改。")
@click.option("--name", help="机构全称。")
@click.option("--alias", multiple=True, help="常用简称；可以多次给出，第一个用于窄处。")
@click.option("--region", help="所属地区的编号或名称；只有一个地区时不必给出。")
@click.option("--kind", help="机构类型，如 政府部门。")
@click.option("--parent", help="主管部门的编号或名称。")
@click.option("--order", type=int, help="列表中的顺序；不给出时排在最后。")
@site_option
def department(
    site: Path, *, alias: tuple[str, ...], parent: str | None, order: int | None,
    **given: str | None,
) -> None:  # fmt: skip
    """在 content/departments.yml 中登记一个部门，原有内容和注释不变。没有用选项给出的，会询问。"""
    root = site.resolve()
    file = content_folder(root) / "departments.yml"
    path = file.relative_to(root).as_posix()
    if not file.is_file():
        raise Stopped(f"找不到 {path}")
    try:
        register = opened(file.read_bytes(), path)
        entries, language = register.value, register.form.language
        answers = Answers(given | {"parent": parent})
        aliases = [Answers({"alias": word}).get("alias", "简称", line) for word in alias]
        name = answers.get("name", "机构全称", _new_name(entries))
        offered = proposed(name, {d.id for d in entries.departments})
        question = "部门编号，如 city-library；登记后不再更改"
        number = answers.get("id", question, _new_id(entries), offered)
        values: dict[str, Plain] = {
            "id": number,
            "name": name,
            "aliases": list(aliases),
            "parent": answers.pick("parent", _departments(entries)) if parent else None,
            "region": _region(answers, entries).id,
            "kind": spelt(answers.pick("kind", menu_of("机构类型", DepartmentKind)), language),
            "order": str(_last(entries) if order is None else order),
        }
        content = added(register, values)
    except UnsuitedError as unsuited:
        raise Stopped(str(unsuited), unsuited.diagnostics) from None
    disk.replace(file, content)
    click.echo(f"已在 {path} 登记：{name}（{number}）")
    click.echo(f"它的记录放在 content/records/年度/{number}/，可运行 gongkai new record 新建。")


def _new_id(entries: Departments) -> Callable[[str], str]:
    def read(typed: str) -> str:
        number = slug(typed)
        if other := next((d for d in entries.departments if d.id == number), None):
            raise UnfitAnswerError(f"编号 {number} 已用于“{other.name}”，请换一个")
        return number

    return read


def _new_name(entries: Departments) -> Callable[[str], str]:
    def read(typed: str) -> str:
        name = line(typed)
        if other := next((d for d in entries.departments if folded(d.name) == folded(name)), None):
            raise UnfitAnswerError(f"“{name}”已经登记，编号是 {other.id}")
        return name

    return read


def _departments(entries: Departments) -> Menu[str]:
    return Menu(
        "主管部门", [MenuEntry(d.id, d.name, (d.id, *d.aliases)) for d in entries.departments]
    )


def _region(answers: Answers, entries: Departments) -> Region:
    """The region; not asked for where there is only one."""
    if not entries.regions:
        raise Stopped("departments.yml 中还没有地区，请先登记一个地区")
    title = "所属地区（没有列出的，先写进 departments.yml 的“地区”）"
    menu = Menu(title, [MenuEntry(r, r.name, (r.id,), r.id) for r in entries.regions])
    if len(entries.regions) == 1 and answers.given.get("region") is None:
        return entries.regions[0]
    return answers.pick("region", menu)


def _last(entries: Departments) -> int:
    highest = max((d.order for d in entries.departments), default=0)
    return (highest // _STEP + 1) * _STEP
