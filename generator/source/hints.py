"""What to type instead, when the YAML parser stumbles.

libyaml says in English what it expected; clerks need to hear which sign is wrong. Each hint looks
at the lines around the stumble for one common slip. `_HINTS` is the order in which they are asked:
what is certain from the characters first, what is only likely later.
"""

from collections.abc import Callable, Iterator, Sequence

import yaml

from generator.source import brackets, bullets, indents, keys, quotes, several, signs
from generator.source.document import Plain
from generator.source.faults import Fault, shorten, syntax
from generator.source.mark import Mark
from generator.source.scalars import SWALLOWED
from generator.source.stumble import Stumble, stumble_at
from generator.values.lazily import lazily

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
    brackets.one_too_many,
    _taken_sign,
    _no_name,
    brackets.text_behind,
    brackets.wide_braces,
    brackets.wide_comma,
    brackets.left_open,
    bullets.another_dash,
    several.list_behind_key,
    several.colon_in_value,
    _tight_dash,
    _indented_more,
    _end_mark,
    _no_colon,
    _misaligned,
    _anything,
)
