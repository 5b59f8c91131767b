"""A content file as a filled-in form: read, its format known, every fault with English fields."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from generator import source
from generator.binding.filling import Form, fill
from generator.binding.fitting import fitting
from generator.binding.trials import Trials
from generator.binding.wholly import wholly
from generator.diagnostics import Diagnostic, Severity, ordered
from generator.schema.fields import Model
from generator.schema.lexicon import NOTHING, Lexicon
from generator.schema.vocabulary import vocabulary
from generator.source import At, Reading, dotted, undotted
from generator.values.money import parse

FORMATS = range(1, 3)
"""The versions of the file format this program reads; files of an older one stay as they are."""
NEWEST = FORMATS[-1]

_FITTED = 100
"""So many messages of a file are held against its declarations: each may read it twice more."""

M = TypeVar("M", bound=Model)


def open_form(file: Path, root: Path, model: type[M], lexicon: Lexicon = NOTHING) -> Form[M]:
    """Read a file below `root` as a model; the value is None exactly when `fill` says so."""
    reading = source.read_file(file, root)
    return _form(reading, file.relative_to(root).as_posix(), model, lexicon)


def form_of(content: bytes, path: str, model: type[M], lexicon: Lexicon = NOTHING) -> Form[M]:
    """The same of bytes in hand; `path` is what messages call them."""
    return _form(source.read(content, path), path, model, lexicon)


def _form(reading: Reading, path: str, model: type[M], lexicon: Lexicon) -> Form[M]:
    fields = [_field(fault, model) for fault in reading.diagnostics]
    noted = tuple(
        replace(fault, field=dotted(at))
        for fault, at in zip(reading.diagnostics, fields, strict=True)
    )
    doubtful = {at for f, at in zip(noted, fields, strict=True) if f.severity is Severity.ERROR}
    form = fill(reading.document or source.Document(path, {}), model, doubtful, lexicon)
    if reading.document is None:
        if reading.text:
            noted = tuple(
                fitting(fault, reading.text, path, model, lexicon) if n < _FITTED else fault
                for n, fault in enumerate(noted)
            )
            noted = wholly(noted, reading.text, path, model, lexicon)
        lines = {fault.location.line for fault in noted if fault.rule == "yaml-syntax"}
        further = (f for f in _further_slips(reading.mended, model) if f.location.line not in lines)
        slips = ordered((*noted, *further))
        if reading.text:
            slips = Trials(reading.text, path, model, lexicon).repaired(slips)
        return replace(form, value=None, diagnostics=slips, partial=None)
    if stranger := _of_another_format(form):
        return replace(form, value=None, diagnostics=(*noted, stranger), partial=None)
    faults = (*noted, *form.diagnostics)
    if form.value is None and any(fault.severity is Severity.ERROR for fault in faults):
        faults = Trials(reading.document.text, path, model, lexicon).repaired(faults)
    return replace(form, diagnostics=faults)


def _further_slips(mended: source.Document | None, model: type[Model]) -> Iterator[Diagnostic]:
    """Slips that YAML reads as text, and only the model knows to be none."""
    if mended is not None:
        yield from (f for f in fill(mended, model).diagnostics if f.rule == "wrong-shape")


def _field(fault: Diagnostic, model: type[Model]) -> At:
    """What the reader of YAML names as typed, in English names."""
    terms = vocabulary(model)
    parts = undotted(fault.field)
    language = terms.language([str(part) for part in parts[:1]])
    return tuple(terms.english(parts, language))


def _of_another_format(form: Form[M]) -> Diagnostic | None:
    """A file of another format must not be read by the wrong rules."""
    typed = form.document.data.get("format", form.document.data.get("格式"))
    number = parse(typed) if isinstance(typed, str) else None
    if number is None or number in FORMATS or number != number.to_integral_value():
        return None
    known = f"第 {FORMATS[0]} 版至第 {NEWEST} 版"
    message = f"文件格式是第 {number} 版，本程序只认识{known}"
    remedy = "请升级 gongkai 后再试" if number > NEWEST else f"请改为 {NEWEST}"
    return form.fault(
        "unsupported-format", ("format",), message, remedy,
        found=str(number), expected=str(NEWEST),
    )  # fmt: skip
