"""Projects told in fixed headings without a table: 项目概述, 立项依据, 实施主体, 年度预算安排."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.importers.context import Context
from generator.importers.ordinals import Ordinal, Style, ordinal
from generator.importers.outline import Paragraph
from generator.importers.part import Part
from generator.importers.prose import told_funds
from generator.importers.prose.whole import Years
from generator.importers.values import is_nothing
from generator.source import At

_LEAST = 4
"""Headings that make a narrative; fewer stand in reports too."""
_FUNDS, _NAME = "funds", "project.name"
_LONGEST_NAME = 60
_COUNTED = re.compile(r"项目\s?(?:[一二三四五六七八九十]{1,3}|\d{1,3})\s?[：:、.．]\s?(?=[^\d\s])")
"""The name of a project behind its number: `项目一：校园足球`."""


@dataclass(slots=True)
class _Told:
    """What stands below one heading, or behind it on the line."""

    name: str
    """The field it fills."""
    heading: Paragraph
    start: int
    """Where the heading ends and what it tells begins."""
    body: list[Paragraph] = field(default_factory=list)

    @property
    def parts(self) -> list[tuple[Paragraph, int]]:
        """The texts, each with where it begins."""
        own = [(self.heading, self.start)] if self.heading.text[self.start :].strip() else []
        return [*own, *((one, 0) for one in self.body)]


@dataclass(slots=True)
class _Project:
    title: Paragraph | None
    told: list[_Told] = field(default_factory=list)

    @property
    def fields(self) -> set[str]:
        return {one.name for one in self.told}

    @property
    def is_whole(self) -> bool:
        """Whether it has headings enough, and one for its money."""
        return len(self.fields) >= _LEAST and _FUNDS in self.fields


def read(context: Context, paragraphs: Sequence[Paragraph], years: Years) -> int:
    """Put an item for each project, or the only one as the document's own; how many there are."""
    projects = [one for one in _projects(context, paragraphs) if one.is_whole]
    for n, project in enumerate(projects):
        at: At = ("items", n) if len(projects) > 1 else ()
        if at:
            piece = project.title or project.told[0].heading
            context.put((*at, "id"), piece, f"item-{n + 1}", (0, 0))
        _put(context, project, years, at)
    return len(projects)


def _projects(context: Context, paragraphs: Sequence[Paragraph]) -> Iterator[_Project]:
    current = _Project(None)
    heading: Paragraph | None = None
    style: Style | None = None
    for paragraph in paragraphs:
        number = ordinal(paragraph.text.lstrip())
        told = _told(context, paragraph, number)
        if told is not None:
            if told.name in current.fields or (told.name == _NAME and current.told):
                yield current
                current = _Project(heading)
            elif not current.told:
                current.title = heading
            current.told.append(told)
            style, heading = number.style if number else None, None
        elif not current.told or _ends(paragraph, number, style):
            if current.told:
                yield current
                current = _Project(None)
            heading = paragraph
        else:
            current.told[-1].body.append(paragraph)
    yield current


def _ends(paragraph: Paragraph, number: Ordinal | None, style: Style | None) -> bool:
    """Whether a line is the heading of the next project: of a higher habit of numbering."""
    is_short = len(paragraph.text.strip()) <= _LONGEST_NAME and "。" not in paragraph.text
    if not is_short or paragraph.text.rstrip()[-1:] in "；;：:，,":
        return False
    if number is not None and style is not None:
        return number.style.value < style.value
    return bool(paragraph.level) or (number is not None and style is None)


def _told(context: Context, paragraph: Paragraph, number: Ordinal | None) -> _Told | None:
    text = paragraph.text
    first = len(text) - len(text.lstrip()) + (number.end if number else 0)
    if (counted := _COUNTED.match(text[first:])) is not None:
        return _Told(_NAME, paragraph, first + counted.end())
    name, colon, _ = text[first:].replace(":", "：").partition("：")
    field_ = context.labels.field(Part.NARRATIVE, name) if name.strip() else None
    if field_ is None:
        return None
    return _Told(field_, paragraph, first + len(name) + len(colon))


def _put(context: Context, project: _Project, years: Years, at: At) -> None:
    if _NAME not in project.fields and project.title is not None:
        text = project.title.text
        number = ordinal(text.lstrip())
        start = len(text) - len(text.lstrip()) + (number.end if number else 0)
        name = text[start:].strip().rstrip("：:")
        context.label(project.title, 0, start)
        end = start + len(text[start:].rstrip().rstrip("：:"))
        context.put((*at, "project", "name"), project.title, name, (start, end))
    for told in project.told:
        context.label(told.heading, 0, told.start)
        parts = [part for part in told.parts if not is_nothing(part[0].text[part[1] :])]
        if told.name == _FUNDS:
            told_funds.read_planned(context, parts, years, at)
        elif parts:
            ledger = context.gathering.ledger
            spans = [ledger.span(piece, start) for piece, start in parts]
            text = "\n\n".join(ledger.text(span).strip() for span in spans)
            context.put_spans((*at, *told.name.split(".")), text, spans)
