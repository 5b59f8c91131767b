"""A value of a form's head to its field, in whichever spelling forms have it."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from generator.importers import advice_or_uses
from generator.importers.blanks import is_note, is_unfilled
from generator.importers.context import Context
from generator.importers.days import DAY, day_of, period_in
from generator.importers.enumerations import put_findings, put_recommendations, put_uses
from generator.importers.graded_totals import put_points
from generator.importers.grades import GRADES
from generator.importers.outline import Piece
from generator.importers.part import Part
from generator.importers.ticks import chosen
from generator.importers.values import UNITS, says_none
from generator.model.project import Scope
from generator.privacy.numbers import numbers
from generator.source import At

_CODED = re.compile(
    r"\A(?:[\[【（(]?(?P<code>\d{3,12})[\]】）)]?\s?[-—–]?\s?(?P<name>[^\d\s].{1,60})"
    r"|(?P<first>[^\d\s].{1,60}?)(?:\s?[（(\[【]|[\s-]{0,3})(?P<last>\d{3,12})[)）\]】]?\s{0,3}$)"
)
_YEAR = re.compile(r"(20[0-9]{2})\s?年?度?")
_NAMES = ("project.", "bodies.", "objective.")
_SEAL = re.compile(r"\s?[（(]\s?(?:单位|部门)?(?:盖章|公章|签章|章|印章)\s?[）)]\s{0,9}$")


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
    elif is_unfilled(slot.text) or _SEAL.fullmatch(slot.text.strip()):
        context.label(slot.piece, *slot.part)
    elif special is not None:
        special(context, field, slot, at)
    else:
        _plain(context, field, slot, at)


def _subject(context: Context, field: str, slot: Slot, at: At) -> None:
    """What a page is filed under; some have below that name whether it is published of itself."""
    is_openness = _OPENNESS.fullmatch(slot.text.strip()) is not None
    _plain(context, "disclosure.openness" if is_openness else field, slot, at)


def _publisher(context: Context, field: str, slot: Slot, at: At) -> None:
    """Who published; of a page its own site is nobody: `信息来源：本网`."""
    known = context.gathering.values.get((*at, *field.split(".")))
    is_known = known is not None and is_short_for(slot.text.strip(), known.text)
    if is_known or _OWN_SITE.fullmatch(slot.text.strip()):
        context.label(slot.piece, *slot.part)
    else:
        _plain(context, field, slot, at)


def is_short_for(name: str, whole: str) -> bool:
    """Whether a body is called by the end of its name, without the name of its region."""
    before = _REGION if _OF_REGION.match(name) else _REGIONS
    return whole.endswith(name) and before.fullmatch(whole[: -len(name)]) is not None


_REGION = re.compile("[\u4e00-\u9fff]{2,8}")
_OF_REGION = re.compile("[省市州盟县区旗镇乡](?![省市州盟县区旗镇乡])[\u4e00-\u9fff]{2}")
"""How a body is called that leaves out what its region is called: `县教育局`."""


_REGIONS = re.compile("(?:[\u4e00-\u9fff]{2,8}?[省市州盟县区旗镇乡]){1,3}")
_OWN_SITE = re.compile("本网|本站|本网站|本站原创|原创|网站|网络|互联网|转载|其他")
_OPENNESS = re.compile("(?:主动|依申请|不予)公开")


def _plain(context: Context, field: str, slot: Slot, at: At) -> None:
    name = tuple(field.split("."))
    slot = _unsealed(context, slot) if field in _SEALED else slot
    text = slot.text.strip()
    if field.startswith("project.name"):
        text = "".join(text.split("\n"))
    context.put((*at, *name), slot.piece, text, slot.part)


_SEALED = frozenset(("evaluator", "project.unit"))
"""Bodies that are no entries of a list, and sign all the same."""


def _unsealed(context: Context, slot: Slot) -> Slot:
    """A body without the word for its seal behind it."""
    seal = _SEAL.search(slot.text)
    if seal is None:
        return slot
    start = slot.start + seal.start()
    context.label(slot.piece, start, start + len(seal[0]))
    return slot._replace(end=start)


def _body(context: Context, field: str, slot: Slot, at: At) -> None:
    """A body with its role, its code apart."""
    if says_none(slot.text):
        context.label(slot.piece, *slot.part)
        return
    slot = _unsealed(context, slot)
    if field == "bodies.填报单位" and FIRM.search(slot.text) and not at:
        context.put(("evaluator",), slot.piece, "".join(slot.text.split()), slot.part)
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
    if _is_known(context, field.partition(".")[2], slot, at):
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


FIRM = re.compile("事务所|咨询(?:有限|股份|服务)|评估有限|造价有限")
"""Who evaluates for others, and reports on nothing of his own."""


def _is_known(context: Context, role: str, slot: Slot, at: At) -> bool:
    """Whether a body was named before in the same role; then the place is one more of it."""
    values = context.gathering.values
    for n in range(context.gathering.length(*at, "bodies")):
        known, name = (values.get((*at, "bodies", n, key)) for key in ("role", "name"))
        if known is None or name is None or known.text != role:
            continue
        if name.text == "".join(slot.text.split()):
            context.put((*at, "bodies", n, "name"), slot.piece, name.text, slot.part)
            return True
    return False


def _year(context: Context, field: str, slot: Slot, at: At) -> None:
    del field
    if match := _YEAR.search(slot.text):
        context.put((*at, "year"), slot.piece, match[1], slot.part)


def _grade(context: Context, field: str, slot: Slot, at: At) -> None:
    ticked = chosen(slot.text)
    text = ticked[0] if ticked and len(ticked) == 1 else slot.text.strip()
    if _GRADE.fullmatch(text) or _is_verdict(context, text, at):
        field, text = "result.grade", text.rstrip("。")
    if says_none(text):
        context.label(slot.piece, *slot.part)
    else:
        context.put((*at, *field.split(".")), slot.piece, text, slot.part)


def _is_verdict(context: Context, text: str, at: At) -> bool:
    """Whether a conclusion is one of the words that kinds have for theirs, and none is told."""
    words = {word for kind in context.declared.kinds for word in kind.verdicts}
    return text in words and not context.gathering.has(*at, "result", "grade")


_GRADE = re.compile(f"(?:{GRADES}|较差)。?")


def _total(context: Context, field: str, slot: Slot, at: At) -> None:
    put_points(context, field.removeprefix("result."), slot.piece, at, slot.part)


def _remark(context: Context, field: str, slot: Slot, at: At) -> None:
    """What else is to be said: forms print the name of it whether or not there is anything."""
    del field
    if says_none(slot.text) or is_note(slot.text):
        context.label(slot.piece, *slot.part)
    else:
        _plain(context, "result.note", slot, at)


def _period(context: Context, field: str, slot: Slot, at: At) -> None:
    """From which day to which, or the months; what says neither stays unplaced."""
    del field
    whole = slot.part
    if (found := period_in(slot.text)) is not None:
        context.put((*at, "period", "start"), slot.piece, found[0], whole)
        context.put((*at, "period", "end"), slot.piece, found[1], whole)
        return
    days = [(day_of(match[0]), match.span()) for match in DAY.finditer(slot.text)]
    if len(days) == 1:  # sums up to a day have no beginning
        day, (start, end) = days[0]
        part = (slot.start + start, slot.start + end)
        context.put((*at, "period", "end"), slot.piece, day or "", part)
        context.label(slot.piece, *whole)


def _unit(context: Context, field: str, slot: Slot, at: At) -> None:
    """The unit of money; a body that fills in a form stands behind 单位 too."""
    del field
    text = "".join(slot.text.split()).removeprefix("人民币")
    if text in UNITS:
        context.put((*at, "funds", "unit"), slot.piece, UNITS[text].value, slot.part)
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
            put_findings(context, [(slot.piece, slot.part)], at)
        case "recommendations":
            put_recommendations(context, [(slot.piece, slot.part)], at)
        case "advice_or_uses":
            advice_or_uses.put(context, slot.piece, slot.part, at)
        case _:
            put_uses(context, [(slot.piece, slot.part)], at)


_SPECIAL: Mapping[str, Callable[[Context, str, Slot, At], None]] = {
    "bodies": _body,
    "year": _year,
    "period.whole": _period,
    "result.grade": _grade,
    "result.opinion": _grade,
    "disclosure.subject": _subject,
    "disclosure.publisher": _publisher,
    "result.remark": _remark,
    "result.total": _total,
    "result.review_total": _total,
    "funds.unit": _unit,
    "evaluation_type": _listed,
    "scope": _listed,
    "frame": _listed,
    "findings": _findings,
    "recommendations": _findings,
    "uses": _findings,
    "advice_or_uses": _findings,
}
