"""Lines that hold more than one thing: a list or a block behind a key, two entries side by side.

YAML refuses them all, and what was meant is for the field to say; each reading is given.
"""

import re
from collections.abc import Iterator

from generator.source import indents
from generator.source.faults import Fault, shorten, syntax
from generator.source.spelling import quoted
from generator.source.stumble import Stumble

_BLOCK_BEHIND = re.compile(r"[^\s:：,，。；]{1,12}:[ \t]")
"""A name directly behind another: `资金: 单位: 万元`."""
_ENTRY_BEHIND = re.compile(r"(?<=[^\s:])[ \t]{1,4}(?=[^\s:：,，。；]{1,12}:(?:[ \t]|$))")
"""A further entry on the same line: `分值: 10 得分: 8`."""


def list_behind_key(stumble: Stumble) -> Fault | None:
    """Explain the dash of a list behind a key: a list on one line, or a text."""
    if "block sequence entries" not in stumble.problem:
        return None
    line, start = stumble.line(stumble.mark), stumble.mark.column - 1
    right = quoted(line[start:].rstrip())
    if line[start:].strip(" -") == "":
        what = f"「{line[start:].strip()}」会被 YAML 当作列表的开头"
        return syntax(stumble.mark, what, "没有内容的，冒号后面空着", line[:start].rstrip())
    return syntax(
        stumble.mark,
        "列表的「- 」不能和键写在同一行",
        f"请另起一行并缩进两个空格再写「- 」；如果它是文字，请加上英文双引号：「{shorten(right)}」",
        f"{line[:start]}{right}",
        readings=(
            f"{line[:start].rstrip()}\n{' ' * (indents.level(line) + 2)}{line[start:]}",
            f"{line[:start]}{right}",
        ),
    )


def colon_in_value(stumble: Stumble) -> Fault | None:
    """Explain a colon in a value: a text, a block on one line, or two entries."""
    if "mapping values" not in stumble.problem or stumble.begin.line != stumble.mark.line:
        return None
    line = stumble.line(stumble.mark)
    entry = indents.ENTRY.match(line)
    start = entry.end() if entry and entry["key"] else stumble.begin.column - 1
    right = quoted(line[start:].strip())
    return syntax(
        stumble.mark,
        "值里又有一个「: 」，YAML 会把它当作新的键",
        f"请给整个值加上英文双引号，或改用全角冒号「：」：「{shorten(right)}」",
        f"{line[:start]}{right}",
        readings=tuple(_readings(line, start, right)),
    )


def _readings(line: str, start: int, right: str) -> Iterator[str]:
    """A value with a colon in it: one text, or a name of its own that belongs on the next line."""
    yield f"{line[:start]}{right}"
    within = " " * (indents.level(line) + 2)
    if _BLOCK_BEHIND.match(line, start):
        yield f"{line[:start].rstrip()}\n{within}{line[start:].strip()}"
    elif entry := _ENTRY_BEHIND.search(line, start):
        yield f"{line[: entry.start()]}\n{' ' * indents.level(line)}{line[entry.end() :]}"
