"""One scalar of a content file: what YAML would do to it, and what may not stand in it."""

import re
import string
from collections.abc import Iterator, Sequence

import yaml

from generator.diagnostics import Severity
from generator.source import quotes
from generator.source.faults import Fault, shorten
from generator.source.folding import unfolded
from generator.source.mark import Mark
from generator.source.spelling import quoted
from generator.values.garbling import SUSPECT, garbled, is_garbled_anywhere
from generator.values.text import FORBIDDEN, UNCLEAN, forbidden, is_normal, normalise

MAX_LENGTH = 20_000
MAX_SIGNS = 5_000
"""ASCII punctuation marks in one field; each costs about five characters once escaped."""

SWALLOWED = re.compile(r"(?<![ \t])[ \t]+(?P<lost>#+[^\s#].*)")
"""A `#` after a blank with text directly behind it: `项目 #1 二期`.

YAML takes it for a comment. With a blank behind the `#` we believe that it is one.
"""

_COLOUR = re.compile(r"(?<![ \t])[ \t]{1,9}#(?P<code>[0-9a-fA-F]{6})[ \t]{0,9}")
"""A value that is nothing but the code of a colour, as style sheets write it."""
QUOTES = frozenset("'\"")

# Asked of the whole text first: one blank only, since a search for a run of them is quadratic.
_UNUSUAL = re.compile(f"[{UNCLEAN}{SUSPECT}]")
_TABS = re.compile(r"[ \t]{0,99}\t[ \t]{0,99}")
_HASHED = re.compile(r"[ \t]#+[^\s#]")


def may_lose(text: str) -> bool:
    """Whether YAML may drop a part of some value in a whole file as a comment."""
    return "#" in text and _HASHED.search(text) is not None


def may_need_cleaning(text: str) -> bool:
    """Whether some text in a whole file may have to be normalised, or be garbled.

    Where this finds nothing, no text that is written without escapes is either.
    """
    return _UNUSUAL.search(text) is not None and (not is_normal(text) or is_garbled_anywhere(text))


def is_sound(text: str) -> bool:
    """Whether `clean` leaves a text as it is and says nothing of it, however it is written."""
    is_short = len(text) <= MAX_SIGNS
    return is_short and not normalise(text)[1] and not garbled(text) and not FORBIDDEN.search(text)


def clean(
    event: yaml.ScalarEvent, mark: Mark, lines: Sequence[str]
) -> tuple[str, tuple[Fault, ...]]:
    """Normalise the text of a scalar; say what was changed or cannot stand in it."""
    typed = unfolded(event, lines)
    if is_sound(typed):
        return typed, ()
    text, notes = normalise(typed)
    end = Mark.of(event.end_mark).within(lines)
    mend = _cleaned(mark, end, lines[mark.line - 1]) if notes and end.line == mark.line else None
    return text, tuple(_content(text, notes, garbled(text), mark, mend))


def tabbed(start: Mark, end: Mark, line: str) -> Fault | None:
    """Tell of a tab in a text of one line, as spreadsheets paste it; pages show a blank there."""
    typed = line[start.column - 1 : end.column - 1]
    if start.line != end.line or "\t" not in typed.strip():
        return None
    meant = _TABS.sub(" ", typed)
    return Fault(
        "text-normalised",
        start,
        f"「{shorten(typed)}」中有制表符（Tab），页面上显示为空格",
        "多半是从表格里一起复制来的，请核对文字并删去",
        Severity.HINT,
        mend=f"{line[: start.column - 1]}{meant}{line[end.column - 1 :]}",
    )


def _cleaned(start: Mark, end: Mark, line: str) -> str | None:
    """The line with its text as it is read; None where escapes hide what was typed."""
    before, typed, behind = (
        line[: start.column - 1], line[start.column - 1 : end.column - 1], line[end.column - 1 :],
    )  # fmt: skip
    meant = normalise(typed)[0]
    return None if meant == typed else f"{before}{meant}{behind}"


def swallowed(start: Mark, end: Mark, line: str) -> Fault | None:
    """Warn of text behind a plain scalar that YAML dropped as a comment."""
    found = SWALLOWED.match(line, end.column - 1)
    if found is None:
        return None
    return Fault(
        "comment-swallowed-text",
        Mark(end.line, found.start("lost") + 1),
        f"「{shorten(found['lost'])}」被当作注释，没有读入",
        "如果它是内容，请给整个值加上英文双引号；如果是注释，请在「#」后加一个空格",
        Severity.WARNING,
        readings=tuple(_unswallowed(start, end, line, found)),
    )


def _unswallowed(start: Mark, end: Mark, line: str, found: re.Match[str]) -> Iterator[str]:
    """The line with the whole value in quotes, and with a comment that is one."""
    if colour := _COLOUR.fullmatch(line, start.column - 1):
        yield f"{line[: colour.start('code') - 1]}{colour['code']}"
    elif start.line == end.line:
        yield from quotes.around(start, line)
    hashes = len(found["lost"]) - len(found["lost"].lstrip("#"))
    behind = found.start("lost") + hashes
    yield f"{line[:behind]} {line[behind:]}"


def nothing(text: str, mark: Mark, line: str) -> Fault:
    """Tell that a word was read as no value."""
    start = mark.column - 1
    behind = line[start + len(text) :]
    return Fault(
        "empty-value",
        mark,
        f"「{text}」已读作没有填写：YAML 用它表示空值",
        f"没有内容的，冒号后面空着；如果它是文字，请加上英文双引号：「{quoted(text)}」",
        Severity.HINT,
        readings=(f"{line[:start].rstrip()}{behind}", f"{line[:start]}{quoted(text)}{behind}"),
    )


def _content(
    text: str, notes: tuple[str, ...], spoilt: str, mark: Mark, mend: str | None
) -> Iterator[Fault]:
    if notes:
        yield Fault(
            "text-normalised",
            mark,
            f"「{shorten(text)}」已自动整理：{'，'.join(notes)}",
            "请核对文字；重新键入这一处就不再提示",
            Severity.HINT,
            mend=mend,
        )
    if spoilt:
        yield Fault(
            "garbled-text",
            mark,
            f"「{shorten(text)}」中{spoilt}",
            "请对照原文重新键入；整段都是乱码的，请从原文件重新复制",
        )
    if refused := forbidden(text):
        yield Fault(
            "forbidden-character",
            mark,
            f"双引号里的转义写法得出不能发布的字符：{refused[1]}",
            "请删去这个转义写法；反斜杠本身请写成两个，或改用单引号",
        )
    if len(text) > MAX_LENGTH:
        yield _too_long(mark, len(text), MAX_LENGTH, "个字符")
    signs = sum(map(text.count, string.punctuation))
    if signs > MAX_SIGNS:
        yield _too_long(mark, signs, MAX_SIGNS, "个半角标点")


def _too_long(mark: Mark, found: int, limit: int, unit: str) -> Fault:
    return Fault(
        "too-long",
        mark,
        f"这一项有 {found:,} {unit}，超过上限 {limit:,}",
        "请精简文字，把长篇材料放到附件里",
    )
