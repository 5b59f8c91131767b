"""What goes wrong with names and their colons, whether or not YAML reads the line."""

import re
from collections.abc import Sequence

from generator.source.faults import Fault, shorten, syntax
from generator.source.indents import straightened
from generator.source.mark import Mark
from generator.source.spelling import DASHES, is_dashed, quoted
from generator.values.lazily import lazily

# A short name without punctuation, so that a sentence with a colon is not taken for one.
_KEY = r"""(?P<key>[^\s:：'"#{}\[\],，。；、-][^:：'"#{}\[\],，。；、]{0,30}?)"""
_NAME = r"(?<![ \t-])[ \t]*(?:- +)*" + _KEY
FULL_COLON = re.compile(_NAME + r"[ \u3000]*(?P<sign>：)[ \u3000]*(?P<value>.*)")
TIGHT_COLON = re.compile(_NAME + r"(?<!\d)(?P<sign>:)(?P<value>[\u3000\u00a0].*|[^\s:/].*)")
TIGHT_DASH = re.compile(r"^ *(?P<sign>-)(?P<value>[^\s-].*)")
_EXPLICIT = re.compile(r"(?:^|[ \t])\?[ \t]", re.MULTILINE)

_DASHED = re.compile(r"(?P<sign>-)(?P<value>[^\s\d-].*)")
_WIDE_DASH = re.compile(rf"(?P<sign>[{DASHES}]{{1,2}})[ \t\u3000]{{0,4}}(?P<value>[^\s].*)")
_NUMBER_BEGUN = re.compile(r":[ \t]{1,9}(?P<number>[+-]?\d{1,3}(?:, ?\d{3}){0,5}, ?)$", re.ASCII)
_NUMBER_PARTED = re.compile(
    r"[+-]?\d{1,3}(?:, ?\d{3}){1,6}(?:\.\d{1,8})?(?![\d.])"
    r"[^\s,，:：{}\[\]\"'#]{0,6}(?=\s*(?:[,}]|$))",
    re.ASCII,
)
"""A number in braces whose separators stand in their places, with what may be its unit."""
_WIDE_COLON = lazily(rf"^{_KEY}\s{{0,4}}[：:]\s{{0,4}}")
_WIDE_ENTRY = lazily(
    r"\s{0,4}[，、；;,]\s{0,4}([^\s，。；、：:,;{}\[\]\"']{1,12})\s?[:：]\s{0,4}(?=\S)"
)
_OF_FIGURES = frozenset("0123456789.+-")
_ASKED = re.compile(r"\?[ \t]+$")


def may_ask(text: str) -> bool:
    """Whether YAML may read a name behind a question mark somewhere in a whole file."""
    return "?" in text and _EXPLICIT.search(text) is not None


def is_name(key: str) -> bool:
    """Whether nothing is to be said of a key without quotes."""
    is_text = bool(key) and key != "<<" and key == key.strip()
    return is_text and not _DASHED.match(key) and not is_dashed(key)


def refused(key: str, mark: Mark, lines: Sequence[str]) -> Fault | None:
    """Refuse a key without quotes that is nothing, `<<`, or has foreign blanks around it."""
    if is_name(key):
        return None
    if not key or key == "<<":
        return _merge(mark) if key else without_name(mark)
    if key != key.strip():
        line = straightened(lines, mark.line)
        what = f"「{shorten(key)}」前后有全角空格或特殊空白"
        right = line.replace(key.lstrip(), key.strip(), 1)
        return syntax(mark, what, "请改用半角空格缩进，每层两个", right)
    if found := _WIDE_DASH.match(lines[mark.line - 1], mark.column - 1):
        return _wide_dash(mark, found)
    if found := _DASHED.match(key):
        before, line = mark.column - 1, lines[mark.line - 1]
        return tight_dash(mark, TIGHT_DASH.match(f"{' ' * before}{line[before:]}") or found)
    return None


def _merge(mark: Mark) -> Fault:
    return Fault("yaml-anchor", mark, "「<<」是 YAML 的合并键，这里不用", "请把内容直接写出来")


def without_value(key: str, mark: Mark, line: str) -> Fault | None:
    """Refuse `? 名称`, which YAML takes for a name without a value."""
    found = _ASKED.search(line[: mark.column - 1])
    if found is None:
        return None
    typed = line[found.start() :].rstrip()
    return Fault(
        "yaml-key",
        Mark(mark.line, found.start() + 1),
        f"「?」会被 YAML 当作复杂键的开头，「{shorten(key)}」成了没有内容的名称",
        f"如果它是文字，请加上英文双引号：「{shorten(quoted(typed))}」；否则请写成「名称: 内容」",
    )


def without_name(mark: Mark) -> Fault:
    """Refuse a list or mapping used as a key, or a colon without a name before it."""
    return Fault("yaml-key", mark, "冒号前面不是一个名称", "请写成「名称: 内容」，名称只用文字")


