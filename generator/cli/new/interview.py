"""From options and answers to a draft: first the kind of document, then what that kind needs."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.cli.new.answers import (
    Answers,
    Menu,
    MenuEntry,
    UnfitAnswerError,
    WrongUse,
    line,
    menu_of,
    slug,
)
from generator.cli.new.readers import day, there_already, year_of
from generator.intake.content import Content
from generator.intake.records import Record
from generator.model.frames import Frame
from generator.model.kinds import Block, EvaluationKind, Timing
from generator.model.project import Scope
from generator.model.register import Department
from generator.scaffold.draft import Draft, known_projects, of_line, predecessor, project_of
from generator.values.money import Unit
from generator.values.text import half_width, shown

_CLAUSE = re.compile("[。：；]")
_OUTSIDE = "不在本站"
_UNNAMED = "没有写明"


@dataclass(frozen=True, slots=True)
class _Named:
    """What the document is about: its id, and the project as far as it is known."""

    id: str
    project: str | None
    """The project's id."""


@dataclass(frozen=True, slots=True)
class Interview:
    """What is asked, in order."""

    answers: Answers
    content: Content
    folder: Path

    def draft(self, *, copying: bool | None) -> Draft:
        """The draft; `copying` says whether an earlier year's rows are kept, None asks."""
        answers = self.answers
        # Whoever keeps last year's rows may leave the kind to last year's record too.
        untold = bool(copying) and answers.given.get("type") is None
        kind = None if untold else self._kind()
        year = answers.get("year", "评价年度", year_of, self._year_offered())
        department = answers.pick("department", self._departments())
        related = self._related(kind, year, department) if kind else None
        named = self._named(kind, year, department, related)
        earlier = self._earlier(kind, year, department, named, copying=copying)
        kind = kind or (earlier.kind if earlier else self._kind())
        kept = earlier or related
        project = None if Block.ITEMS in kind.required else self._project(named, department, kept)
        title = answers.get("title", "报告全称", line, _title(kind, year, project, earlier))
        money = kept.evaluation.funds if kept else None
        return Draft(
            type=kind,
            year=year,
            department=department,
            id=named.id,
            title=title,
            scope=self._choice("scope", Scope, kept.evaluation.scope if kept else None),
            project=project,
            project_id=named.project if named.project != named.id else None,
            frame=self._frame(kind, earlier),
            unit=self._choice("unit", Unit, money.unit if money else None)
            if Block.FUNDS in kind.laid_out
            else None,
            period=self._period(year) if Block.PERIOD in kind.laid_out else None,
            related=related,
            earlier=earlier,
        )

    def _kind(self) -> EvaluationKind:
        words = [
            MenuEntry(k, k.name, (k.english, *k.aliases), _gist_of(k.description))
            for k in self.content.declared.kinds
        ]
        return self.answers.pick("type", Menu("哪一类文件（按办理的先后）", words))

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

    def _related(self, kind: EvaluationKind, year: int, department: Department) -> Record | None:
        """The evaluation that a document of this kind answers; None for one that is not here."""
        if Block.RELATED not in kind.required and kind.timing is not Timing.RECTIFYING:
            return None
        found = [
            record
            for record in of_line(self.content.records, self.content.departments, department.id)
            if record.year <= year
            and record.kind.timing is Timing.AFTER
            and record.evaluation.project is not None
        ]
        found.sort(key=lambda record: (-record.year, record.id))
        entries: list[MenuEntry[Record | None]] = [
            MenuEntry(r, shown(r.head.title), (r.address.rstrip("/"),), r.address.rstrip("/"))
            for r in found
        ]
        outside: MenuEntry[Record | None] = MenuEntry(None, _OUTSIDE, (), "名称或网址写在草稿中")
        if not entries and self.answers.given.get("related") is None:
            return None
        return self.answers.pick("related", Menu("针对哪一份评价", [*entries, outside]))

    def _named(
        self, kind: EvaluationKind | None, year: int, department: Department,
        related: Record | None,
    ) -> _Named:  # fmt: skip
        """The id of an earlier document of the project, or a new one; its file is not there yet."""
        lists = kind is not None and Block.ITEMS in kind.required
        if related is not None and kind is not None:
            project = project_of(related)
            offered = f"{project}-{kind.id}"
            question = "记录编号，即网址的一部分"
            fresh = self._fresh(year, department)
            return _Named(self.answers.get("id", question, fresh, offered), project)
        before = (
            []
            if lists
            else known_projects(
                of_line(self.content.records, self.content.departments, department.id), year, kind
            )
        )
        if before and self.answers.given.get("id") is None:
            click.echo("已有的项目：")
            for n, record in enumerate(before, 1):
                name = shown(record.evaluation.name)
                click.echo(f"  {n}. {name}　{project_of(record)}（{record.year}）")
        hint = "记录编号，即网址的一部分，如 night-opening"
        if before:
            hint = "是其中之一就输入序号；是新项目就输入新的编号，如 night-opening"

        def read(typed: str) -> _Named:
            number = half_width(typed).strip()
            fresh = self._fresh(year, department)
            if self.answers.given.get("id") is None and number.isdecimal():
                if not 1 <= int(number) <= len(before):
                    raise UnfitAnswerError(f"没有序号 {number}")
                record = before[int(number) - 1]
                project = project_of(record)
                if kind is None or record.kind.id == kind.id:
                    return _Named(fresh(record.id), project)
                return _Named(fresh(f"{project}-{kind.id}"), project)
            name = fresh(typed)
            known = {project_of(record): record for record in before}
            return _Named(name, name if name in known else None)

        return self.answers.get("id", hint, read)

    def _fresh(self, year: int, department: Department) -> Any:
        """A reader of ids whose file is not there yet."""

        def read(typed: str) -> str:
            name = slug(typed)
            file = self.folder / "records" / str(year) / department.id / f"{name}.yml"
            if file.exists():
                path = file.relative_to(self.folder.parent).as_posix()
                raise UnfitAnswerError(there_already(path))
            return name

        return read

    def _earlier(
        self, kind: EvaluationKind | None, year: int, department: Department, named: _Named,
        *, copying: bool | None,
    ) -> Record | None:  # fmt: skip
        """The record whose indicators are kept, if there is one and it is wanted."""
        project = named.project or named.id
        found = predecessor(
            self.content.records, self.content.departments, (year, department.id, project), kind
        )
        if kind is not None and Block.INDICATORS not in kind.laid_out:
            found = None
        if found is None:
            if copying:
                raise WrongUse(
                    f"--from-last-year：{year} 年度以前没有“{department.name}”编号为 {project}"
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

    def _project(self, named: _Named, department: Department, kept: Record | None) -> str:
        """The project's name: that of a document chosen before, unless an option says otherwise."""
        known = kept.evaluation.name if kept else ""
        if known and self.answers.given.get("project") is None:
            return known
        return self.answers.get(
            "project", "项目全称（与预算批复一致）", line, self._name_of(named, department)
        )

    def _name_of(self, named: _Named, department: Department) -> str:
        of = of_line(self.content.records, self.content.departments, department.id)
        same = [r for r in of if project_of(r) == named.project]
        newest = max(same, key=lambda record: record.year, default=None)
        return newest.evaluation.name if newest and named.project != named.id else ""

    def _choice(self, name: str, choices: type[Any], kept: Any) -> Any:
        """A closed choice; last year's unless an option says otherwise."""
        if kept is not None and self.answers.given.get(name) is None:
            return kept
        titles = {"scope": "评价对象", "unit": "金额单位（按原表）"}
        default = Unit.WAN_YUAN.label if name == "unit" else ""
        return self.answers.pick(name, menu_of(titles[name], choices), default)

    def _period(self, year: int) -> tuple[date, date]:
        """First and last day of the time that a document speaks of."""
        start = self.answers.get("period_from", "期间的起始日期", day, f"{year}-01-01")
        end = self.answers.get("period_to", f"期间的截止日期，如 {year}-07-31", day)
        if end < start:
            raise WrongUse(f"期间的截止日期 {end} 早于起始日期 {start}")
        return start, end

    def _frame(self, kind: EvaluationKind, earlier: Record | None) -> Frame | None:
        """None where the kind gives no points, or the report names no frame."""
        given = self.answers.given.get("frame")
        if not kind.has_points:
            if given is not None:
                raise WrongUse(f"--frame：“{kind.name}”不打分，没有指标体系；请去掉这个选项")
            return None
        if earlier is not None and given is None:
            return earlier.frame if earlier.evaluation.frame else None
        frames = {frame.name: frame for frame in self.content.frames}.values()
        entries: list[MenuEntry[Frame | None]] = [
            MenuEntry(f, f.name, (f.id,), _gist_of(f.description)) for f in frames
        ]
        entries.append(MenuEntry(None, _UNNAMED, (), "报告没有写明用哪一套指标体系"))
        frame = self.answers.pick("frame", Menu("指标体系", entries))
        if earlier is not None and (frame is None or frame.id != earlier.frame.id):
            used = earlier.frame.name or _UNNAMED
            raise WrongUse(
                f"--frame：{earlier.year} 年度的记录用的是“{used}”；"
                "要换指标体系，就不能沿用那一年的指标（--not-from-last-year）"
            )
        return frame


def _title(kind: EvaluationKind, year: int, project: str | None, earlier: Record | None) -> str:
    if earlier is not None:
        return earlier.head.title.replace(str(earlier.year), str(year))
    return f"{year}年度{project or ''}{kind.wording.document}"


def _gist_of(description: str) -> str:
    """The beginning of what a kind or frame is for."""
    return _CLAUSE.split(description)[0]
