"""What to type instead, when the YAML parser stumbles.

libyaml says in English what it expected; clerks need to hear which sign is wrong. Each hint looks
at the lines around the stumble for one common slip. `_HINTS` is the order in which they are asked:
what is certain from the characters first, what is only likely later.
"""

from collections.abc import Callable, Iterator, Sequence

import yaml

from generator.source import indents, keys, quotes, several, signs
from generator.source.document import Plain
from generator.source.faults import Fault, shorten, syntax
from generator.source.mark import Mark
from generator.source.scalars import SWALLOWED
from generator.source.spelling import quoted
from generator.source.stumble import Stumble, stumble_at
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
_WITHOUT_COLON = lazily(
    r"\A(?P<before>\s*+(?:- )?)(?P<key>[^\s=＝:：,，、\"'#-][^\s=＝:：,，、\"'#]{0,11})"
    r"(?:\s*+[=＝,，]\s*+|[^\S\t]*+\t\s*+|[ \u3000]{1,9})(?P<value>[^\s=＝,，].*)"
)
"""A name with another sign, or a blank, where its colon should be: `用途=午餐`."""


def slip_behind(error: Exception, lines: Sequence[str], last: yaml.Event | None) -> Fault:
    """Find the slip behind a parser's error; `last` is the event before it."""
    stumble = stumble_at(error, lines, last)
    return next(hint for look in _HINTS if (hint := look(stumble)) is not None)


def no_mapping(lines: Sequence[str], last: yaml.Event | None, root: Plain) -> Fault:
    """Explain a file that is well-formed and yet no list of names and values."""
    mark = Mark.of(last.start_mark if last else None)
    if root is None:
        return Fault("yaml-root", Mark(1, 1), "文件是空的", "请按「名称: 内容」逐行填写")
    if not isinstance(root, str):
        return Fault("yaml-root", Mark(1, 1), "文件最外层是列表", "请在最外层写「名称: 内容」")
    found = (keys.slip(Mark(number, 1), line) for number, line in enumerate(lines, 1))
    what = f"文件里只有一段文字「{shorten(root)}」"
    return next(filter(None, found), Fault("yaml-root", mark, what, "请写成「名称: 内容」"))


def _tab(stumble: Stumble) -> Fault | None:
    if "tab" not in stumble.problem and stumble.sign(stumble.mark) != "\t":
        return None
    found = stumble.find(indents.TAB)
    return indents.tab(found[0] if found else stumble.mark, stumble.lines)


def _odd_blank(stumble: Stumble) -> Fault | None:
    found = stumble.find(indents.ODD_BLANK)
    return indents.odd_blank(found[0], found[1]["sign"], stumble.lines) if found else None


def _full_colon(stumble: Stumble) -> Fault | None:
    found = stumble.find(keys.FULL_COLON)
    return keys.wrong_colon(*found) if found else None


def _tight_colon(stumble: Stumble) -> Fault | None:
    found = stumble.find(keys.TIGHT_COLON)
    return keys.wrong_colon(*found) if found else None


def _earlier_quote(stumble: Stumble) -> Fault | None:
    start, end = stumble.last_start, stumble.last_end
    if stumble.sign(start) not in ("'", '"') or not quotes.swallowing(stumble.lines, start, end):
        return None
    return quotes.open_quote(start, stumble.lines)


def _quote(stumble: Stumble) -> Fault | None:
    if not stumble.context.endswith("quoted scalar"):
        return None
    if "escape" in stumble.problem or "hexdecimal" in stumble.problem:
        return quotes.backslash(stumble.mark, stumble.line(stumble.mark))
    return quotes.open_quote(stumble.begin, stumble.lines)


def _taken_sign(stumble: Stumble) -> Fault | None:
    if "flow" in stumble.context:
        return None
    mark = stumble.begin if stumble.context else stumble.mark
    return signs.taken(mark, stumble.line(mark))


def _behind_quote(stumble: Stumble) -> Fault | None:
    end = stumble.last_end
    closing = stumble.line(end)[: end.column - 1][-1:]
    if end.line != stumble.mark.line or closing not in ("'", '"'):
        return None
    return quotes.text_behind(stumble.last_start, end, stumble.mark, stumble.line(end))


def _behind_bracket(stumble: Stumble) -> Fault | None:
    mark, end = stumble.mark, stumble.last_end
    line = stumble.line(mark)
    closing = line[: end.column - 1][-1:]
    if end.line != mark.line or closing not in ("]", "}") or "flow" in stumble.context:
        return None
    begin = line.find({"]": "[", "}": "{"}[closing])
    if begin < 0:
        return None
    if not line[end.column - 1 :].strip(_STOPS):
        what = f"括号结束之后还有「{line[end.column - 1 :].strip()}」"
        return syntax(mark, what, "请删去它", line[: end.column - 1])
    right = quoted(line[begin:].rstrip())
    return syntax(
        mark,
        f"括号结束之后还有「{shorten(line[end.column - 1 :])}」",
        f"如果它是文字，请给整个值加上英文双引号：「{shorten(right)}」",
        f"{line[:begin]}{right}",
        is_sure=False,
    )


