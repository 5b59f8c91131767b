"""指标名称与指标体系只差一个字。

一项指标的名称不在所用的指标体系里，而体系同一级有一个没有用到的名称，与它只差一个字。

原因：多半是录入时打错了字；名称对不上，这一项的分值、作用和说明就都对不上，而页面上看不出来。

公式：指标体系第一、二级的名称（三个字以上），同一级没有一行写这个名称或它的别名；同一级有一行的名称不
在体系里，与它字数相同而只有一个字不同，或多一个、少一个字，或相邻两个字颠倒。同一行只提示一次。

依据：通行的核对要求：指标名称照所用体系填写。原表确实这样写的不少，只作提示。

反例：指标体系是单位自评-10-50-30-10，一级指标写“产处指标”。

正例：写“产出指标”，或体系所列的别名“产出”。

改法：核对名称；写错的，改为通行的名称；原表确实这样写的，不必改。
"""

from collections.abc import Iterator, Sequence

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.rows import Row
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.frames import FrameIndicator
from generator.source import At

SEVERITY = Severity.HINT
NEEDS = (needs.ROWS,)

_LEVELS = 2
_SHORTEST = 3


def check(subject: Subject) -> Iterator[Result]:
    """At the name, in the order of the frame."""
    said: set[At] = set()
    for level, names in enumerate(_levels(subject.frame.indicators), 1):
        rows = [row for row in subject.rows if row.level == level]
        written = {row.indicator.name for row in rows}
        strangers = [row for row in rows if subject.framed(row) is None]
        for framed in names:
            if written.isdisjoint((framed.name, *framed.aliases)):
                row = _slip_of(framed, strangers)
                if row is not None and row.path not in said:
                    said.add(row.path)
                    yield Result(
                        row.at("name"),
                        f"指标{row.name}不在指标体系里，与体系的「{framed.name}」只差一个字",
                        f"请核对；打错了字的，改为「{framed.name}」",
                        row.indicator.name,
                        framed.name,
                        meant=framed.name,
                    )


def _levels(top: Sequence[FrameIndicator]) -> Iterator[Sequence[FrameIndicator]]:
    level = tuple(top)
    for _ in range(_LEVELS):
        yield level
        level = tuple(child for indicator in level for child in indicator.children)


def _slip_of(framed: FrameIndicator, rows: Sequence[Row]) -> Row | None:
    """The row that was probably meant as this indicator of the frame."""
    names = [name for name in (framed.name, *framed.aliases) if len(name) >= _SHORTEST]
    near = (row for row in rows if any(_is_slip(row.indicator.name, name) for name in names))
    return next(near, None)


def _is_slip(typed: str, name: str) -> bool:
    """Whether one sign is another, too many or missing, or two neighbours changed places."""
    if typed == name or abs(len(typed) - len(name)) > 1:
        return False
    start = next((n for n, (a, b) in enumerate(zip(typed, name, strict=False)) if a != b), None)
    if start is None:
        return True
    rest, meant = typed[start:], name[start:]
    swapped = rest[:2][::-1] == meant[:2] and rest[2:] == meant[2:]
    return rest[1:] == meant[1:] or rest[1:] == meant or rest == meant[1:] or swapped
