"""Signs that mean something to YAML at the beginning of a value, whether or not it stumbles."""

import re
from collections.abc import Iterator
from types import MappingProxyType

from generator.diagnostics import Severity
from generator.source.faults import Fault, shorten, syntax
from generator.source.mark import Mark
from generator.source.spelling import quoted, scalar
from generator.values.cells.signs import typed as typed_sign

_TAKEN = MappingProxyType(
    {
        "@": "保留字符",
        "`": "保留字符",
        "%": "指令",
        "*": "引用",
        "&": "锚点",
        "!": "类型标签",
        "|": "多行文字的开头",
        ">": "多行文字的开头",
        ",": "列表的分隔符",
        "]": "列表的结尾",
        "}": "一组键值的结尾",
        "?": "复杂键的开头",
    }
)
_RULES = MappingProxyType({"&": "yaml-anchor", "*": "yaml-anchor", "!": "yaml-tag"})
_NAMED = "名称"
_BLOCK_SIGN = "|"
_STRAY = frozenset(",]}?|")
"""They may have been typed by accident, or be the beginning of something else."""
_TYPED = re.compile(r"\S+")
_NAME = re.compile(r"(?P<name>[^:]{0,100}[^\s:])\s{0,9}:(?:\s|$)")
_ENDS = re.compile(r"(?<!\s)\s*(?:$|\s#.*)")
_ENDS_IN_BRACKETS = re.compile(r"(?<!\s)\s*(?:$|[,\]}])")
_BLOCK = re.compile(r">(?:[-+]?[1-9]|[1-9][-+]?)?(?=\s|$)")


def taken(mark: Mark, line: str) -> Fault | None:
    """Explain a name or value that begins with a sign YAML takes for its own."""
    sign = line[mark.column - 1 : mark.column]
    if sign not in _TAKEN:
        return None
    start, end, what = _extent(mark, line)
    if (operator := typed_sign(line[start:end])) is not None:
        compared = operator.value if line[:start].isascii() else operator.label
        return _compared(mark, line, end, scalar(compared, in_brackets=in_brackets(line[:start])))
    right = quoted(line[start:end])
    if what == _NAMED and (bare := line[start:end].lstrip("".join(_TAKEN) + " ")):
        mend = f"{line[:start]}{bare}{line[end:]}"
        message = f"名称不能以「{sign}」开头，YAML 会把它当作{_TAKEN[sign]}"
        return syntax(mark, message, f"请去掉「{sign}」：「{shorten(bare)}」", mend, is_sure=False)
    return syntax(
        mark,
        f"{what}不能以「{sign}」开头，YAML 会把它当作{_TAKEN[sign]}",
        f"请给整个{what}加上英文双引号：「{shorten(right)}」",
        f"{line[:start]}{right}{line[end:]}",
        is_sure=sign not in _STRAY,
        readings=tuple(_without(line, start, end, right)) if sign == _BLOCK_SIGN else (),
    )


def _without(line: str, start: int, end: int, right: str) -> Iterator[str]:
    """The value without the sign of a text of several lines, and with it, in quotes."""
    bare = line[start:end].lstrip(f"{_BLOCK_SIGN} ")
    yield f"{line[:start]}{scalar(bare)}{line[end:]}"
    yield f"{line[:start]}{right}{line[end:]}"


def _compared(mark: Mark, line: str, end: int, right: str) -> Fault:
    start = mark.column - 1
    return syntax(
        mark,
        f"「{line[start:end]}」以「>」开头，YAML 会把它当作{_TAKEN['>']}",
        f"请写成「{right}」",
        f"{line[:start]}{right}{line[end:]}",
    )


def special(mark: Mark, line: str) -> Fault:
    """Refuse the anchor, alias or tag that begins at the mark."""
    typed = _TYPED.match(line, mark.column - 1)
    sign = shorten(typed[0]) if typed else ""
    kind = sign[:1] if sign[:1] in _RULES else "!"
    start, end, what = _extent(mark, line)
    right = shorten(quoted(line[start:end]))
    return Fault(
        _RULES[kind],
        mark,
        f"「{sign}」会被 YAML 当作{_TAKEN[kind]}，这里不用{_TAKEN[kind]}",
        f"如果它是文字，请给整个{what}加上英文双引号：「{right}」；否则请删去它，把内容直接写出来",
    )


def lone(mark: Mark, line: str) -> tuple[str, Fault] | None:
    """Read `>` or `>5` as the text it is where YAML expects a folded text below and finds none.

    What can only be the beginning of such a text (`|`, `>-`) is not understood: it is empty.
    """
    found = _BLOCK.match(line, mark.column - 1)
    if found is None:
        return None
    sign = found[0]
    mend = f"{line[: found.start()]}{quoted(sign)}{line[found.end() :]}"
    right = shorten(mend.split(" #", maxsplit=1)[0])
    return sign, Fault(
        "sign-read-as-text",
        mark,
        f"「{sign}」下面没有缩进的内容，已读作文字「{sign}」",
        f"请写成「{right}」；如果要写多行文字，请在下一行缩进填写",
        Severity.HINT,
        mend=mend,
    )


def in_brackets(before: str) -> bool:
    """Whether a bracket is still open behind this beginning of a line."""
    return before.count("[") + before.count("{") > before.count("]") + before.count("}")


def _extent(mark: Mark, line: str) -> tuple[int, int, str]:
    """Where the name or value at the mark begins and ends, and which of them it is."""
    start = mark.column - 1
    before = line[:start]
    if in_brackets(before):
        ends = _ENDS_IN_BRACKETS.search(line, start + 1)
    else:
        ends = _ENDS.search(line, start + 1)
        if not before.strip(" -") and (name := _NAME.match(line, start)):
            return start, name.end("name"), _NAMED
    return start, ends.start() if ends else len(line), "值"
