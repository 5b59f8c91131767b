"""`gongkai new record`: the draft of a record."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from generator import disk, source
from generator.binding.filling import fill
from generator.cli.new.answers import (
    Answers,
    CalmCommand,
    Menu,
    MenuEntry,
    Stopped,
    UnfitAnswerError,
    WrongUse,
    line,
    menu_of,
    slug,
)
from generator.cli.new.project import missing_schema, site_option
from generator.cli.project import content_folder
from generator.diagnostics import Severity
from generator.intake import content
from generator.intake.content import Content
from generator.intake.record_paths import YEARS
from generator.intake.records import Record
from generator.model.evaluation import Evaluation
from generator.model.frames import Frame
from generator.model.items import Scope
from generator.model.kinds import EvaluationKind
from generator.model.register import Department
from generator.scaffold.record import Draft, predecessor, text_of
from generator.schema.languages import Language
from generator.values.money import Unit
from generator.values.text import half_width, shown

_CLAUSE = re.compile("[。：；]")


@click.command(cls=CalmCommand)
@click.option("--year", help="评价年度，如 2024。")
@click.option("--department", help="部门的编号或名称，见 content/departments.yml。")
@click.option("--id", help="记录编号，即文件名和网址；与往年同一项目的编号相同。")
@click.option("--title", help="报告全称。")
@click.option("--project", help="项目全称。")
@click.option("--type", help="评价类型，如 单位自评。")
@click.option("--scope", help="评价对象，如 项目支出。")
@click.option("--frame", help="指标体系的名称或编号。")
@click.option("--unit", help="金额单位：元、万元或亿元。")
@click.option(
    "--from-last-year/--not-from-last-year",
    default=None,
    help="沿用同一项目往年记录的指标、指标值和分值；不沿用得分、完成值、原因和问题。",
)
@click.option(
    "--lang",
    type=click.Choice([language.value for language in Language]),
    default=Language.CHINESE.value,
    help="文件中键的语言。",
)
@site_option
def record(site: Path, lang: str, *, from_last_year: bool | None, **given: str | None) -> None:
    """新建一份评价记录的草稿：逐项带说明，指标已按指标体系列好。没有用选项给出的，会逐项询问。"""
    root = site.resolve()
    folder = content_folder(root)
    loaded = content.load(folder, root)
    if not loaded.departments:
        faults = tuple(d for d in loaded.diagnostics if "departments.yml" in d.location.path)
        raise Stopped("没有可用的部门，请先运行 gongkai new department 登记部门", faults)
    draft = _Interview(Answers(given), loaded, folder).draft(copying=from_last_year)
    language = Language(lang)
    text = text_of(draft, language)
    path = (folder / draft.path).relative_to(root).as_posix()
    form = fill(_read(text, path), Evaluation, lexicon=loaded.declared.lexicon)
    if form.value is None:
        raise Stopped("填写的内容无法写成评价记录", form.diagnostics)
    try:
        disk.create({folder / draft.path: text.encode()} | missing_schema(root, language))
    except FileExistsError:
        raise Stopped(_there_already(path)) from None
    click.echo(f"已写出 {path}（草稿）")
    if draft.earlier is not None:
        year = draft.earlier.year
        click.echo(f"沿用了 {year} 年度的指标、指标值和分值；得分、完成值、原因和问题没有沿用。")
    click.echo("接着：打开这个文件，逐项填写；运行 gongkai check 核对；填完后把状态改为已发布。")


def _read(text: str, path: str) -> source.Document:
    """What the draft says, read back; raises `Stopped` when it cannot be."""
    reading = source.read(text.encode(), path)
    failed = any(fault.severity is Severity.ERROR for fault in reading.diagnostics)
    if reading.document is None or failed:
        raise Stopped("填写的内容无法写成评价记录", reading.diagnostics)
    return reading.document


def _there_already(path: str) -> str:
    return f"已有 {path}，不会覆盖；请直接打开那个文件，或换一个编号"


@dataclass(frozen=True, slots=True)
class _Interview:
    """From options and answers to a draft."""

    answers: Answers
    content: Content
    folder: Path

    def draft(self, *, copying: bool | None) -> Draft:
        answers = self.answers
        year = answers.get("year", "评价年度", year_of, self._year_offered())
        department = answers.pick("department", self._departments())
        name = self._id(year, department)
        earlier = self._earlier(year, department, name, copying=copying)
        kept = earlier.evaluation if earlier else None
        if kept and answers.given.get("project") is None:
            project = kept.name
        else:
            project = answers.get("project", "项目全称（与预算批复一致）", line)
        title = answers.get("title", "报告全称", line, _title(year, project, earlier))
        return Draft(
            year=year,
            department=department,
            id=name,
            title=title,
            project=project,
            type=self._kind(kept.evaluation_type if kept else None),
            scope=self._choice("scope", Scope, kept.scope if kept else None),
            frame=self._frame(earlier),
            unit=self._choice("unit", Unit, kept.funds.unit if kept and kept.funds else None),
            earlier=earlier,
        )

    def _year_offered(self) -> str:
        """The year that is being worked on, else the one after the newest; none without records."""
        newest = max((record.year for record in self.content.records), default=None)
        if newest is None:
            return ""
        unfinished = any(r.year == newest and not r.is_published for r in self.content.records)
        return str(newest if unfinished else newest + 1)

    def _departments(self) -> Menu[Department]:
        return Menu(
            "部门",
            [
                MenuEntry(d, d.name, (d.id, *d.aliases), f"{d.id}{'（已撤销）' if d.until else ''}")
                for d in self.content.departments
            ],
        )

    def _id(self, year: int, department: Department) -> str:
        """The id of an earlier year's project, or a new one; its file is not there yet."""
        before = self._projects(year, department)
        if before and self.answers.given.get("id") is None:
            click.echo("往年已有、本年度还没有记录的项目：")
            for n, record in enumerate(before, 1):
                name = shown(record.evaluation.name)
                click.echo(f"  {n}. {name}　{record.id}（{record.year}）")
        hint = "记录编号，即网址的一部分，如 night-opening"
        if before:
            hint = "是其中之一就输入序号；是新项目就输入新的编号，如 night-opening"

        def read(typed: str) -> str:
            number = half_width(typed).strip()
            if self.answers.given.get("id") is None and number.isdecimal():
                if not 1 <= int(number) <= len(before):
                    raise UnfitAnswerError(f"没有序号 {number}")
                return before[int(number) - 1].id
            name = slug(typed)
            file = self.folder / "records" / str(year) / department.id / f"{name}.yml"
            if file.exists():
                raise UnfitAnswerError(
                    _there_already(file.relative_to(self.folder.parent).as_posix())
                )
            return name

        return self.answers.get("id", hint, read)

    def _projects(self, year: int, department: Department) -> list[Record]:
        """The newest earlier record of each project of the department not yet begun this year."""
        ids = {r.id for r in self.content.records if r.year < year}
        folder = self.folder / "records" / str(year) / department.id
        found = (
            predecessor(self.content.records, self.content.departments, (year, department.id, name))
            for name in sorted(ids)
            if not (folder / f"{name}.yml").exists()
        )
        return [record for record in found if record is not None]

    def _earlier(
        self, year: int, department: Department, name: str, *, copying: bool | None
    ) -> Record | None:
        """The record whose indicators are kept, if there is one and it is wanted."""
        found = predecessor(
            self.content.records, self.content.departments, (year, department.id, name)
        )
        if found is None:
            if copying:
                raise WrongUse(
                    f"--from-last-year：{year} 年度以前没有“{department.name}”编号为 {name}"
                    " 的可用记录；请核对编号，或去掉这个选项"
                )
            return None
        if copying is None and not self.answers.asked:
            click.echo(f"{found.year} 年度有同一项目的记录；加 --from-last-year 可以沿用其指标。")
        elif copying is None:
            copying = self.answers.confirm(
                f"{found.year} 年度有同一项目的记录。沿用它的指标、指标值和分值吗？"
                "得分、完成值、原因和问题不沿用"
            )
        return found if copying else None

    def _choice(self, name: str, choices: type[Any], kept: Any) -> Any:
        """A closed choice; last year's unless an option says otherwise."""
        if kept is not None and self.answers.given.get(name) is None:
            return kept
        titles = {"scope": "评价对象", "unit": "金额单位（按原表）"}
        default = Unit.WAN_YUAN.label if name == "unit" else ""
        return self.answers.pick(name, menu_of(titles[name], choices), default)

    def _kind(self, kept: str | None) -> EvaluationKind:
        """The kind of document; last year's unless an option says otherwise."""
        kinds = self.content.declared.kinds
        if kept is not None and self.answers.given.get("type") is None:
            return self.content.declared.kind_named[kept]
        words = [
            MenuEntry(k, k.name, (k.english, *k.aliases), _gist_of(k.description)) for k in kinds
        ]
        return self.answers.pick("type", Menu("评价类型", words))

    def _frame(self, earlier: Record | None) -> Frame:
        frames = {frame.name: frame for frame in self.content.frames}.values()
        menu = Menu(
            "指标体系", [MenuEntry(f, f.name, (f.id,), _gist_of(f.description)) for f in frames]
        )
        if earlier is not None and self.answers.given.get("frame") is None:
            return earlier.frame
        frame = self.answers.pick("frame", menu)
        if earlier is not None and frame.id != earlier.frame.id:
            raise WrongUse(
                f"--frame：{earlier.year} 年度的记录用的是“{earlier.frame.name}”；"
                "要换指标体系，就不能沿用那一年的指标（--not-from-last-year）"
            )
        return frame


def year_of(typed: str) -> int:
    """A fiscal year; raises `UnfitAnswerError`."""
    text = half_width(typed).strip().removesuffix("年度").removesuffix("年")
    if text not in map(str, YEARS):
        raise UnfitAnswerError(f"“{shown(text)}”不是年度，应为四位数字，如 2024")
    return int(text)


def _title(year: int, project: str, earlier: Record | None) -> str:
    if earlier is not None:
        return earlier.evaluation.title.replace(str(earlier.year), str(year))
    return f"{year}年度{project}绩效评价报告"


def _gist_of(description: str) -> str:
    """The beginning of what a kind or frame is for."""
    return _CLAUSE.split(description)[0]
