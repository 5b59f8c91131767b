"""What a new record is about and which id it gets: a project known already, or a new one."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from generator.cli.new.answers import Answers, UnfitAnswerError, line, slug
from generator.cli.new.readers import there_already
from generator.intake.content import Content
from generator.intake.records import Record
from generator.model.kinds import Block, EvaluationKind
from generator.model.register import Department
from generator.scaffold.draft import known_projects, of_line, project_of
from generator.scaffold.ids import proposed, unused
from generator.scaffold.titles import bare, is_title
from generator.values.names import folded
from generator.values.text import half_width, shown

_HAN = re.compile(r"[\u3400-\u9fff]")
"""Whoever types these types a name: an id has none."""
_QUESTION = "记录编号，即网址的一部分"


@dataclass(frozen=True, slots=True)
class Named:
    """What the document is about: its id, and the project as far as it is known."""

    id: str
    project: str | None
    """The project's id."""
    name: str = ""
    """The project's name, where it was asked for."""
    title: str = ""
    """What was typed for the name and is a whole title."""


@dataclass(frozen=True, slots=True)
class Naming:
    """The questions about what a document of a department and year is about."""

    answers: Answers
    content: Content
    folder: Path
    year: int
    department: Department

    def named(self, kind: EvaluationKind | None, related: Record | None) -> Named:
        """The id of an earlier document of the project, or a new one; its file is not there yet."""
        if related is not None and kind is not None:
            project = project_of(related)
            return Named(self._id(unused(f"{project}-{kind.id}", self._files())), project)
        if kind is not None and Block.ITEMS in kind.required:
            return Named(self._id(unused(kind.id, self._files())), None)
        before = known_projects(self._line(), self.year, kind)
        if self.answers.given.get("id") is not None:
            return self._known_by_id(self._id(""), before)
        self._list(before)
        if self.answers.given.get("project") is not None:
            return self._called(self.answers.get("project", "", line), kind, before)
        return self._asked(kind, before)

    def _asked(self, kind: EvaluationKind | None, before: Sequence[Record]) -> Named:
        """By the number of a project, by an id or by a new project's name, whichever is typed."""
        question = "项目全称（与预算批复一致），或编号，如 night-opening"
        if before:
            question = "是其中之一就输入序号；是新项目就输入项目全称，或编号，如 night-opening"

        def read(typed: str) -> Named | str:
            number = half_width(typed).strip()
            if number.isdecimal():
                return self._chosen(number, kind, before)
            if _HAN.search(typed):
                return line(typed)
            return self._known_by_id(self._fresh(typed), before)

        found = self.answers.get("id", question, read)
        if isinstance(found, Named):
            return found
        name = bare(found)
        if name != found:
            name = self.answers.get("", "项目全称不带年度和文件名称，可以改", line, name)
        named = self._called(name, kind, before)
        return replace(named, title=found if is_title(found) else "")

    def _called(self, name: str, kind: EvaluationKind | None, before: Sequence[Record]) -> Named:
        """A project by its name: known by it already, or with an id proposed for it."""
        same = next((r for r in before if folded(r.evaluation.name) == folded(name)), None)
        if same is not None:
            project, offered = project_of(same), self._following(same, kind)
            click.echo(f"{same.year} 年度有同一项目的记录，编号是 {same.id}。")
            return Named(self._id(offered), project, name)
        return Named(self._id(proposed(bare(name), self._taken())), None, name)

    def _chosen(self, number: str, kind: EvaluationKind | None, before: Sequence[Record]) -> Named:
        if not 1 <= int(number) <= len(before):
            raise UnfitAnswerError(f"没有序号 {number}")
        record = before[int(number) - 1]
        return Named(self._fresh(self._following(record, kind)), project_of(record))

    def _following(self, record: Record, kind: EvaluationKind | None) -> str:
        """The id of a further document of a record's project."""
        if kind is None or record.kind.id == kind.id:
            return record.id
        return unused(f"{project_of(record)}-{kind.id}", self._files())

    def _known_by_id(self, number: str, before: Sequence[Record]) -> Named:
        return Named(number, number if number in map(project_of, before) else None)

    def _list(self, before: Sequence[Record]) -> None:
        if before:
            click.echo("已有的项目：")
        for n, record in enumerate(before, 1):
            name = shown(record.evaluation.name)
            click.echo(f"  {n}. {name}　{project_of(record)}（{record.year}）")

    def _id(self, offered: str) -> str:
        question = _QUESTION if offered else f"{_QUESTION}，如 night-opening"
        return self.answers.get("id", question, self._fresh, offered)

    @property
    def _fresh(self) -> Callable[[str], str]:
        """A reader of ids whose file is not there yet."""

        def read(typed: str) -> str:
            name = slug(typed)
            file = self.folder / "records" / str(self.year) / self.department.id / f"{name}.yml"
            if file.exists():
                path = file.relative_to(self.folder.parent).as_posix()
                raise UnfitAnswerError(there_already(path))
            return name

        return read

    def _line(self) -> list[Record]:
        return of_line(self.content.records, self.content.departments, self.department.id)

    def _files(self) -> frozenset[str]:
        """The ids of this department's records of the year, of those that cannot be read too."""
        records = self.folder / "records" / str(self.year) / self.department.id
        return frozenset(file.stem for file in records.glob("*.yml"))

    def _taken(self) -> frozenset[str]:
        """The ids that mean another project of this department, in whichever year."""
        line = self._line()
        return self._files() | {r.id for r in line} | {project_of(r) for r in line}
