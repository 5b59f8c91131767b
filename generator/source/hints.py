"""What to type instead, when the YAML parser stumbles.

libyaml says in English what it expected; clerks need to hear which sign is wrong. Each hint looks
at the lines around the stumble for one common slip. `_HINTS` is the order in which they are asked:
what is certain from the characters first, what is only likely later.
"""

import re
from collections.abc import Callable, Sequence
from types import MappingProxyType

import yaml

from generator.source.document import Plain
from generator.source.faults import Fault, shorten, syntax
from generator.source.keys import FULL_COLON, TIGHT_COLON, without_name, wrong_colon
from generator.source.mark import Mark
from generator.source.scalars import SWALLOWED
from generator.source.stumble import Stumble, stumble_at

_TAB = re.compile(r"(?<! ) *(?P<sign>\t)")
_ODD_BLANK = re.compile(r"(?<![ \t])[ \t]*(?P<sign>[^\S \t]|[\u00ad\u200b-\u200d\u2060\ufeff])")
_TIGHT_DASH = re.compile(r"(?<! ) *(?P<sign>-)(?P<value>[^\s-].*)")
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


def explain(error: Exception, lines: Sequence[str], last: yaml.Event | None) -> Fault:
    """Find the slip behind a parser's error; `last` is the event before it."""
    stumble = stumble_at(error, lines, last)
    return next(hint for look in _HINTS if (hint := look(stumble)) is not None)


def no_mapping(lines: Sequence[str], last: yaml.Event | None, root: Plain) -> Fault:
    """Explain a file that is well-formed and yet no list of names and values."""
    stumble = Stumble(lines, "", "", Mark(len(lines), 1), Mark(1, 1), Mark(1, 1))
    mark = Mark.of(last.start_mark if last else None)
    if root is None:
        return Fault("yaml-root", Mark(1, 1), "文件是空的", "请按「名称: 内容」逐行填写")
    if not isinstance(root, str):
        return Fault("yaml-root", Mark(1, 1), "文件最外层是列表", "请在最外层写「名称: 内容」")
    hint = _full_colon(stumble) or _tight_colon(stumble)
    return hint or Fault(
        "yaml-root", mark, f"文件里只有一段文字「{shorten(root)}」", "请写成「名称: 内容」"
    )


def _tab(stumble: Stumble) -> Fault | None:
    if "tab" not in stumble.problem and stumble.sign(stumble.mark) != "\t":
        return None
    found = stumble.find(_TAB)
    mark = found[0] if found else stumble.mark
    return syntax(mark, "这一行用制表符（Tab）缩进", "请改用空格，每层两个")


def _odd_blank(stumble: Stumble) -> Fault | None:
    if (found := stumble.find(_ODD_BLANK)) is None:
        return None
    name = "全角空格" if found[1]["sign"] == "\u3000" else f"特殊空白 U+{ord(found[1]['sign']):04X}"
    return syntax(found[0], f"这一行用{name}缩进", "请改用半角空格，每层两个")


def _full_colon(stumble: Stumble) -> Fault | None:
    found = stumble.find(FULL_COLON)
    return wrong_colon(*found) if found else None


def _tight_colon(stumble: Stumble) -> Fault | None:
    found = stumble.find(TIGHT_COLON)
    return wrong_colon(*found) if found else None


def _quote(stumble: Stumble) -> Fault | None:
    if not stumble.context.endswith("quoted scalar"):
        return None
    if "escape" in stumble.problem or "hexdecimal" in stumble.problem:
        return _backslash(stumble)
    sign = stumble.sign(stumble.begin)
    return syntax(stumble.begin, f"引号「{sign}」没有结束", f"请在值的末尾补上「{sign}」")


def _backslash(stumble: Stumble) -> Fault:
    line = stumble.line(stumble.mark)
    start = line.rfind("\\", 0, stumble.mark.column)
    what = f"双引号里的反斜杠是转义符，「{line[start : start + 2]}」不是有效的写法"
    return syntax(
        Mark(stumble.mark.line, start + 1), what, "请把双引号换成单引号，或把反斜杠写成两个"
    )


def _taken_sign(stumble: Stumble) -> Fault | None:
    mark = stumble.begin if stumble.context else stumble.mark
    sign = stumble.sign(mark)
    if sign not in _TAKEN or "flow" in stumble.context:
        return None
    typed = shorten(stumble.line(mark)[mark.column - 1 :])
    return syntax(
        mark,
        f"值不能以「{sign}」开头，YAML 会把它当作{_TAKEN[sign]}",
        f'请给整个值加上英文双引号：「"{typed}"」',
    )


