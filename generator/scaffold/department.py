"""A department added to departments.yml: everything that stands there already stays as it is."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator import source
from generator.binding.filling import Form, fill
from generator.diagnostics import Diagnostic, Severity
from generator.model.register import Department, Departments
from generator.scaffold.blank_form import item_of
from generator.schema.languages import Language
from generator.schema.vocabulary import vocabulary
from generator.source import Document, Plain

_MARK = b"\xef\xbb\xbf"
_EMPTY = frozenset({"", "[]"})


class UnsuitedError(Exception):
    """The file cannot be added to by a program; the message says why and what to do."""

    def __init__(self, message: str, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(message)
        self.diagnostics = diagnostics


@dataclass(frozen=True, slots=True)
class Register:
    """departments.yml as bytes and as what they say."""

    content: bytes
    form: Form[Departments]

    @property
    def value(self) -> Departments:
        """The regions and departments; `opened` has made sure that they are there."""
        if self.form.value is None:
            raise ValueError(self.form.document.path)
        return self.form.value


def opened(content: bytes, path: str) -> Register:
    """The register in a file's bytes, without faults; raises `UnsuitedError` otherwise."""
    reading = source.read(content, path)
    form = fill(reading.document or Document(path, {}), Departments)
    faults = (*reading.diagnostics, *(form.diagnostics if reading.document else ()))
    failed = any(fault.severity is Severity.ERROR for fault in faults)
    if failed or form.value is None:
        raise UnsuitedError(f"{path} 有错误，请先改正", faults)
    if any(fault.rule == "file-encoding" for fault in faults):
        raise UnsuitedError(f"{path} 不是 UTF-8 编码，请先另存为 UTF-8", faults)
    return Register(content, form)


def added(register: Register, values: Mapping[str, Plain]) -> bytes:
    """The file with one more department, at the end of the list; raises `UnsuitedError`.

    What comes out is read back: unless it holds exactly what was there and the new department,
    nothing is given.
    """
    form = register.form
    path, language = form.document.path, form.language
    bytes_mark = _MARK if register.content.startswith(_MARK) else b""
    text = register.content.removeprefix(_MARK).decode()
    ending = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").split("\n")
    lines = _inserted(lines, form.document, language, values)
    content = bytes_mark + ending.join(lines).encode()
    try:
        again = opened(content, path)
    except UnsuitedError as unsuited:
        message = f"无法自动写入 {path}，请手工添加"
        raise UnsuitedError(message, unsuited.diagnostics) from None
    wanted = fill(_with_item(form.document, language, values), Departments).value
    if wanted is None or again.form.value != wanted:
        raise UnsuitedError(f"{path} 的写法无法自动添加，请手工添加")
    return content


def _with_item(document: Document, language: Language, values: Mapping[str, Plain]) -> Document:
    key, typed = _key(language), _typed(values, language)
    items = document.data.get(key)
    listed = items if isinstance(items, list) else []
    data = document.data | {key: [*listed, typed]}
    return Document(document.path, data, document.places, document.slips_within)


def _typed(values: Mapping[str, Plain], language: Language) -> dict[str, Plain]:
    """Values by the keys of the file's language, in the model's order, without empty ones."""
    terms = vocabulary(Department).terms
    return {
        term.key(language): value for name, term in terms.items() if (value := values.get(name))
    }


def _key(language: Language) -> str:
    return vocabulary(Departments).terms["departments"].key(language)


def _inserted(
    lines: list[str], document: Document, language: Language, values: Mapping[str, Plain]
) -> list[str]:
    """The lines with the new item behind the last one, indented as that is."""
    key = _key(language)
    items = document.data.get(key)
    place = document.key_location((key,))
    if items:
        first_item = document.location((key, 0))
        column = first_item.column - 1
        first = lines[first_item.line - 1]
        dash = len(first) - len(first.lstrip(" "))
        if first[dash : dash + 1] != "-" or dash >= column:
            message = f"{document.path} 的“{key}”写成了一行，无法自动添加；请手工添加"
            raise UnsuitedError(message)
        margin = " " * dash
    elif lines[place.line - 1].partition(":")[2].strip() in _EMPTY:
        lines = [*lines]
        lines[place.line - 1] = f"{key}:"
        margin = "  "
    else:
        raise UnsuitedError(f"{document.path} 的“{key}”无法自动添加；请手工添加")
    end = _end(lines, document, place.line)
    entry = source.write(_typed(values, language)).splitlines()
    item = [f"{margin}{line}" for line in item_of(entry)]
    # A file whose last line has no end gets one.
    return [*lines[:end], *item, *(lines[end:] or [""])]


def _end(lines: list[str], document: Document, start: int) -> int:
    """How many lines belong to the list that begins at line `start`, and to what is above it.

    Comments at the margin and empty lines behind the list belong to what follows.
    """
    following = [document.key_location((key,)).line for key in document.data]
    end = min((line - 1 for line in following if line > start), default=len(lines))
    while end > start and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end