def parted_number(key: str, mark: Mark, line: str) -> Fault | None:
    """Explain `{支出: 1,300}`, which YAML reads as 1 and a key 300; None for anything else."""
    begin = _NUMBER_BEGUN.search(line[: mark.column - 1])
    found = _NUMBER_PARTED.match(line, begin.start("number")) if begin else None
    if not begin or not found or found.end() < mark.column - 1 + len(key):
        return None
    typed, meant = found[0], found[0].replace(",", "").replace(" ", "")
    return syntax(
        Mark(mark.line, begin.start("number") + 1),
        f"花括号里的「{shorten(typed)}」在逗号处断成了两项",
        f"请去掉逗号，写成「{shorten(meant)}」",
        f"{line[: found.start()]}{meant}{line[found.end() :]}",
        is_sure=" " not in typed,
    )


def missing_colon(key: str, mark: Mark, line: str) -> Fault:
    """Explain `{名称}` or `{名称：沅江}`, which YAML reads as a key without a value."""
    if found := FULL_COLON.match(key) or TIGHT_COLON.match(key):
        fault = wrong_colon(Mark(mark.line, mark.column + found.start("sign")), found)
        before, typed = line[: mark.column - 1], line[mark.column - 1 :]
        meant, is_sure = narrowed(key)
        whole = f"{before}{meant}{typed[len(key) :]}" if typed.startswith(key) else None
        return fault._replace(mend=whole, is_sure=is_sure)
    return syntax(
        mark, f"「{shorten(key)}」后面没有冒号和值", "请写成「名称: 内容」，冒号后加一个空格"
    )


def narrowed(entries: str) -> tuple[str, bool]:
    """Entries in braces with the colons and commas of YAML, and whether they can only be that.

    `支出：7，到位：8` are two; what stands behind a comma and is no figure may go on with a text.
    """
    parts = _WIDE_ENTRY.split(entries)
    first, *rest = parts[0], *zip(parts[1::2], parts[2::2], strict=True)
    first = _WIDE_COLON.sub(r"\g<key>: ", first, count=1)
    whole = "".join((first, *(f", {key}: {value}" for key, value in rest)))
    return whole, all(value[:1] in _OF_FIGURES for _, value in rest)


def slip_in(text: str) -> Fault | None:
    """What is wrong with the colon or dash of a line that YAML took for text."""
    return slip(Mark(1, 1), text)


def slips_in_run(start: Mark, end: Mark, lines: Sequence[str]) -> tuple[Fault, ...]:
    """What is wrong with the lines of a text without quotes, if no text may stand there."""
    above = lines[start.line - 1]
    first = " " * (start.column - 1) + above[start.column - 1 :]
    run = enumerate((first, *lines[start.line : end.line]), start.line)
    found = filter(None, (slip(Mark(number, 1), line) for number, line in run))
    before = above[: start.column - 1]
    if not before.strip():
        return tuple(found)
    # What stands beside a key cannot be mended by its line alone; an entry of a list can.
    is_entry = not before.strip("- ")
    return tuple(
        f._replace(mend=f"{before}{f.mend[len(before) :]}" if is_entry and f.mend else None)
        if f.mark.line == start.line
        else f
        for f in found
    )


def slip(mark: Mark, line: str) -> Fault | None:
    """What is wrong with the colon or dash of a line; the mark names the line."""
    if found := TIGHT_DASH.match(line):
        return tight_dash(Mark(mark.line, found.start("sign") + 1), found)
    found = FULL_COLON.match(line) or TIGHT_COLON.match(line)
    return wrong_colon(Mark(mark.line, found.start("sign") + 1), found) if found else None


def wrong_colon(mark: Mark, found: re.Match[str]) -> Fault:
    """Explain a colon that is full-width or has no blank behind it."""
    before, key = found.string[: found.start("key")], found["key"]
    value = found["value"].lstrip("：\u3000\u00a0")
    mend = f"{before}{key}: {value}".rstrip()
    right = f"{shorten(key)}: {shorten(value)}".rstrip()
    if found["sign"] == "：":
        what = f"「{shorten(key)}：」的冒号是全角的，YAML 不认"
        return syntax(mark, what, f"请改成英文冒号加一个空格：「{right}」", mend)
    what = f"「{shorten(key)}:」的冒号后面没有空格"
    return syntax(mark, what, f"请在冒号后加一个空格：「{right}」", mend)


def _wide_dash(mark: Mark, found: re.Match[str]) -> Fault:
    """Explain a sign that looks like the dash of a list."""
    mend = f"{found.string[: found.start()]}- {found['value']}"
    what = f"列表的「{found['sign']}」不是英文的「-」，YAML 不认"
    return syntax(mark, what, f"请写成「- {shorten(found['value'])}」", mend)


def tight_dash(mark: Mark, found: re.Match[str]) -> Fault:
    """Explain a dash of a list without a blank behind it."""
    value = found["value"]
    mend = f"{found.string[: found.start('sign')]}- {value}"
    further = slip(Mark(1, 1), value)
    right = (further and further.mend) or value
    return syntax(mark, "列表的「-」后面没有空格", f"请写成「- {shorten(right)}」", mend)
