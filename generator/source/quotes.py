"""Quotation marks that pair wrongly, and what stands in or behind them."""

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from generator.source.faults import Fault, shorten, syntax
from generator.source.indents import indent, level
from generator.source.mark import Mark
from generator.source.signs import in_brackets
from generator.source.spelling import quoted
from generator.values.lazily import lazily

# What stands like a further entry: a dash, or a short name with its colon.
_ENTRY = lazily(r"""^[ ]*(?:-\s|['"]?[^\s:：'"#][^:：'"]{0,40}?['"]?(?::(?=\s|$)|：))""")
_SURE_ENTRY = lazily(r"""^[ ]*(?:-[ ]+)*[^\s:：'"#-][^:：'",，。；]{0,30}:(?=\s|$)""")
_ENTRY_IN_BRACKETS = lazily(r""",\s*[^\s,:，：'"]{1,40}\s*:(?=\s|$)""")
_WIDE = MappingProxyType({"'": ("‘", "’"), '"': ("“", "”")})
"""Signs that an input method gives for the other one of a pair."""
_ENDS_IN_BRACKETS = lazily(r"(?<!\s)\s*(?:[,\]}]|$)")


def swallowing(lines: Sequence[str], start: Mark, end: Mark, *, surely: bool = False) -> bool:
    """Whether a quotation takes in what stands like further entries beside or above its own.

    `surely`: nothing else speaks for an open quote, so that there must be a key as YAML reads
    one. Text that goes on is indented further, and may hold anything.
    """
    if start.line == end.line:
        line = lines[start.line - 1]
        opened = in_brackets(line[: start.column - 1])
        return opened and bool(_ENTRY_IN_BRACKETS.search(line, start.column, end.column - 1))
    outer = level(lines[start.line - 1])
    entry = _SURE_ENTRY if surely else _ENTRY
    inside = lines[start.line : end.line]
    return any(indent(line) <= outer and entry.match(line) for line in inside)


def open_quote(start: Mark, lines: Sequence[str]) -> Fault:
    """Explain a quotation without an end; it was probably meant to end with its line.

    Not where the line below goes on with the text: nobody but its writer knows where it ends.
    """
    line = lines[start.line - 1]
    sign = line[start.column - 1 : start.column]
    what = f"引号「{sign}」没有结束"
    if in_brackets(line[: start.column - 1]):
        return syntax(start, what, f"请在这一项的末尾补上「{sign}」")
    if _goes_on(lines, start.line):
        return syntax(start, what, f"请在这段文字最后一行的末尾补上「{sign}」")
    typed = line.rstrip()
    right = f"{typed[:-1] if typed[start.column :].endswith(_WIDE[sign]) else typed}{sign}"
    shown = shorten(right[start.column - 1 :])
    return syntax(start, what, f"请在值的末尾补上「{sign}」：「{shown}」", right)


def _goes_on(lines: Sequence[str], number: int) -> bool:
    """Whether what stands below a line is no entry of its own."""
    rest = (line for line in lines[number:] if line.strip() and not line.lstrip().startswith("#"))
    below = next(rest, None)
    if below is None:
        return False
    return not _ENTRY.match(below) or indent(below) > level(lines[number - 1])


def around(start: Mark, line: str) -> Iterator[str]:
    """The line with all that follows in quotes, where it stands in no brackets."""
    before, value = line[: start.column - 1], line[start.column - 1 :]
    if not in_brackets(before):
        blanks = value[: len(value) - len(value.lstrip())]
        yield f"{before}{blanks}{quoted(value.strip())}"


def backslash(mark: Mark, line: str) -> Fault:
    """Explain an escape that there is not."""
    start = line.rfind("\\", 0, mark.column)
    return syntax(
        Mark(mark.line, start + 1),
        f"双引号里的反斜杠是转义符，「{line[start : start + 2]}」不是有效的写法",
        "请把双引号换成单引号，或把反斜杠写成两个",
        f"{line[:start]}\\{line[start:]}",
    )


def text_behind(start: Mark, end: Mark, mark: Mark, line: str) -> Fault:
    """Explain what follows a quotation that ends at `end`; `mark` is where YAML stumbles."""
    rest = line[end.column - 1 :]
    if rest.lstrip().startswith((":", "：")):
        name, value = line[: end.column - 1], rest.lstrip()[1:].strip()
        right = f"{name}: {value}".rstrip()
        remedy = f"请写成英文冒号加一个空格「: 」：「{shorten(right)}」"
        return syntax(end, "引号后面的冒号写法不对", remedy, right)
    begin = start.column - 1 if start.line == end.line else end.column - 1
    stop = len(line)
    if in_brackets(line[:begin]) and (found := _ENDS_IN_BRACKETS.search(line, end.column - 1)):
        stop = found.start()
    typed = line[begin:stop].strip()
    right = quoted(typed)
    return syntax(
        mark,
        f"引号结束之后还有「{shorten(line[end.column - 1 : stop])}」",
        f"请用一对引号包住整个值，值里本来有引号的，外面换用另一种引号：「{shorten(right)}」",
        f"{line[:begin]}{right}{line[stop:]}" if start.line == end.line else None,
        readings=tuple(
            f"{line[:begin]}{reading}{line[stop:]}" for reading in _quotations(typed, right)
        ) if start.line == end.line else (),
    )  # fmt: skip


def _quotations(typed: str, right: str) -> Iterator[str]:
    """Of a text that begins and ends with a quote: both are its own, or both are around it."""
    inside = typed[1:-1]
    if typed[:1] == typed[-1:] and typed[:1] in _WIDE and inside.strip():
        yield right
        yield quoted(inside)