def _behind_quote(stumble: Stumble) -> Fault | None:
    end = stumble.last_end
    closing = stumble.line(end)[: end.column - 1][-1:]
    if end.line != stumble.mark.line or closing not in ("'", '"'):
        return None
    rest = shorten(stumble.line(end)[end.column - 1 :])
    if rest.startswith((":", "：")):
        return syntax(end, "引号后面的冒号写法不对", "请写成英文冒号加一个空格「: 」")
    return syntax(
        stumble.mark,
        f"引号结束之后还有「{rest}」",
        "请用一对引号包住整个值；值里本来有引号的，外面换用另一种引号",
    )


def _comment(stumble: Stumble) -> Fault | None:
    end = stumble.last_end
    found = SWALLOWED.match(stumble.line(end), end.column - 1)
    if found is None:
        return None
    lost = shorten(found["lost"])
    return syntax(
        Mark(end.line, found.start("lost") + 1),
        f"「{lost}」被当作注释，后面的内容接不上",
        "请给含有「#」的整个值加上英文双引号",
    )


def _no_name(stumble: Stumble) -> Fault | None:
    before = stumble.line(stumble.mark)[: stumble.mark.column - 1]
    nameless = stumble.sign(stumble.mark) == ":" and not before.strip(" -[{,")
    return without_name(stumble.mark) if nameless else None


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
    )


def _list_behind_key(stumble: Stumble) -> Fault | None:
    if "block sequence entries" not in stumble.problem:
        return None
    return syntax(
        stumble.mark,
        "列表的「- 」不能和键写在同一行",
        "请另起一行并缩进两个空格再写「- 」；如果它是文字，请加上英文双引号",
    )


def _colon_in_value(stumble: Stumble) -> Fault | None:
    if "mapping values" not in stumble.problem or stumble.begin.line != stumble.mark.line:
        return None
    return syntax(
        stumble.mark,
        "值里又有一个「: 」，YAML 会把它当作新的键",
        "请给整个值加上英文双引号，或改用全角冒号「：」",
    )


def _tight_dash(stumble: Stumble) -> Fault | None:
    if (found := stumble.find(_TIGHT_DASH)) is None:
        return None
    value = shorten(found[1]["value"])
    return syntax(found[0], "列表的「-」后面没有空格", f"请写成「- {value}」")


def _indented_more(stumble: Stumble) -> Fault | None:
    if "mapping values" not in stumble.problem:
        return None
    line = stumble.line(stumble.mark)
    column = len(line) - len(line.lstrip()) + 1
    return syntax(
        Mark(stumble.mark.line, column),
        "这一行比上一行多缩进，被接到了上一行的值里",
        "请与同级的键对齐；如果它属于上一行的键，上一行冒号后面应当空着",
    )


def _no_colon(stumble: Stumble) -> Fault | None:
    if "expected ':'" not in stumble.problem:
        return None
    typed = shorten(stumble.line(stumble.begin)[stumble.begin.column - 1 :])
    return syntax(
        stumble.begin,
        f"「{typed}」这一行没有冒号",
        "请写成「名称: 内容」；如果它是上一项的续行，请比上一项多缩进两个空格",
    )


def _misaligned(stumble: Stumble) -> Fault | None:
    if "did not find expected" not in stumble.problem:
        return None
    return syntax(
        stumble.mark,
        "这一行的缩进和上面的内容对不齐",
        "请让同级的键、同级的「- 」从同一列开始，每层缩进两个空格",
    )


def _anything(stumble: Stumble) -> Fault:
    return syntax(
        stumble.mark,
        "从这里起读不懂，YAML 的写法有误",
        "请检查这一行和上一行的缩进、冒号、引号和括号",
    )


_HINTS: tuple[Callable[[Stumble], Fault | None], ...] = (
    _tab,
    _odd_blank,
    _quote,
    _behind_quote,
    _comment,
    _full_colon,
    _tight_colon,
    _taken_sign,
    _no_name,
    _bracket,
    _list_behind_key,
    _colon_in_value,
    _tight_dash,
    _indented_more,
    _no_colon,
    _misaligned,
    _anything,
)
