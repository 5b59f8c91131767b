"""A document read as a declared model: keys translated, every fault said with its place.

`fill(document, Model)` is the one way from a YAML file to a model. It never stops at the first
fault, and says one mistake once.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Generic, NamedTuple, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator import source
from generator.binding.partial import Partial, Unread, partial
from generator.diagnostics import Diagnostic, Location, Severity
from generator.schema.fields import Model
from generator.schema.vocabulary import Language, Term, Vocabulary, spelt, vocabulary
from generator.source import At, Document, Plain, dotted
from generator.values.lookalikes import as_typed, told
from generator.values.text import half_width, nearest, shown

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Form(Generic[M]):
    """A filled-in model, or None with the reasons why not."""

    document: Document
    model: type[M]
    language: Language
    value: M | None
    diagnostics: tuple[Diagnostic, ...]
    partial: Partial[M] | None = None
    """Where there is no value: what can be read all the same, never to be published."""

    def location(self, path: At) -> Location:
        """Where the value of an English path stands in the file, or the block it would stand in."""
        return self.document.location(self.typed(path))

    def label(self, path: At) -> str:
        """The last key of an English path as this file spells it."""
        return next((p for p in reversed(self.typed(path)) if isinstance(p, str)), "")

    def term(self, path: At) -> Term:
        """The declaration of the field at an English path."""
        return vocabulary(self.model).term(path)

    def fault(
        self, rule: str, path: At, message: str, remedy: str, *,
        found: str = "", expected: str = "", severity: Severity = Severity.ERROR,
    ) -> Diagnostic:  # fmt: skip
        """A diagnostic at the value of an English path."""
        return Diagnostic(
            rule, severity, self.location(path), message, remedy, dotted(path), found, expected,
            spelt=dotted(self.typed(path)),
        )  # fmt: skip

    def typed(self, path: At) -> At:
        """An English path as this file spells it."""
        return tuple(vocabulary(self.model).typed(path, self.language))


def fill(document: Document, model: type[M], doubtful: Collection[At] = ()) -> Form[M]:
    """Read a document as a model; the value is None exactly when there is an error.

    `doubtful` are English paths of values in which the reader of the file found an error.
    """
    terms = vocabulary(model)
    language = terms.language(list(document.data))
    form: Form[M] = Form(document, model, language, None, ())
    translation = _Translation(document, language)
    plain = translation.block(document.data, terms, _Way((), ()))
    faults, value = translation.faults, None
    refused = set(doubtful)
    try:
        value = model.model_validate(plain)
    except ValidationError as error:
        details = error.errors(include_url=False)
        faults += [_explained(form, d) for d in details if not translation.covers(d)]
        refused |= {d["loc"] for d in details if d["type"] != "missing"}
    if not doubtful and not any(fault.severity is Severity.ERROR for fault in faults):
        return replace(form, value=value, diagnostics=tuple(faults))
    known = partial(
        model, plain, refused=refused, uncertain=translation.misspelt,
        strangers=translation.strangers,
    )  # fmt: skip
    return replace(form, diagnostics=tuple(faults), partial=known)


class _Way(NamedTuple):
    """The way to a value, as the file spells it and in English names."""

    typed: At
    path: At

    def at(self, typed: str | int, name: str | int) -> "_Way":
        return _Way((*self.typed, typed), (*self.path, name))


@dataclass(slots=True)
class _Translation:
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

    def block(self, data: Mapping[str, Plain], terms: Vocabulary, way: _Way) -> dict[str, object]:
        known = terms.by_key[self.language]
        block: dict[str, object] = {}
        for key, value in data.items():
            term = known.get(key)
            if term is None:
                self._unknown(key, terms, data, way)
            elif value is not None:
                block[term.name] = self._member(term, value, way.at(key, term.name))
        return block

    def covers(self, details: ErrorDetails) -> bool:
        """Whether a fault of validation has been said already by this walk."""
        path = details["loc"]
        if details["type"] == "missing" and path[:-1] in self.misspelt:
            return True
        return any(path[:length] in self.wrong for length in range(1, len(path) + 1))

    def _member(self, term: Term, value: Plain, way: _Way) -> object:
        if not term.many:
            return self._value(term, value, way)
        if isinstance(value, list):
            return tuple(self._value(term, item, way.at(n, n)) for n, item in enumerate(value))
        example = "" if isinstance(value, dict) else f"，或写成 [{shown(value or '')}]"
        return self._shape(term, value, way, "应填写列表", f"每项另起一行，以「- 」开头{example}")

    def _value(self, term: Term, value: Plain, way: _Way) -> object:
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

    def _narrow(self, term: Term, value: str, way: _Way) -> str:
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

    def _choice(self, term: Term, value: str, way: _Way) -> object:
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
            rule, guess = "unknown-choice", nearest(as_typed(value), words)
            remedy = f"是否应为「{guess}」？可选：{right}" if guess else f"可选：{right}"
        self._say(rule, way, message, remedy, found=value, expected=right)
        return self._reported(value, way)

    def _unknown(self, key: str, terms: Vocabulary, data: Mapping[str, Plain], way: _Way) -> None:
        self.misspelt.add(way.path)
        self.strangers[*way.path, key] = data[key]
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
        here = way.at(key, stranger.name if stranger else key)
        self._say(rule, here, message, remedy, found=key, expected=right, at_key=True)

    def _shape(self, term: Term, value: Plain, way: _Way, message: str, remedy: str) -> object:
        """Say that something else was wanted; of a text, which of its lines were to be that."""
        if _is_blank(value):
            return self._empty(term, value, way)
        inside, here = f"「{term.key(self.language)}」中", self.document.location(way.typed)
        said = [
            (replace(here, line=slip.mark.line, column=slip.mark.column), slip.message, slip.remedy)
            for slip in self.document.slips(way.typed)
        ]
        if not said and isinstance(value, str) and (slip := source.slip_in(value)):
            message, remedy = slip.message, slip.remedy
        name = dotted(way.path)
        for at, what, right in said or [(here, message, remedy)]:
            text = f"{inside}{what}"
            self.faults.append(Diagnostic("wrong-shape", Severity.ERROR, at, text, right, name))
        return self._reported(value, way)

    def _empty(self, term: Term, value: Plain, way: _Way) -> object:
        """Say that nobody knows whether there is nothing to fill in or something was forgotten."""
        message = f"「{term.key(self.language)}」写了内容，却是空的"
        remedy = "没有这一项的，冒号后面空着，不写引号；有的，请填写内容"
        self._say("empty-value", way, message, remedy)
        return self._reported(value, way)

    def _reported(self, value: Plain, way: _Way) -> object:
        self.wrong.add(way.path)
        return Unread(value)

    def _say(
        self, rule: str, way: _Way, message: str, remedy: str, *, found: str = "",
        expected: str = "", severity: Severity = Severity.ERROR, at_key: bool = False,
    ) -> None:  # fmt: skip
        locate = self.document.key_location if at_key else self.document.location
        at, name = locate(way.typed), dotted(way.path)
        self.faults.append(
            Diagnostic(
                rule, severity, at, message, remedy, name, shown(found), expected,
                spelt=dotted(way.typed),
            )
        )  # fmt: skip


def _is_blank(value: Plain) -> bool:
    """Whether something was typed that says nothing; a key with nothing behind it is left out."""
    return isinstance(value, str) and not value.strip()


def _explained(form: Form[M], details: ErrorDetails) -> Diagnostic:
    """A fault of validation in the reader's words."""
    path, kind = details["loc"], details["type"]
    label = form.label(path)
    if kind == "missing":
        where = form.label(path[:-1])
        inside = f"「{where}」中" if where else ""
        return form.fault(
            "missing-field", path, f"{inside}没有填写「{label}」", f"请补充「{label}」"
        )
    context = details.get("ctx", {})
    if "expected" in context and "found" in context:
        found, expected = str(context["found"]), str(context["expected"])
        message = f"「{label}」填写的「{found}」{_MISREAD.get(kind, '无法识别')}"
        if kind == "bad-name":
            message += told(found)
        return form.fault(kind, path, message, f"应为{expected}", found=found, expected=expected)
    if kind in _BEYOND:
        found, bounds = shown(str(details["input"])), str(form.term(path).bounds)
        message = f"「{label}」填写的「{found}」超出范围"
        return form.fault(
            "out-of-range", path, message, f"应为 {bounds}", found=found, expected=bounds
        )
    return form.fault("wrong-shape", path, f"「{label}」的内容无法识别", "请对照填写说明修改")


_BEYOND = frozenset({"greater_than_equal", "less_than_equal"})


_MISREAD = {
    "unreadable-number": "不是可以识别的数字",
    "unreadable-date": "不是可以识别的日期",
    "bad-name": "不能用作编号",
}