def _surplus_bracket(stumble: Stumble) -> Fault | None:
    end = stumble.last_end
    line = stumble.line(end)
    before, rest = line[: end.column - 1], line[end.column - 1 :].strip()
    is_behind = end.line == stumble.mark.line and before.endswith(("]", "}"))
    if not is_behind or "flow" in stumble.context or not rest.strip(_STOPS):
        return None
    if rest.strip(f"{_STOPS}{_CLOSING}"):
        return None
    remedy = "如果是多余的，请删去它"
    return syntax(stumble.mark, f"括号结束之后还有「{rest}」", remedy, before, is_sure=False)


def _end_mark(stumble: Stumble) -> Fault | None:
    number = next((n for n in stumble.nearby if stumble.lines[n - 1].rstrip() == "..."), None)
    if number is None:
        return None
    what = "单独一行的「...」会被 YAML 当作文件的结尾"
    remedy = "请删去这一行；如果是省略的内容，请补全"
    return syntax(Mark(number, 1), what, remedy, "", is_sure=False)


def _comment(stumble: Stumble) -> Fault | None:
    end = stumble.last_end
    found = SWALLOWED.match(stumble.line(end), end.column - 1)
    if found is None:
        return None
    lost, start = shorten(found["lost"]), stumble.last_start
    return syntax(
        Mark(end.line, found.start("lost") + 1),
        f"「{lost}」被当作注释，后面的内容接不上",
        "请给含有「#」的整个值加上英文双引号",
        readings=tuple(quotes.around(start, stumble.line(end)) if start.line == end.line else ()),
    )


def _no_name(stumble: Stumble) -> Fault | None:
    before = stumble.line(stumble.mark)[: stumble.mark.column - 1]
    nameless = stumble.sign(stumble.mark) == ":" and not before.strip(" -[{,")
    return keys.without_name(stumble.mark) if nameless else None


def _bracket(stumble: Stumble) -> Fault | None:
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
        is_sure=False,
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


def _wide_braces(stumble: Stumble) -> Fault | None:
    number = stumble.begin.line if "flow" in stumble.context else stumble.mark.line
    line = stumble.lines[number - 1]
    found = _WIDE_BRACES.fullmatch(line)
    if found is None:
        return None
    inside = found["one"] if found["two"] is None else found["two"]
    right = f"{{{inside}}}"
    return syntax(
        Mark(number, found.end("before") + 1),
        "这一行用了全角的花括号「｛」「｝」",
        f"请改用英文花括号「{{」「}}」：「{shorten(right)}」",
        f"{found['before']}{right}",
        is_sure=False,
    )


def _wide_comma(stumble: Stumble) -> Fault | None:
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


def _tight_dash(stumble: Stumble) -> Fault | None:
    found = stumble.find(keys.TIGHT_DASH)
    return keys.tight_dash(*found) if found else None


def _indented_more(stumble: Stumble) -> Fault | None:
    if "mapping values" not in stumble.problem:
        return None
    line = stumble.line(stumble.mark)
    column = indents.indent(line) + 1
    if column <= indents.indent(stumble.line(stumble.begin)) + 1 < stumble.mark.column:
        return None
    above = " " * (indents.level(stumble.line(stumble.begin)))
    return syntax(
        Mark(stumble.mark.line, column),
        "这一行比上一行多缩进，被接到了上一行的值里",
        "请与同级的键对齐；如果它属于上一行的键，上一行冒号后面应当空着",
        f"{above}{line.lstrip()}" if stumble.begin.line < stumble.mark.line else None,
        is_sure=False,
    )


def _no_colon(stumble: Stumble) -> Fault | None:
    if "expected ':'" not in stumble.problem and "mapping values" not in stumble.problem:
        return None
    typed = shorten(stumble.line(stumble.begin)[stumble.begin.column - 1 :])
    return syntax(
        stumble.begin,
        f"「{typed}」这一行没有冒号",
        "请写成「名称: 内容」；如果它是上一项的续行，请比上一项多缩进两个空格",
        readings=tuple(_with_colon(stumble.line(stumble.begin))),
    )


def _with_colon(line: str) -> Iterator[str]:
    """The line as a name and a value, where it looks like them."""
    if found := _WITHOUT_COLON.fullmatch(line):
        yield f"{found['before']}{found['key']}: {found['value']}"


def _misaligned(stumble: Stumble) -> Fault | None:
    if "did not find expected" not in stumble.problem:
        return None
    return syntax(
        stumble.mark,
        "这一行的缩进和上面的内容对不齐",
        "请让同级的键、同级的「- 」从同一列开始，每层缩进两个空格",
        is_sure=False,
        readings=tuple(indents.aligned(stumble.lines, stumble.mark.line)),
    )


def _anything(stumble: Stumble) -> Fault:
    return syntax(
        stumble.mark,
        "从这里起读不懂，YAML 的写法有误",
        "请检查这一行和上一行的缩进、冒号、引号和括号",
    )


_HINTS: tuple[Callable[[Stumble], Fault | None], ...] = (
    _earlier_quote,
    _tab,
    _odd_blank,
    _quote,
    _behind_quote,
    _comment,
    _full_colon,
    _tight_colon,
    _surplus_bracket,
    _taken_sign,
    _no_name,
    _behind_bracket,
    _wide_braces,
    _wide_comma,
    _bracket,
    several.list_behind_key,
    several.colon_in_value,
    _tight_dash,
    _indented_more,
    _end_mark,
    _no_colon,
    _misaligned,
    _anything,
)
