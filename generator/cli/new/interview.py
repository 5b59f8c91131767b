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
    WrongUse,
    line,
    menu_of,
)
from generator.cli.new.naming import Named, Naming
from generator.cli.new.readers import day, year_of
from generator.intake.content import Content
from generator.intake.records import Record
from generator.model.frames import Frame
from generator.model.kinds import Block, EvaluationKind, Timing
from generator.model.project import Scope
from generator.model.register import Department
from generator.scaffold import titles
from generator.scaffold.draft import Draft, of_line, predecessor, project_of
from generator.values.money import Unit
from generator.values.text import shown

_CLAUSE = re.compile("[。：；]")
_OUTSIDE = "不在本站"
_UNNAMED = "没有写明"
_UNLISTED = "以上都不是"


_Offered = MenuEntry[tuple[str, Frame | None]]
"""An answer to the question for a frame: its name, and the frame where the site knows it."""


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
        named = Naming(answers, self.content, self.folder, year, department).named(kind, related)
        earlier = self._earlier(kind, year, department, named, copying=copying)
        kind = kind or (earlier.kind if earlier else self._kind())
        kept = earlier or related
        project = None if Block.ITEMS in kind.required else self._project(named, department, kept)
        # What answers a document speaks of that document's year.
        offered = named.title or _title(kind, related.year if related else year, project, earlier)
        title = answers.get("title", "报告全称", line, offered)
        scope = self._choice("scope", Scope, kept.evaluation.scope if kept else None)
        frame, is_unlisted = self._frame(kind, scope, earlier)
        money = kept.evaluation.funds if kept else None
        return Draft(
            type=kind,
            year=year,
            department=department,
            id=named.id,
            title=title,
            scope=scope,
            project=project,
            project_id=named.project if named.project != named.id else None,
            frame=frame,
            is_unlisted=is_unlisted,
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
            "部门（没有列出的，先运行 gongkai new department 登记）",
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

    def _earlier(
        self, kind: EvaluationKind | None, year: int, department: Department, named: Named,
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

    def _project(self, named: Named, department: Department, kept: Record | None) -> str:
        """The project's name: that of a document chosen before, unless an option says otherwise."""
        known = named.name or (kept.evaluation.name if kept else "")
        if known and self.answers.given.get("project") is None:
            return known
        return self.answers.get(
            "project", "项目全称（与预算批复一致）", line, self._name_of(named, department)
        )

    def _name_of(self, named: Named, department: Department) -> str:
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

    def _frame(
        self, kind: EvaluationKind, scope: Scope, earlier: Record | None
    ) -> tuple[Frame | None, bool]:
        """The frame, and whether the report goes by one that the site does not know.

        None where the kind gives no points, or the report names no frame.
        """
        given = self.answers.given.get("frame")
        if not kind.has_points:
            if given is not None:
                raise WrongUse(f"--frame：“{kind.name}”不打分，没有指标体系；请去掉这个选项")
            return None, False
        if earlier is not None and given is None:
            return (earlier.frame if earlier.evaluation.frame else None), False
        name, frame = self.answers.pick("frame", self._frames(kind, scope))
        if earlier is not None and (frame is None or frame.id != earlier.frame.id):
            used = earlier.frame.name or _UNNAMED
            raise WrongUse(
                f"--frame：{earlier.year} 年度的记录用的是“{used}”；"
                "要换指标体系，就不能沿用那一年的指标（--not-from-last-year）"
            )
        return frame, name == _UNLISTED

    def _frames(self, kind: EvaluationKind, scope: Scope) -> Menu[tuple[str, Frame | None]]:
        """Those that documents of a kind usually go by, then the answers for no such frame."""
        frames = {frame.name: frame for frame in self.content.frames}.values()
        usual, others = (
            [_offered(f) for f in frames if f.suits(kind, scope) is wanted]
            for wanted in (True, False)
        )
        none: list[_Offered] = [
            MenuEntry((_UNLISTED, None), _UNLISTED, (), "报告用的是另一套，照原表列出指标"),
            MenuEntry((_UNNAMED, None), _UNNAMED, (), "报告没有写明用哪一套指标体系"),
        ]
        known = f"（“{kind.name}”常用的；其他的可以输入名称）" if others else ""
        return Menu(f"指标体系{known}", [*usual, *none], others)


def _offered(frame: Frame) -> _Offered:
    return MenuEntry((frame.name, frame), frame.name, (frame.id,), _gist_of(frame.description))


def _title(kind: EvaluationKind, year: int, project: str | None, earlier: Record | None) -> str:
    if earlier is not None:
        return titles.of_year(earlier.head.title, earlier.year, year)
    return titles.title(kind, year, project)


def _gist_of(description: str) -> str:
    """The beginning of what a kind or frame is for."""
    return _CLAUSE.split(description)[0]
