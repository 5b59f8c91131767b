"""Keys and choices of a document in English names, and what is wrong with their spelling and shape.

A walk goes over a document once, before anything is validated. What it says of a value is said:
the value becomes `Unread`, and what validation would find there is the same mistake again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from generator import source
from generator.binding.partial import Unread
from generator.diagnostics import Diagnostic, Location, Severity
from generator.schema.vocabulary import Language, Term, Vocabulary, spelt, vocabulary
from generator.source import At, Document, Plain, dotted
from generator.values.lookalikes import as_typed, told
from generator.values.text import half_width, nearest, shown


class Way(NamedTuple):
    """The way to a value, as the file spells it and in English names."""

    typed: At = ()
    english: At = ()

    def down(self, typed: str | int, english: str | int) -> "Way":
        """The way to what stands in it under a key or at a position."""
        return Way((*self.typed, typed), (*self.english, english))


@dataclass(slots=True)
class Translation:
    """One walk over a document: English names out, faults of spelling and shape collected."""

    document: Document
    language: Language
    faults: list[Diagnostic] = field(default_factory=list)
    wrong: set[At] = field(default_factory=set)
    """English paths of values that are reported already."""
    misspelt: set[At] = field(default_factory=set)
    """English paths of blocks with an unknown key: a field missing there is that key."""
    strangers: dict[At, Plain] = field(default_factory=dict)
    """What stands under unknown keys, by the path of the block and the key as typed."""

    def block(self, data: Mapping[str, Plain], terms: Vocabulary, way: Way) -> dict[str, object]:
        """A mapping in English names, what stands in it included."""
        known = terms.by_key[self.language]
        block: dict[str, object] = {}
        for key, value in data.items():
            term = known.get(key)
            if term is None:
                self._unknown(key, terms, data, way)
            elif value is not None:
                block[term.name] = self._member(term, value, way.down(key, term.name))
        return block

    def covers(self, at: At, *, missing: bool) -> bool:
        """Whether a fault at an English path, or that nothing is there, has been said already."""
        if missing and at[:-1] in self.misspelt:
            return True
        return any(at[:length] in self.wrong for length in range(1, len(at) + 1))

    def _member(self, term: Term, value: Plain, way: Way) -> object:
        if not term.many:
            return self._value(term, value, way)
        if isinstance(value, list):
            return tuple(self._value(term, item, way.down(n, n)) for n, item in enumerate(value))
        example = "" if isinstance(value, dict) else f"，或写成 [{shown(value or '')}]"
        return self._shape(term, value, way, "应填写列表", f"每项另起一行，以「- 」开头{example}")

    def _value(self, term: Term, value: Plain, way: Way) -> object:
        if term.model is not None:
            if isinstance(value, dict):
                return self.block(value, vocabulary(term.model), way)
            return self._shape(term, value, way, "应填写一组「键: 值」", "把内容缩进写在下一行")
        if _is_blank(value):
            return self._empty(term, value, way)
        if not isinstance(value, str):
            return self._shape(
                term, value, way, "应只填写一个值", "请写文字或数字，不写列表或下级内容"
            )
        if term.choice is not None:
            return self._choice(term, value, way)
        return value if term.prose or value.isascii() else self._narrow(term, value, way)

    def _narrow(self, term: Term, value: str, way: Way) -> str:
        """Numbers and dates are read half-width; whoever typed otherwise is told."""
        folded = half_width(value)
        if folded != value:
            self._say(
                "text-normalised",
                way,
                f"「{term.key(self.language)}」中的全角字符「{shown(value)}」已按半角读取",
                f"建议改为「{shown(folded)}」",
                found=value,
                expected=folded,
                severity=Severity.HINT,
            )
        return folded

    def _choice(self, term: Term, value: str, way: Way) -> object:
        if (choice := term.value(value, self.language)) is not None:
            return choice
        stranger = term.value(value, self.language.other)
        words = term.words(self.language)
        key = term.key(self.language)
        if stranger is not None:
            right = spelt(stranger, self.language)
            rule, message = "mixed-languages", f"「{value}」与文件其余部分的语言不一致"
            remedy = f"请写「{right}」，一个文件只用一种语言"
        else:
            right = "、".join(words)
            message = f"「{key}」填写的「{shown(value)}」不在可选范围内{told(value)}"
            rule, guess = "unknown-choice", term.guess(as_typed(value), self.language)
            remedy = f"是否应为「{guess}」？可选：{right}" if guess else f"可选：{right}"
        self._say(rule, way, message, remedy, found=value, expected=right)
        return self._reported(value, way)

    def _unknown(self, key: str, terms: Vocabulary, data: Mapping[str, Plain], way: Way) -> None:
        self.misspelt.add(way.english)
        self.strangers[*way.english, key] = data[key]
        stranger = terms.by_key[self.language.other].get(key)
        known = [word for word in terms.by_key[self.language] if word not in data]
        if stranger is not None:
            right = stranger.key(self.language)
            rule, message = "mixed-languages", f"键「{key}」与文件其余部分的语言不一致"
            remedy = f"请写「{right}」，一个文件只用一种语言"
        else:
            right = nearest(as_typed(key), known) or ""
            rule, message = "unknown-field", f"没有名为「{shown(key)}」的键{told(key)}"
            remedy = f"是否应为「{right}」？" if right else f"此处还可以填写：{'、'.join(known)}"
        here = way.down(key, stranger.name if stranger else key)
        self._say(rule, here, message, remedy, found=key, expected=right, at_key=True)

    def _shape(self, term: Term, value: Plain, way: Way, message: str, remedy: str) -> object:
        """Say that something else was wanted; of a text, which of its lines were to be that."""
        if _is_blank(value):
            return self._empty(term, value, way)
        inside, location = f"「{term.key(self.language)}」中", self.document.location(way.typed)
        said = [
            (Location(location.path, *slip.mark), slip.message, slip.remedy)
            for slip in self.document.slips(way.typed)
        ]
        if not said and isinstance(value, str) and (slip := source.slip_in(value)):
            message, remedy = slip.message, slip.remedy
        name = dotted(way.english)
        for where, what, right in said or [(location, message, remedy)]:
            text = f"{inside}{what}"
            self.faults.append(Diagnostic("wrong-shape", Severity.ERROR, where, text, right, name))
        return self._reported(value, way)

    def _empty(self, term: Term, value: Plain, way: Way) -> object:
        """Say that nobody knows whether there is nothing to fill in or something was forgotten."""
        message = f"「{term.key(self.language)}」写了内容，却是空的"
        remedy = "没有这一项的，冒号后面空着，不写引号；有的，请填写内容"
        self._say("empty-value", way, message, remedy)
        return self._reported(value, way)

    def _reported(self, value: Plain, way: Way) -> object:
        self.wrong.add(way.english)
        return Unread(value)

    def _say(
        self, rule: str, way: Way, message: str, remedy: str, *, found: str = "",
        expected: str = "", severity: Severity = Severity.ERROR, at_key: bool = False,
    ) -> None:  # fmt: skip
        locate = self.document.key_location if at_key else self.document.location
        location, name = locate(way.typed), dotted(way.english)
        self.faults.append(
            Diagnostic(
                rule, severity, location, message, remedy, name, shown(found), expected,
                spelt=dotted(way.typed),
            )
        )  # fmt: skip


def _is_blank(value: Plain) -> bool:
    """Whether something was typed that says nothing; a key with nothing behind it is left out."""
    return isinstance(value, str) and not value.strip()
