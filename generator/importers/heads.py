"""What the head of a form says: a name, its value beside it or behind it on the line."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from generator.importers.context import Context
from generator.importers.enumerations import put_findings, put_recommendations, put_uses
from generator.importers.labels import Part
from generator.importers.ledger import Role
from generator.importers.outline import Piece
from generator.importers.ticks import chosen
from generator.importers.values import is_nothing
from generator.model.project import Scope
from generator.privacy.numbers import numbers
from generator.source import At
from generator.values.money import Unit

_CODED = re.compile(
    r"\A(?:[\[【（(]?(?P<code>\d{3,12})[\]】）)]?\s?[-—–]?\s?(?P<name>[^\d\s].{1,60})"
    r"|(?P<first>[^\d\s].{1,60}?)(?:\s?[（(\[【]|[\s-]{0,3})(?P<last>\d{3,12})[)）\]】]?\s{0,3}$)"
)
_COLON = re.compile(r"[：:]\s{0,6}")
_LONGEST = 16
_YEAR = re.compile(r"(20[0-9]{2})\s?年?度?")
_NAMES = ("project.", "bodies.", "objective.")
_UNITS = {unit.label: unit.value for unit in Unit}
PLACEHOLDER = re.compile(r"[X×Ｘ＊*○〇_]{2,}|某某|ＸＸ|x{2,}")
"""What a blank form has for a name."""


class Slot(NamedTuple):
    """A part of a piece that holds a value."""

    piece: Piece
    start: int = 0
    end: int | None = None

    @property
    def text(self) -> str:
        return self.piece.text[self.start : self.end]

    @property
    def part(self) -> tuple[int, int | None]:
        return self.start, self.end


def place(context: Context, field: str, slot: Slot, at: At = ()) -> None:
    """A value of the head to its field, at an item of the document."""
    if not slot.text.strip():
        return
    special = _SPECIAL.get(field) or _SPECIAL.get(field.partition(".")[0])
    if context.labels.field(Part.HEAD, slot.text) and field.startswith(_NAMES):
        context.label(slot.piece, *slot.part)  # the next name of a form that nobody filled in
    elif PLACEHOLDER.search(slot.text) and len(slot.text) < 40:  # noqa: PLR2004 -- a name, no prose
        context.label(slot.piece, *slot.part)
    elif special is not None:
        special(context, field, slot, at)
    else:
        _plain(context, field, slot, at)


def _plain(context: Context, field: str, slot: Slot, at: At) -> None:
    name = tuple(field.split("."))
    text = slot.text.strip()
    if field.startswith("project.name"):
        text = "".join(text.split("\n"))
    context.put((*at, *name), slot.piece, text, slot.part)


def _body(context: Context, field: str, slot: Slot, at: At) -> None:
    """A body with its role, its code apart."""
    if is_nothing(slot.text):
        context.label(slot.piece, *slot.part)
        return
    n = context.gathering.length(*at, "bodies")
    text = slot.text.lstrip()
    blank = len(slot.text) - len(text)
    coded = _CODED.match(text)
    if coded is not None and text[coded.end() :].strip():
        coded = None
    if coded is None and any(True for _ in numbers(slot.text)):
        context.leave_out(slot.piece, *slot.part)
        return
    body: At = (*at, "bodies", n)
    context.put((*body, "role"), slot.piece, field.partition(".")[2], slot.part)
    if coded is None:
        context.put((*body, "name"), slot.piece, "".join(slot.text.split()), slot.part)
        return
    for name, group in (("name", "first"), ("name", "name"), ("code", "last"), ("code", "code")):
        if coded[group]:
            start, end = coded.span(group)
            part = (slot.start + blank + start, slot.start + blank + end)
            context.put((*body, name), slot.piece, coded[group].strip(), part)


def _year(context: Context, field: str, slot: Slot, at: At) -> None:
    del field
    if match := _YEAR.search(slot.text):
        context.put((*at, "year"), slot.piece, match[1], slot.part)


def _grade(context: Context, field: str, slot: Slot, at: At) -> None:
    ticked = chosen(slot.text)
    text = ticked[0] if ticked and len(ticked) == 1 else slot.text.strip()
    if is_nothing(text):
        context.label(slot.piece, *slot.part)
    else:
        context.put((*at, *field.split(".")), slot.piece, text, slot.part)


def _unit(context: Context, field: str, slot: Slot, at: At) -> None:
    """The unit of money; a body that fills in a form stands behind 单位 too."""
    del field
    text = "".join(slot.text.split()).removeprefix("人民币")
    if text in _UNITS:
        context.put((*at, "funds", "unit"), slot.piece, _UNITS[text], slot.part)
    else:
        _body(context, "bodies.填报单位", slot, at)


def _listed(context: Context, field: str, slot: Slot, at: At) -> None:
    """A word out of a list, where it is one: other texts behind such names mean other things."""
    text, declared = "".join(slot.text.split()), context.declared
    words = {
        "evaluation_type": {one.name: one.english for one in declared.kinds},
        "scope": {one.label: one.value for one in Scope},
        "frame": {one.name: one.name for one in declared.frames},
    }[field]
    if text in words:
        context.put((*at, field), slot.piece, words[text], slot.part)


def _findings(context: Context, field: str, slot: Slot, at: At) -> None:
    match field:
        case "findings":
            put_findings(context, [slot.piece], at, slot.part)
        case "recommendations":
            put_recommendations(context, [slot.piece], at, slot.part)
        case _:
            put_uses(context, [slot.piece], at, slot.part)


_SPECIAL: Mapping[str, Callable[[Context, str, Slot, At], None]] = {
    "bodies": _body,
    "year": _year,
    "result.grade": _grade,
    "funds.unit": _unit,
    "evaluation_type": _listed,
    "scope": _listed,
    "frame": _listed,
    "findings": _findings,
    "recommendations": _findings,
    "uses": _findings,
}


class Pair(NamedTuple):
    """A name and the value behind it on one line."""

    part: Part
    field: str
    name: Slot
    value: Slot


def pairs_in(context: Context, piece: Piece) -> Iterator[Pair]:
    """The names and values of a line such as `填报单位：甲局  金额单位：万元`."""
    found: list[tuple[Part, str, int, int]] = []
    for colon in _COLON.finditer(piece.text):
        last = found[-1][3] if found else 0
        if named := _name_before(context, piece.text, last, colon.start()):
            found.append((*named, colon.end()))
    for n, (part, field, start, value) in enumerate(found):
        end = found[n + 1][2] if n + 1 < len(found) else len(piece.text)
        yield Pair(part, field, Slot(piece, start, value), Slot(piece, value, end))


def _name_before(context: Context, text: str, first: int, end: int) -> tuple[Part, str, int] | None:
    """The longest name that ends before a colon: names may follow values without a blank."""
    end = first + len(text[first:end].rstrip())
    for start in range(max(first, end - _LONGEST), end - 1):
        if text[start].isspace():
            continue
        for part in (Part.PERSONS, Part.HEAD):
            if field := context.labels.field(part, text[start:end]):
                return part, field, start
    return None


def take_line(context: Context, piece: Piece, at: At = ()) -> bool:
    """Place the pairs of a line; whether it is made of them."""
    pairs = tuple(pairs_in(context, piece))
    if not pairs or pairs[0].name.start > 0:
        return False
    for pair in pairs:
        context.label(piece, *pair.name.part)
        if pair.part is Part.PERSONS:
            leave_out(context, pair.value)
        else:
            place(context, pair.field, pair.value, at)
    return True


def take_persons(context: Context, piece: Piece) -> bool:
    """Leave out a line that says who made a document and how to reach them: `（联系人：…）`.

    Whether it is one; a date among the names is placed.
    """
    text = piece.text.strip()
    if not text or len(text) > _LONGEST_CONTACT or "。" in text:
        return False
    pairs = tuple(pairs_in(context, piece))
    if not pairs or pairs[0].part is not Part.PERSONS:
        return False
    if piece.text[: pairs[0].name.start].strip(" \t\u3000（("):
        return False
    for pair in pairs:
        context.label(piece, *pair.name.part)
        if pair.part is Part.PERSONS:
            leave_out(context, pair.value)
        else:
            place(context, pair.field, pair.value)
    context.label(piece, 0, pairs[0].name.start)
    return True


_LONGEST_CONTACT = 120


def leave_out(context: Context, slot: Slot) -> None:
    """Keep what stands behind the name of a person's field out of the draft."""
    if is_nothing(slot.text):
        return
    ledger = context.gathering.ledger
    start, end = slot.part
    ledger.claim(ledger.span(slot.piece, start, end), Role.LEFT_OUT)
