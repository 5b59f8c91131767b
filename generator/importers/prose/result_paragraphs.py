"""Numbered paragraphs of a notice, each of which names a project and tells all of its result."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.importers.context import Context
from generator.importers.ordinals import ordinal
from generator.importers.outline import Paragraph
from generator.importers.part import Part
from generator.importers.placing import Slot, place
from generator.importers.prose import told_funds, told_scores
from generator.importers.prose.whole import Years
from generator.source import At
from generator.values.text import half_width

_HEAD = re.compile(
    r"\s{0,4}(?P<name>[^，,。；;：:（()）\n]{3,40}?)\s?"
    r"(?:[（(]\s?(?:(?P<role>[\u4e00-\u9fff]{2,8})\s?[：:]\s?)?(?P<body>[^（()）：:，,；;\d]{3,30})[）)]\s?)?"
    r"[：:，,。]"
)
"""`1.甲项目（主管部门：某局）：预算资金360万元，评价得分90.8分`."""
_NO_NAME = re.compile(
    r"\d|平均|得分|评分|总分$|情况|结果|问题|建议|要求|(?:方面|指标|维度)$"
    r"|^(?:项目)?(?:决策|过程|投入|产出|效益|效果|管理|满意度)|^(?:其中|各|本|该|全部)"
)


class Told(NamedTuple):
    """A paragraph of one project."""

    paragraph: Paragraph
    start: int
    """Where its name begins."""
    head: re.Match[str]


def found(paragraphs: Iterable[Paragraph]) -> list[Told]:
    """The paragraphs that begin with a number and a name, and tell the points of one whole."""
    return list(_found(paragraphs))


def _found(paragraphs: Iterable[Paragraph]) -> Iterator[Told]:
    for paragraph in paragraphs:
        text = paragraph.text
        blank = len(text) - len(text.lstrip())
        number = ordinal(text[blank:])
        start = blank + number.end if number else 0
        head = _HEAD.match(text[start:]) if number else None
        if head is None or _NO_NAME.search(head["name"]):
            continue
        if told_scores.totals(text[start + head.end() :]) == 1:
            yield Told(paragraph, start, head)


def put(context: Context, one: Told, years: Years, number: int) -> None:
    """The item of a paragraph: its name and whose it is, its money, points and grade."""
    item: At = ("items", number)
    piece, name = one.paragraph, one.head["name"].strip()
    context.label(piece, 0, one.start)
    context.put((*item, "id"), piece, f"item-{number + 1}", (0, 0))
    part = (one.start + one.head.start("name"), one.start + one.head.end("name"))
    context.put((*item, "project", "name"), piece, name, part)
    field = context.labels.field(Part.HEAD, one.head["role"]) if one.head["role"] else None
    if field is not None and field.startswith(("bodies.", "project.unit", "evaluator")):
        start, end = (one.start + at for at in one.head.span("body"))
        place(context, field, Slot(piece, start, end), item)
    told_scores.read(context, [piece], years, name, item)
    told_funds.read(context, [piece], years, half_width(f"{name}\n{one.head[0]}"), item)
