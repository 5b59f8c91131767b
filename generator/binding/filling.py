"""A document read as a declared model: translated, then validated, every fault at its place.

`fill(document, Model)` is the one way from a YAML file to a model. It never stops at the first
fault, and says one mistake once.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.binding.partial import Partial, Unread, partial
from generator.binding.plan import planned
from generator.binding.translation import Translation
from generator.binding.understanding import Understood, of_whole, referred, understood, unit_at
from generator.binding.walk import MISREAD, Way
from generator.diagnostics import Diagnostic, Fix, Location, Severity
from generator.schema.fields import Model
from generator.schema.languages import Language
from generator.schema.lexicon import NOTHING, Lexicon
from generator.schema.vocabulary import Term, vocabulary
from generator.source import At, Document, Plain, dotted
from generator.values.lookalikes import told
from generator.values.notations import SLUG_NOTATION
from generator.values.text import shown

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Form(Generic[M]):
    """A filled-in model, or None with the reasons why not; another file may be the reason."""

    document: Document
    model: type[M]
    language: Language
    value: M | None
    diagnostics: tuple[Diagnostic, ...]
    partial: Partial[M] | None = None
    """Where there is no value: what can be read all the same, never to be published."""
    lexicon: Lexicon = NOTHING
    """What other files declare for this one."""

    @property
    def at_rest(self) -> "Form[M]":
        """The same, its document for whoever keeps it and seldom asks."""
        return replace(self, document=self.document.at_rest)

    def location(self, at: At) -> Location:
        """Where the value of an English path stands in the file, or the block it would stand in."""
        return self.document.location(self.typed(at))

    def label(self, at: At) -> str:
        """The last key of an English path as this file spells it."""
        return next((p for p in reversed(self.typed(at)) if isinstance(p, str)), "")

    def term(self, at: At) -> Term:
        """The declaration of the field at an English path."""
        return vocabulary(self.model).term(at)

    def fault(
        self, rule: str, at: At, message: str, remedy: str, *,
        found: str = "", expected: str = "", severity: Severity = Severity.ERROR,
        fixes: tuple[Fix | None, ...] = (),
    ) -> Diagnostic:  # fmt: skip
        """A diagnostic at the value of an English path, with the fixes that can be made."""
        return Diagnostic(
            rule, severity, self.location(at), message, remedy, dotted(at), found, expected,
            spelt=dotted(self.typed(at)), fixes=tuple(filter(None, fixes)),
        )  # fmt: skip

    def fix(self, at: At, meant: str | None, *, is_sure: bool = True) -> Fix | None:
        """What puts another text at an English path; None where that cannot be done on one line."""
        return self.document.fix(self.typed(at), meant, is_sure=is_sure)

    def understood(self, at: At, text: str) -> Understood:
        """Answer to a text at an English path that cannot be read."""
        term, typed = self.term(at), self.typed(at)
        terms = vocabulary(self.model)
        unit = unit_at(self.document, typed, terms, self.language)
        from_beside = of_whole(self.document, typed, text, terms, self.language)
        if term.notation is SLUG_NOTATION:
            from_beside = referred(self.document, text)
        return understood(
            self.document, typed, self.label(at), term.notation, text, unit,
            required=term.required and not isinstance(at[-1], int), told=from_beside,
        )  # fmt: skip

    def typed(self, at: At) -> At:
        """An English path as this file spells it.

        A column that the form adds may stand under its name in either language.
        """
        own, other = (
            vocabulary(self.model).typed(at, language, self.lexicon)
            for language in (self.language, self.language.other)
        )
        return tuple(_as_written(self.document.data, zip(own, other, strict=True)))


def fill(
    document: Document, model: type[M], doubtful: Collection[At] = (), lexicon: Lexicon = NOTHING
) -> Form[M]:
    """Read a document as a model.

    The value is None exactly when there is an error, or when the document names what a file
    declares that cannot be read, of which nothing is said here.

    `doubtful` are English paths of values in which the reader of the file found an error. What
    other files declare is in the lexicon.
    """
    language = vocabulary(model).language(list(document.data))
    form: Form[M] = Form(document, model, language, None, (), lexicon=lexicon)
    value = None if doubtful else _planned(form)
    return _walked(form, doubtful) if value is None else replace(form, value=value)


def _planned(form: Form[M]) -> M | None:
    """The model of a document of which there is nothing to say."""
    plain = planned(form.document, form.model, form.language, form.lexicon)
    try:
        return None if plain is None else form.model.model_validate(plain)
    except ValidationError:
        return None


def _walked(form: Form[M], doubtful: Collection[At] = ()) -> Form[M]:
    """Any document, filled in with all that is to be said of it."""
    document, model = form.document, form.model
    terms = vocabulary(model)
    translation = Translation(document, form.language, form.lexicon, terms=terms)
    plain = translation.block(document.data, terms, Way())
    faults, value = translation.faults, None
    refused = set(doubtful)
    try:
        value = model.model_validate(plain)
    except ValidationError as error:
        details = error.errors(include_url=False)
        faults += [
            _explained(form, d)
            for d in details
            if not translation.covers(d["loc"], missing=d["type"] == "missing")
            and not isinstance(d["input"], Unread)
        ]
        refused |= {d["loc"] for d in details if d["type"] != "missing"}
    sound = not any(fault.severity is Severity.ERROR for fault in faults)
    if value is not None and sound and not doubtful:
        return replace(form, value=value, diagnostics=tuple(faults))
    known = partial(
        model, plain, refused=refused, uncertain=translation.misspelt,
        strangers=translation.strangers,
    )  # fmt: skip
    return replace(form, diagnostics=tuple(faults), partial=known)


def _explained(form: Form[M], details: ErrorDetails) -> Diagnostic:
    """A fault of validation in the reader's words."""
    at, kind = details["loc"], details["type"]
    label = form.label(at)
    if kind == "missing":
        where = form.label(at[:-1])
        inside = f"「{where}」中" if where else ""
        return form.fault(
            "missing-field", at, f"{inside}没有填写「{label}」", f"请补充「{label}」",
            fixes=_choices(form, at),
        )  # fmt: skip
    context = details.get("ctx", {})
    if "expected" in context and "found" in context:
        found, expected = str(context["found"]), str(context["expected"])
        message = f"「{label}」填写的「{found}」{MISREAD.get(kind, '无法识别')}"
        if kind == "bad-name":
            message += told(found)
        answer = form.understood(at, str(details["input"]))
        remedy = answer.remedy or f"应为{expected}"
        return form.fault(
            kind, at, message, remedy, found=found, expected=expected, fixes=answer.fixes
        )
    if kind in _BEYOND:
        found, bounds = shown(str(details["input"])), str(form.term(at).bounds)
        message = f"「{label}」填写的「{found}」超出范围"
        return form.fault(
            "out-of-range", at, message, f"应为 {bounds}", found=found, expected=bounds
        )
    return form.fault("wrong-shape", at, f"「{label}」的内容无法识别", "请对照填写说明修改")


def _choices(form: Form[M], at: At) -> tuple[Fix | None, ...]:
    """Every word that may stand behind a key that was left empty."""
    words = form.term(at).words(form.language)
    if len(words) > _FEW or form.location(at) == form.location(at[:-1]):
        return ()
    return tuple(form.fix(at, word, is_sure=False) for word in words)


def _as_written(data: Plain, path: Iterable[tuple[str | int, str | int]]) -> Iterator[str | int]:
    """A path in both languages: of each key the spelling that the file has there."""
    here: Plain = data
    for own, other in path:
        match here:
            case dict():
                part = other if own not in here and other in here else own
                here = here.get(str(part))
            case list():
                part = own
                here = here[part] if isinstance(part, int) and part < len(here) else None
            case _:
                part = own
        yield part


_FEW = 4
_BEYOND = frozenset({"greater_than_equal", "less_than_equal"})
