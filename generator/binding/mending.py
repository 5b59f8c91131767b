"""What is certain in a file's faults, mended; every mend is proved harmless by reading again.

Mending a line shows the next slip in it, so this goes on until nothing certain is left. What has
several readings, or one that is only likely, stays as it is.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator import source
from generator.binding.filling import Form
from generator.diagnostics import Diagnostic, Fix, Severity
from generator.schema.fields import Model
from generator.source import At, Document, Plain

Read = Callable[[bytes], Form[Model]]
"""Reads the bytes of the file in question."""

_ROUNDS = 20
"""A line seldom has more slips that hide one another than two; a reading tells of some hundred."""
_KEPT = 3
"""Readings that are asked for again: of the file before and after."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A file with all that is certain mended."""

    content: bytes
    told: tuple[tuple[int, str], ...]
    """What was wrong, each with its line in the file as it was."""
    waiting: tuple[Diagnostic, ...]
    """What somebody has to choose, and what would make the file say something else."""
    unread: tuple[Diagnostic, ...] = ()
    """Why the file cannot be read even so, where no line can be told."""


def mended(content: bytes, faults: Sequence[Diagnostic], read: Read) -> Mended:
    """Mend what is certain among these faults of a file, then in what it shows when read again."""
    read = lru_cache(_KEPT)(read)
    by_reading = {(fault.rule, fault.message) for fault in read(content).diagnostics}
    beyond = [f for f in faults if f.fix is None and (f.rule, f.message) not in by_reading]
    told: list[tuple[int, str]] = []
    broken: list[tuple[int, int]] = []
    now = content
    for _ in range(_ROUNDS):
        taken, now = _round(now, [fault for fault in faults if fault.fix is not None], read)
        told += [(_before(fault.location.line, broken), fault.message) for fault in taken]
        for fix in sorted((fault.fix for fault in taken if fault.fix is not None), reverse=True):
            broken += [(fix.line, fix.added)]
        if not taken:
            break
        faults = read(now).diagnostics
    waiting = (fault for fault in (*faults, *beyond) if fault.fixes)
    unread = (fault for fault in faults if fault.rule.startswith("yaml-") and not fault.fixes)
    return Mended(now, tuple(told), tuple(dict.fromkeys(waiting)), tuple(dict.fromkeys(unread)))


def _before(line: int, changed: Sequence[tuple[int, int]]) -> int:
    """The number that a line had before these lines were broken or taken, one after another."""
    for number, added in reversed(changed):
        line = _number_before(line, number, added)
    return line


def _number_before(line: int, number: int, added: int) -> int:
    """The number of a line before one was broken into more, or went."""
    if added < 0:
        return line + (line >= number)
    return line - min(added, max(0, line - number))


def _round(
    content: bytes, faults: Sequence[Diagnostic], read: Read
) -> tuple[Sequence[Diagnostic], bytes]:
    """All at once where that does no harm, else without those that do."""
    return _halved(content, _apart(faults), read)


def _halved(
    content: bytes, chosen: Sequence[Diagnostic], read: Read
) -> tuple[Sequence[Diagnostic], bytes]:
    """The lower half first: the places above it stay where they are."""
    if not chosen:
        return (), content
    if (result := _tried(content, chosen, read)) is not None:
        return chosen, result
    if len(chosen) == 1:
        return (), content
    middle = len(chosen) // 2
    lower, content = _halved(content, chosen[middle:], read)
    upper, content = _halved(content, chosen[:middle], read)
    return (*upper, *lower), content


def _apart(faults: Sequence[Diagnostic]) -> list[Diagnostic]:
    fixes = source.apart(fault.fix for fault in faults if fault.fix is not None)
    by_fix = {fault.fix: fault for fault in reversed(faults)}
    return [by_fix[fix] for fix in fixes]


def _tried(content: bytes, faults: Sequence[Diagnostic], read: Read) -> bytes | None:
    """The content with these mended; None where it would then say anything else."""
    fixes = [fault.fix for fault in faults if fault.fix is not None]
    result = source.patched(content, fixes)
    if result is None or result == content:
        return None
    return result if _is_harmless(content, result, fixes, read) else None


def _is_harmless(before: bytes, after: bytes, fixes: Sequence[Fix], read: Read) -> bool:
    """Whether nothing but the lines mended says anything else, and these say no new nonsense."""
    was, now = read(before), read(after)
    lines = _lines(fixes)
    known = {(fault.rule, fault.message) for fault in was.diagnostics}
    for fault in now.diagnostics:
        is_new = (fault.rule, fault.message) not in known
        if is_new and fault.severity is Severity.ERROR and _is_caused(fault, was, lines):
            return False
    old, new = (_reading(content, was.document.path) for content in (before, after))
    if old.document and new.document:
        comments = [source.layout_of(content).comments for content in (before, after)]
        if comments[0] != comments[1]:
            return False
    one, other = old.document or old.mended, new.document or new.mended
    if one is None or other is None:
        return True
    is_doubled = any(fault.rule == _DOUBLED for fault in was.diagnostics)
    return _agree(one, other, fixes, may_add=is_doubled)


_reading = lru_cache(_KEPT)(source.read)

_DOUBLED = "duplicate-key"
_OF_SHAPE = frozenset(("unknown-field", "wrong-shape", _DOUBLED, "missing-field"))


def _is_caused(fault: Diagnostic, was: Form[Model], lines: frozenset[int]) -> bool:
    """Whether a fault that was not said before comes of the mend, rather than from behind it."""
    if was.document.data:  # all of it was read before
        return not fault.fixes or fault.rule in _OF_SHAPE
    return fault.location.line in lines and (
        fault.rule in _OF_SHAPE or (fault.rule.startswith("yaml-") and fault.fix is None)
    )


def _lines(fixes: Sequence[Fix]) -> frozenset[int]:
    """The numbers, in the file as it is mended, of the lines that were touched."""
    numbers: set[int] = set()
    added = 0
    for fix in sorted(fixes):
        first = fix.line + added
        numbers |= set(range(first, first + fix.added + 1))
        added += fix.added
    return frozenset(numbers)


def _agree(one: Document, other: Document, fixes: Sequence[Fix], *, may_add: bool) -> bool:
    """Whether two documents say the same in all lines that were not touched.

    `may_add` where a key was doubled: of the two, one was not heard before.
    """
    touched = ({fix.line for fix in fixes}, _lines(fixes))
    old, new = (
        _by_line(document, lines) for document, lines in zip((one, other), touched, strict=True)
    )
    before = {_line_before(line, fixes): said for line, said in new.items()}
    return before == old or (may_add and before.items() >= old.items())


def _line_before(line: int, fixes: Sequence[Fix]) -> int:
    """The number of an untouched line in the file as it was."""
    for fix in sorted(fixes):
        line = _number_before(line, fix.line, fix.added)
    return line


def _by_line(document: Document, touched: Collection[int]) -> dict[int, list[tuple[str, str]]]:
    said: dict[int, list[tuple[str, str]]] = {}
    for line, one in _said(document):
        if line not in touched:
            said.setdefault(line, []).append(one)
    return said


def _said(document: Document) -> Iterator[tuple[int, tuple[str, str]]]:
    """Every text with its key, and the line that it stands in."""
    for at, text in _texts(document.data, ()):
        key = next((part for part in reversed(at) if isinstance(part, str)), "")
        yield document.location(at).line, (key, text)


def _texts(data: Plain, at: At) -> Iterator[tuple[At, str]]:
    if isinstance(data, str):
        yield at, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*at, key))
    elif isinstance(data, list):
        for n, value in enumerate(data):
            yield from _texts(value, (*at, n))
