"""What stands for the dash of a list where it was typed or pasted from Word: `—`, `●`, `2、`."""

from collections.abc import Sequence

from generator.source import indents
from generator.source.faults import Fault, shorten, syntax
from generator.source.mark import Mark
from generator.source.spelling import DASHES
from generator.source.stumble import Stumble
from generator.values.lazily import lazily

_BULLET = lazily(
    rf"^(?P<blanks>[ ]{{0,40}})(?P<sign>[{DASHES}]{{1,2}}|(?P<number>[①-⑳]|"
    r"[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.．)）]))[ \t\u3000]{0,8}"
    r"(?P<entry>\{.{0,2000}"
    r"|[^\s\d:：'\"#{}\[\],，。；、-][^:：'\"#{}\[\],，。；、]{0,30}[:：](?:\s.{0,2000}|))"
)
"""A sign or a number before an entry: its first name, or its braces."""


def another_dash(stumble: Stumble) -> Fault | None:
    """Explain such a sign where YAML looks for a dash, or takes what is below for a part of it."""
    if "'-' indicator" not in stumble.problem and "mapping values" not in stumble.problem:
        return None
    for number in (stumble.mark.line, stumble.begin.line):
        found = _BULLET.fullmatch(stumble.lines[number - 1])
        if found is not None:
            sign, entry = found["sign"], found["entry"]
            return syntax(
                Mark(number, found.start("sign") + 1),
                f"列表的「{sign}」不是英文的「-」，YAML 不认",
                f"请写成「- {shorten(entry)}」",
                f"{found['blanks']}- {entry}",
                is_sure=not found["number"] or _is_in_list(stumble.lines, number),
            )
    return None


def _is_in_list(lines: Sequence[str], number: int) -> bool:
    """Whether an entry of a list stands above in the same column, or what is below hangs on it."""
    column = indents.indent(lines[number - 1])
    outer = (line for line in reversed(lines[: number - 1]) if indents.indent(line) <= column)
    above = next(filter(str.strip, outer), "")
    below = lines[number] if number < len(lines) else ""
    return above.startswith(f"{' ' * column}- ") or indents.indent(below) > column
