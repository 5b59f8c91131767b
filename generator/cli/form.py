"""`gongkai form`: a form to hand to departments, which `gongkai import` reads back."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from generator import disk
from generator.binding.opening import open_form
from generator.binding.standard import respelt
from generator.cli.calm import Unusable
from generator.cli.places import Written
from generator.cli.project import content_name, project_option
from generator.importers import readers
from generator.importers.handed.asked import Asked
from generator.importers.handed.making import FORMATS, made
from generator.importers.importing import Ground
from generator.intake.record_paths import filed_under
from generator.model.evaluation import Evaluation
from generator.model.frames import NO_FRAME, Frame
from generator.model.kinds import EvaluationKind
from generator.schema.languages import Language
from generator.source import Plain

_OUT: click.ParamType[Any] = Written(dir_okay=False, path_type=Path)
_YEAR = click.IntRange(1994, 2099)


@click.command()
@click.argument("out", metavar="文件", type=_OUT)
@click.option("--kind", metavar="类型", help="评价类型，如 单位自评；不写则照 --from 的记录。")
@click.option("--frame", metavar="名称", help="指标体系的名称；不写则照 --from 的记录。")
@click.option("--year", type=_YEAR, help="表上印的年度。")
@click.option(
    "--from", "record", metavar="记录", help="照这份记录填好。",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)  # fmt: skip
@project_option
def form(
    out: Path, kind: str | None, frame: str | None, year: int | None, record: Path | None,
    project: Path,
) -> None:  # fmt: skip
    """生成交给部门填写的 Excel 或 Word 表格，文件名以 .xlsx 或 .docx 结尾。

    栏目、一级指标和分值按评价类型和指标体系印好；填好以后用 gongkai import 读回来。
    """
    if out.suffix not in FORMATS:
        raise Unusable(f"「{out}」应以 .xlsx 或 .docx 结尾")
    root = project.resolve()
    ground = Ground.of(root / content_name(root), root)
    data, filed = _read(record, ground) if record else ({}, "")
    asked = Asked(
        _kind(kind or _said(data, "评价类型"), ground),
        _frame(frame or _said(data, "指标体系"), ground, is_needed=not data),
        ground.declared.columns,
    )
    try:
        one = made(out.suffix, asked, str(year or "") or filed, data, ground)
    except ModuleNotFoundError as error:
        install = readers.FORMATS[out.suffix].install
        raise Unusable(f"生成表格还缺少程序包 {error.name}；请运行 {install}") from None
    try:
        disk.create({out: one.content})
    except FileExistsError:
        raise Unusable(f"已有 {out}，不会覆盖；请换一个文件名") from None
    click.echo(f"已写出 {out}")
    if one.lacking:
        told = "、".join(f"{name}（{count} 处）" for name, count in one.lacking.items())
        click.echo(f"表格放不下、读回来没有的内容：{told}")


def _said(data: Mapping[str, Plain], key: str) -> str:
    found = data.get(key)
    return found if isinstance(found, str) else ""


def _read(record: Path, ground: Ground) -> tuple[Mapping[str, Plain], str]:
    """The record in Chinese, and the year it is filed under."""
    file = record.resolve()
    opened = open_form(file, file.parent, Evaluation, ground.declared.lexicon)
    if opened.value is None:
        raise Unusable(f"{record} 还读不出来；请先用 gongkai check 核对并改正")
    year, _ = filed_under(file.as_posix())
    return respelt(opened, Language.CHINESE), str(year or "")


def _kind(name: str, ground: Ground) -> EvaluationKind:
    if not name:
        raise Unusable("没有写明评价类型；请加上 --kind，如 --kind 单位自评")
    found = next((one for one in ground.declared.kinds if one.is_called(name)), None)
    if found is None:
        known = "、".join(one.name for one in ground.declared.kinds)
        raise Unusable(f"没有评价类型「{name}」；可以填：{known}")
    return found


def _frame(name: str, ground: Ground, *, is_needed: bool) -> Frame:
    if not name and is_needed:
        raise Unusable("没有写明指标体系；请加上 --frame，名称见 gongkai explain 指标体系")
    if not name:
        return NO_FRAME
    found = next((one for one in ground.declared.frames if one.name == name), None)
    if found is None:
        known = "、".join(one.name for one in ground.declared.frames)
        raise Unusable(f"没有指标体系「{name}」；可以填：{known}")
    return found
