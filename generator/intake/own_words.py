"""What a site says beside its records, searched for numbers of persons and marks of secrecy.

The publisher's file, the register, the frames, the pages written by hand and the files beside them
are as public as any report. No exception is taken there: what is found must go.
"""

from collections.abc import Iterator
from pathlib import Path

from generator.binding.filling import Form, M
from generator.diagnostics import Diagnostic, Location, Severity
from generator.intake.originals import active_in, extract_of, kind_of
from generator.intake.originals.attachments import Original
from generator.privacy import marks, numbers
from generator.schema.vocabulary import vocabulary
from generator.source import At, Plain

_REMEDY = "请删去；记录以外的文字没有例外"


def in_form(form: Form[M]) -> Iterator[Diagnostic]:
    """In every text of a content file, under keys that nobody knows too."""
    terms = vocabulary(form.model)
    for at, text in _texts(form.document.data, ()):
        for rule, said in _found(text):
            path = tuple(terms.english(at, form.language))
            message = f"「{form.label(path)}」中有{said}"
            yield form.fault(rule, path, message, _REMEDY, found=said)


def in_page(path: str, text: str) -> Iterator[Diagnostic]:
    """In a page written by hand, at the line where it stands, or at the first one."""
    lines = {found: n for n, line in enumerate(text.split("\n"), 1) for found in _found(line)}
    for rule, said in dict.fromkeys(_found(text)):
        place = Location(path, lines.get((rule, said), 1))
        message = f"页面中有{said}"
        yield Diagnostic(rule, Severity.ERROR, place, message, _REMEDY, found=said)


def in_file(file: Path, place: Location) -> Iterator[Diagnostic]:
    """In a document beside the pages; what would run in it is named as in an attachment."""
    if (kind := kind_of(file)) is None:
        return
    original = Original(file, file.stem, kind, file.stat().st_size)
    if active := active_in(original):
        message = f"「{file.name}」中有{'、'.join(active)}，打开时会运行或联网"
        remedy = "请用原软件删去这些内容，或另存为不带它们的 PDF，再重新放入"
        yield Diagnostic("attachment-active", Severity.ERROR, place, message, remedy)
    for part in extract_of(original).parts:
        for rule, said in _found(part.text):
            message = f"「{file.name}」的{part.name}中有{said}"
            yield Diagnostic(rule, Severity.ERROR, place, message, _REMEDY, found=said)


def _found(text: str) -> Iterator[tuple[str, str]]:
    """The rule, and what is said of it, masked."""
    for seen in numbers.numbers(text):
        yield "personal-data", f"{seen.kind} {seen.masked}"
    for mark in marks.marks(text):
        yield "secrecy-mark", f"密级或内部标志「{mark}」"


def _texts(value: Plain, at: At) -> Iterator[tuple[At, str]]:
    match value:
        case str():
            yield at, value
        case dict():
            for key, part in value.items():
                yield from _texts(part, (*at, key))
        case list():
            for n, part in enumerate(value):
                yield from _texts(part, (*at, n))
