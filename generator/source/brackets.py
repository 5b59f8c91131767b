"""Brackets: one left open, one too many, text behind one, and those of an input method."""

from generator.source import indents, keys
from generator.source.faults import Fault, shorten, syntax
from generator.source.mark import Mark
from generator.source.spelling import quoted
from generator.source.stumble import Stumble
from generator.values.lazily import lazily

_WIDE_COMMA = lazily(r"""(?P<sign>[，、；;])\s{0,4}(?=[^\s，、,:：{}\[\]"']{1,20}[:：])""")
"""Before another name: `{单位: 万元，支出: 7}`."""
_STOPS = " 。.;；,，、"
"""What may be left behind a bracket without a meaning."""
_CLOSING = "]}］｝"
_WIDE_BRACES = lazily(
    r"^(?P<before>[ ]{0,40}(?:-[ ]{1,4}){0,3}(?:[^\s:：｛{]{1,20}:[ ]{1,4})?)"
    r"(?:｛(?P<one>[^｛｝{}]{0,2000})[｝}]|\{(?P<two>[^｛｝{}]{0,2000})｝)[ ]{0,9}"
)
"""Names and values in braces of an input method, or in one of them: `｛来源: 区级｝`."""


def text_behind(stumble: Stumble) -> Fault | None:
    """Explain text behind a closed bracket: the whole may be text, in quotes."""
    mark, end = stumble.mark, stumble.last_end
    line = stumble.line(mark)
    closing = line[: end.column - 1][-1:]
    if end.line != mark.line or closing not in ("]", "}") or "flow" in stumble.context:
        return None
    begin = line.find({"]": "[", "}": "{"}[closing])
    if begin < 0:
        return None
    right = quoted(line[begin:].rstrip())
    return syntax(
        mark,
        f"括号结束之后还有「{shorten(line[end.column - 1 :])}」",
        f"如果它是文字，请给整个值加上英文双引号：「{shorten(right)}」",
        f"{line[:begin]}{right}",
        is_sure=False,
    )


def one_too_many(stumble: Stumble) -> Fault | None:
    """Explain brackets and stops behind a closed bracket, which mean nothing there."""
    end = stumble.last_end
    line = stumble.line(end)
    before, rest = line[: end.column - 1], line[end.column - 1 :].strip()
    is_behind = end.line == stumble.mark.line and before.endswith(("]", "}"))
    if not is_behind or "flow" in stumble.context or rest.strip(f"{_STOPS}{_CLOSING}"):
        return None
    what, is_stop = f"括号结束之后还有「{rest}」", not rest.strip(_STOPS)
    remedy = "请删去它" if is_stop else "如果是多余的，请删去它"
    return syntax(stumble.mark, what, remedy, before, is_sure=is_stop)


def left_open(stumble: Stumble) -> Fault | None:
    """Explain a bracket that does not close where it must."""
    if "flow" not in stumble.context:
        return None
    left = stumble.sign(stumble.begin)
    right = {"[": "]", "{": "}"}.get(left)
    if right is None:
        what = "这里缺一项内容，或前面的括号没有结束"
        return syntax(stumble.mark, what, "请删去多余的逗号，并补上右括号")
    return syntax(
        stumble.begin,
        f"括号「{left}」没有正常结束，第 {stumble.mark.line} 行第 {stumble.mark.column} 列接不上",
        f"请检查各项之间的英文逗号「,」和末尾的「{right}」",
        _closed(stumble, right),
        is_sure=not stumble.line(stumble.begin).rstrip().endswith((",", "，", ":")),
    )


def _closed(stumble: Stumble, right: str) -> str | None:
    """The line with its bracket closed, where the next one stands like an entry of its own."""
    line = stumble.line(stumble.begin)
    below = stumble.mark.line > stumble.begin.line
    if (
        not below
        or " #" in line
        or indents.indent(stumble.line(stumble.mark)) > indents.level(line)
    ):
        return None
    return f"{line.rstrip(', ')}{right}"


def wide_braces(stumble: Stumble) -> Fault | None:
    """Explain braces of an input method around names and values."""
    number = stumble.begin.line if "flow" in stumble.context else stumble.mark.line
    line = stumble.lines[number - 1]
    found = _WIDE_BRACES.fullmatch(line)
    if found is None:
        return None
    inside = found["one"] if found["two"] is None else found["two"]
    right = f"{{{keys.narrowed(inside)[0]}}}"
    return syntax(
        Mark(number, found.end("before") + 1),
        "这一行用了全角的花括号「｛」「｝」",
        f"请改用英文花括号「{{」「}}」：「{shorten(right)}」",
        f"{found['before']}{right}",
        is_sure=False,
    )


def wide_comma(stumble: Stumble) -> Fault | None:
    """Explain a comma of an input method between names and values."""
    if "flow" not in stumble.context or stumble.begin.line != stumble.mark.line:
        return None
    line, start = stumble.line(stumble.mark), stumble.begin.column - 1
    typed = _WIDE_COMMA.search(line, start, stumble.mark.column)
    if typed is None:
        return None
    return syntax(
        Mark(stumble.mark.line, typed.start() + 1),
        f"括号里用全角「{typed['sign']}」分开各项",
        "请改用英文逗号「,」，后面空一格；如果它是文字的一部分，请给这段文字加上英文双引号",
        f"{line[: typed.start()]}, {line[typed.end() :].lstrip()}",
    )
