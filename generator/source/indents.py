"""How far lines are indented, with what, and what hangs on them."""

import re
from collections.abc import Iterator, Sequence

from generator.source.faults import Fault, syntax
from generator.source.mark import Mark

TAB = re.compile(r"^ *(?P<sign>\t)")
ODD_BLANK = re.compile(r"^[ \t]*(?P<sign>[^\S \t]|[\u00ad\u200b-\u200d\u2060\ufeff])")
ENTRY = re.compile(
    r"""^(?P<blanks> *)(?P<dashes>(?:-[ ]+)*+)(?P<key>['"]?[^\s'"#][^:：'"]*['"]?:(?:\s|$))?"""
)
"""The beginning of an entry: its dashes, and its key if it has one."""

_STEP = "  "
_FAR = 30
"""Lines above in which the column of a line is looked for, and columns to its right."""
_INDENT = re.compile(r"(?:\s|[\u00ad\u200b-\u200d\u2060\ufeff])*")
_WIDE = "\u3000"


def tab(mark: Mark, lines: Sequence[str]) -> Fault:
    """Explain a tab before the text of a line."""
    remedy = "请改用空格，每层两个"
    return syntax(mark, "这一行用制表符（Tab）缩进", remedy, straightened(lines, mark.line))


def odd_blank(mark: Mark, sign: str, lines: Sequence[str]) -> Fault:
    """Explain a blank before the text of a line that YAML takes for a letter."""
    name = "全角空格" if sign == _WIDE else f"特殊空白 U+{ord(sign):04X}"
    remedy = "请改用半角空格，每层两个"
    return syntax(mark, f"这一行用{name}缩进", remedy, straightened(lines, mark.line))


def indent(line: str) -> int:
    """How many blanks stand before the text of a line."""
    return len(line) - len(line.lstrip(" "))


def level(line: str) -> int:
    """How far a line may be indented that does not belong to the value of this one."""
    found = ENTRY.match(line)
    if found is None or found["key"] is None:
        return indent(line) if found and found["dashes"] else indent(line) - 1
    return found.start("key")


def below(lines: Sequence[str], number: int, outer: int) -> range:
    """Numbers of the lines behind one that are indented further than `outer`."""
    end = number + 1
    while end <= len(lines) and (not lines[end - 1].strip() or indent(lines[end - 1]) > outer):
        end += 1
    return range(number + 1, end)


def aligned(lines: Sequence[str], number: int) -> Iterator[str]:
    """The line at the nearest column at which something like it stands above, if it is not there.

    A dash lines up with dashes, a key with keys.
    """
    line = lines[number - 1]
    text, own = line.lstrip(" "), indent(line)
    columns: set[int] = set()
    outer = own + _FAR
    for above in reversed(lines[max(0, number - 1 - _FAR) : number - 1]):
        entry = ENTRY.match(above)
        if entry is None or not above.strip() or indent(above) > outer:
            continue
        outer = indent(above)
        if text.startswith("- ") == bool(entry["dashes"]):
            columns.add(outer)
        if entry["key"] and not text.startswith("- "):
            columns.add(entry.start("key"))
    nearest = min(columns, key=lambda column: (abs(column - own), -column), default=own)
    if nearest != own:
        yield " " * nearest + text


def straightened(lines: Sequence[str], number: int) -> str:
    """The line with plain blanks: as many as line up with the line above, where that can be."""
    line = lines[number - 1]
    typed = _INDENT.match(line)
    blanks = typed[0] if typed else ""
    text = line[len(blanks) :]
    narrow = "".join(_STEP if sign == "\t" else " " for sign in blanks)
    wide = narrow + " " * blanks.count(_WIDE)
    above = next((line for line in reversed(lines[: number - 1]) if line.strip()), "")
    near = {indent(above), level(above), level(above) + len(_STEP)}
    return (wide if len(wide) in near and len(narrow) not in near else narrow) + text
