"""What the head of a form says: a name, its value beside it or behind it on the line."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.importers.context import Context
from generator.importers.days import DAY
from generator.importers.ledger import Role
from generator.importers.outline import Paragraph, Piece
from generator.importers.part import Part
from generator.importers.placing import Slot, place
from generator.importers.values import is_nothing
from generator.source import At

_COLON = re.compile(r"[：:]\s{0,6}")
_GAP = re.compile(r"\S\s{2,}\S{2}")
_LONGEST = 16
_OTHER_NAME = re.compile(r"[ \t\u3000]{1,40}[\u4e00-\u9fff]{2,8}[：:]")
"""A name on the same line that is of no field: the value before it ends there."""
_BEHIND_SEAL = re.compile(rf"{_OTHER_NAME.pattern}|(?<=[）)])[\u4e00-\u9fff]{{2,8}}[：:]")
"""The same behind who signed, whose seal may stand between."""
_BETWEEN = " \t\u3000，,；;"
"""What parts a value from the next name."""


class Pair(NamedTuple):
    """A name and the value behind it on one line."""

    part: Part
    field: str
    name: Slot
    value: Slot


def pairs_in(context: Context, piece: Piece) -> Iterator[Pair]:
    """The names and values of a line such as `填报单位：甲局  金额单位：万元`."""
    found: list[tuple[Part, str, int, int]] = []
    of_page = (Part.PAGE,) if isinstance(piece, Paragraph) else ()
    parts = (Part.PERSONS, Part.HEAD, *of_page)
    for colon in _COLON.finditer(piece.text):
        last = found[-1][3] if found else 0
        if named := _name_before(context, piece.text, last, colon.start(), parts):
            found.append((*named, colon.end()))
    for n, (part, field, start, value) in enumerate(found):
        is_last = n + 1 == len(found)
        end = len(piece.text) if is_last else found[n + 1][2]
        end = end if is_last else value + len(piece.text[value:end].rstrip(_BETWEEN))
        ends = _BEHIND_SEAL if _is_body(part, field) else _OTHER_NAME
        if (other := ends.search(piece.text, value, end)) is not None:
            end = other.start()
        time = _TIME_BEHIND.search(piece.text, value, end) if _is_body(part, field) else None
        end = time.start() if time else end
        yield Pair(part, field, Slot(piece, start, value), Slot(piece, value, end))
        if time is not None:
            kind = "year" if time["year"] else "day"
            nameless = Slot(piece, time.start(), time.start(kind))
            yield Pair(Part.HEAD, _OF_TIME[kind], nameless, Slot(piece, *time.span(kind)))


_OF_TIME = {"day": "disclosure.issued", "year": "year"}
_TIME_BEHIND = re.compile(
    r"(?:(?<=[\u4e00-\u9fff）)])[ \t\u3000]{0,60}|(?<=\d)[ \t\u3000]{1,60})"
    rf"(?:(?P<day>{DAY.pattern})|[（(]?(?P<year>20[0-9]{{2}})\s?年度?[）)]?)(?=\s{{0,9}}\Z)"
)
"""When a form was signed, or of which year it is, behind who signed: `某局　　2024年7月3日`."""


def _is_body(part: Part, field: str) -> bool:
    """Whether what stands behind a name is somebody, who may have signed."""
    return part is Part.PERSONS or field.startswith(("bodies.", "evaluator", "project.unit"))


def _name_before(
    context: Context, text: str, first: int, end: int, parts: Iterable[Part]
) -> tuple[Part, str, int] | None:
    """The longest name that ends before a colon: names may follow values without a blank."""
    end = first + len(text[first:end].rstrip())
    for start in range(max(first, end - _LONGEST), end - 1):
        if text[start].isspace() or text[start].isdigit():
            continue
        if _GAP.search(text[start:end]):
            continue
        for part in parts:
            if field := context.labels.field(part, text[start:end]):
                return part, field, start
    return None


def take_line(context: Context, piece: Piece, at: At = ()) -> bool:
    """Place the pairs of a line; whether it is made of them."""
    pairs = tuple(pairs_in(context, piece))
    if not pairs or (pairs[0].name.start > 0 and not _is_pair(piece.text[: pairs[0].name.start])):
        return False
    for pair in pairs:
        context.label(piece, *pair.name.part)
        is_told = pair.part is Part.PAGE and _is_filed(context, pair.field, at)
        if pair.field == "none" or is_told:
            context.label(piece, *pair.value.part)
        elif pair.part is Part.PERSONS:
            leave_out(context, pair.value)
        else:
            place(context, pair.field, pair.value, at)
    return True


def _is_filed(context: Context, field: str, at: At) -> bool:
    """Whether a page says by its usual name what it is filed under, beside other such names."""
    return field == _SUBJECT and context.gathering.has(*at, *field.split("."))


_SUBJECT = "disclosure.subject"


def names_subject(context: Context, piece: Piece) -> bool:
    """Whether a line says by the usual name what a page is filed under."""
    return any(one.part is Part.HEAD and one.field == _SUBJECT for one in pairs_in(context, piece))


def _is_pair(text: str) -> bool:
    """Whether a text is a value behind a name that nothing is known of."""
    return _UNKNOWN.fullmatch(text) is not None


_UNKNOWN = re.compile(r"\s{0,8}[\u4e00-\u9fff]{2,8}\s?[：:]\s{0,4}[^\s：:]{0,30}\s{1,20}")


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
