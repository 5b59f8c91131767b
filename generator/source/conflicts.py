"""What Git leaves in a file where two people changed the same lines: both versions, with marks."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.source.faults import Fault, shorten
from generator.source.mark import Mark

_BEGINS, _BASE, _PARTS, _ENDS = "<<<<<<<", "|||||||", "=======", ">>>>>>>"
_MARK = re.compile(r"(?:<{7}|\|{7}|>{7})(?: |$)|={7}$")
"""At the beginning of a line; nothing else in a file looks like it."""
_SEVERAL = re.compile(r"(?m)^(?:<{7}|>{7})(?: |$)")


class Conflict(NamedTuple):
    """Numbers of the lines that hold its marks; None for one that is missing."""

    begins: int | None
    parts: int | None
    ends: int | None
    base: int | None = None


def may_hold(text: str) -> bool:
    """Whether a whole file has a mark of Git in it."""
    return (_BEGINS in text or _ENDS in text) and _SEVERAL.search(text) is not None


def resolved(text: str) -> tuple[str, tuple[Fault, ...]]:
    """The text with the upper version of each conflict only, on the same lines; what to say."""
    lines = text.split("\n")
    faults: list[Fault] = []
    for conflict in _conflicts(lines):
        faults.append(_fault(conflict, lines))
        for number in _dropped(conflict, len(lines)):
            lines[number - 1] = ""
    return "\n".join(lines), tuple(faults)


def _conflicts(lines: Sequence[str]) -> Iterator[Conflict]:
    here = Conflict(None, None, None)
    for number, line in enumerate(lines, 1):
        if not _MARK.match(line):
            continue
        sign = line[: len(_BEGINS)]
        if sign == _BEGINS:
            if here != (None, None, None, None):
                yield here
            here = Conflict(number, None, None)
        elif sign == _BASE and here.begins:
            here = here._replace(base=number)
        elif sign == _PARTS and (here.begins or _ends_below(lines, number)):
            here = here._replace(parts=number)
        elif sign == _ENDS:
            yield here._replace(ends=number)
            here = Conflict(None, None, None)
    if here != (None, None, None, None):
        yield here


def _ends_below(lines: Sequence[str], number: int) -> bool:
    """Whether a conflict whose beginning is gone ends below; a line of signs is no mark alone."""
    return any(line.startswith(_ENDS) for line in lines[number:])


def _dropped(conflict: Conflict, last: int) -> Iterator[int]:
    """The marks, and all between the upper version and the end."""
    begins, parts, ends, base = conflict
    yield from (number for number in (begins, parts, ends) if number)
    lower = base or parts
    if lower is not None:
        yield from range(lower, (ends or parts or last) + 1)


def _fault(conflict: Conflict, lines: Sequence[str]) -> Fault:
    begins, parts, ends, base = conflict
    first = begins or parts or ends or 1
    named = "、".join(f"第 {n} 行「{lines[n - 1][: len(_BEGINS)]}」" for n in conflict if n)
    sides = ""
    if begins and parts and ends:
        upper = lines[begins : (base or parts) - 1]
        lower = lines[parts : ends - 1]
        sides = f"，上面是{_told(upper)}，下面是{_told(lower)}"
    return Fault(
        "yaml-syntax",
        Mark(first, 1),
        f"这里是 Git 合并时没有解决的冲突，两个人的改动都留在文件里（{named}）{sides}",
        "请在上下两种内容中保留正确的一种，再删去这几行标记",
    )


def _told(lines: Sequence[str]) -> str:
    """The first line of a version that says anything."""
    said = next((line.strip() for line in lines if line.strip()), "")
    return f"「{shorten(said)}」" if said else "空的"
