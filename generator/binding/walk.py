"""A walk over a document: where it is, and what it says of what it finds there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.binding.partial import Unread
from generator.binding.understanding import entry
from generator.diagnostics import Diagnostic, Fix, Severity
from generator.schema.languages import Language
from generator.schema.lexicon import NOTHING, Lexicon
from generator.source import At, Document, Plain, dotted
from generator.values.lazily import lazily
from generator.values.lookalikes import told
from generator.values.notations import Notation, UnreadableError
from generator.values.text import half_width, shown

_SEVERAL = lazily(r"\s?[/|、，,]\s?|\s?或者?\s?")
"""Between words of which one was to be chosen: 是/否."""


class Way(NamedTuple):
    """The way to a value, as the file spells it and in English names."""

    typed: At = ()
    english: At = ()

    def down(self, typed: str | int, english: str | int) -> "Way":
        """The way to what stands in it under a key or at a position."""
        return Way((*self.typed, typed), (*self.english, english))


@dataclass(slots=True)
class Walk:
    """What a walk says; what it has said of a value nobody says again."""

    document: Document
    language: Language
    lexicon: Lexicon = NOTHING
    """The words and columns that other files declare."""
    faults: list[Diagnostic] = field(default_factory=list)
    wrong: set[At] = field(default_factory=set)
    """English paths of values that are reported already."""

    def say(
        self, rule: str, way: Way, message: str, remedy: str, *, found: str = "",
        expected: str = "", severity: Severity = Severity.ERROR, at_key: bool = False,
        fixes: Iterable[Fix | None] = (),
    ) -> None:  # fmt: skip
        locate = self.document.key_location if at_key else self.document.location
        location, name = locate(way.typed), dotted(way.english)
        self.faults.append(
            Diagnostic(
                rule, severity, location, message, remedy, name, shown(found), expected,
                spelt=dotted(way.typed), fixes=tuple(filter(None, fixes)),
            )
        )  # fmt: skip

    def narrow(self, key: str, value: str, way: Way, notation: Notation) -> str:
        """Numbers and dates are read half-width; whoever typed otherwise is told.

        Of what cannot be read even so something better is said.
        """
        folded = value if value.isascii() else half_width(value)
        if folded != value and is_read(folded, notation):
            is_parted = "," in folded and self.document.is_in_brackets(way.typed)
            right = folded.replace(",", "") if is_parted else folded  # a comma ends an entry there
            self.say(
                "text-normalised",
                way,
                f"「{key}」中的全角字符「{shown(value)}」已按半角读取",
                f"建议改为「{shown(right)}」",
                found=value,
                expected=right,
                severity=Severity.HINT,
                fixes=(self.document.fix(way.typed, right.strip()),),
            )
        return folded

    def reported(self, value: Plain, way: Way) -> object:
        """Stands for a value of which everything is said, here or of another file."""
        self.wrong.add(way.english)
        return Unread(value)

    def foreign(self, value: str, right: str, way: Way) -> object:
        message = f"「{value}」与文件其余部分的语言不一致"
        remedy = f"请写「{right}」，一个文件只用一种语言"
        fixes = (self.document.fix(way.typed, right),)
        self.say("mixed-languages", way, message, remedy, found=value, expected=right, fixes=fixes)
        return self.reported(value, way)

    def no_choice(
        self, key: str, value: str, words: Sequence[str], guess: str | None, way: Way,
        *, meant: str | None = None,
    ) -> object:  # fmt: skip
        """Say that a word is none of those to choose from, and which was meant or may have been."""
        right = "、".join(words)
        message = f"「{key}」填写的「{shown(value)}」不在可选范围内{told(value)}"
        remedy = f"是否应为「{guess}」？可选：{right}" if guess else f"可选：{right}"
        if meant is not None:
            remedy = f"请写成{entry(key, meant)}"
        several = tuple(part for part in _SEVERAL.split(value.strip()) if part in words)
        if len(several) > 1 and len(several) == len(_SEVERAL.split(value.strip())):
            remedy = f"只能选一种：{'或'.join(entry(key, word) for word in several)}"
        else:
            several = tuple(filter(None, (meant or guess,)))
        fixes = (self.document.fix(way.typed, one, is_sure=meant is not None) for one in several)
        self.say("unknown-choice", way, message, remedy, found=value, expected=right, fixes=fixes)
        return self.reported(value, way)

    def empty(self, key: str, value: Plain, way: Way, *, required: bool = False) -> object:
        """Say that nobody knows whether there is nothing to fill in or something was forgotten.

        What must not be missing was forgotten.
        """
        if required:
            self.say("empty-value", way, f"「{key}」是空的", f"请填写「{key}」")
            return self.reported(value, way)
        remedy = "没有这一项的，冒号后面空着，不写引号；有的，请填写内容"
        fixes = (self.document.fix(way.typed, None, is_sure=False),)
        self.say("empty-value", way, f"「{key}」写了内容，却是空的", remedy, fixes=fixes)
        return self.reported(value, way)

    def hollow(self, key: str, value: Plain, way: Way) -> object:
        """Say that an item of a list holds nothing at all."""
        message = f"「{key}」的第 {int(way.typed[-1]) + 1} 项什么也没有填写"
        self.say("empty-value", way, message, "请填写内容，或删去这一项")
        return self.reported(value, way)


def is_read(text: str, notation: Notation) -> bool:
    """Whether a notation reads a text."""
    try:
        notation.read(text)
    except UnreadableError:
        return False
    return True


def is_hollow(value: Plain) -> bool:
    """Whether nothing was typed in a block or list, however deep."""
    if isinstance(value, dict):
        return all(map(is_hollow, value.values()))
    return value is None or (isinstance(value, list) and all(map(is_hollow, value)))


def is_blank(value: Plain) -> bool:
    """Whether something was typed that says nothing; a key with nothing behind it is left out."""
    return isinstance(value, str) and not value.strip()


MISREAD = {
    "unreadable-number": "不是可以识别的数字",
    "unreadable-date": "不是可以识别的日期",
    "unreadable-address": "不是可以识别的网址",
    "unreadable-colour": "不是可以识别的颜色",
    "bad-name": "不能用作编号",
    "bad-pattern": "不能用作样式",
}
"""What is said of a text that its notation cannot read, by the rule it breaks."""
