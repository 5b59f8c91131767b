"""Of several readings of a line those that the declarations of its file allow.

YAML leaves it open whether `资金: 单位: 万元` is a text or a block on one line; the field knows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import IntEnum
from textwrap import dedent

from generator import source
from generator.binding.filling import fill
from generator.diagnostics import Diagnostic, Fix, Severity
from generator.diagnostics.fix import between
from generator.schema.fields import Model
from generator.schema.lexicon import Lexicon
from generator.schema.vocabulary import keys_of
from generator.source import moves


class _Fit(IntEnum):
    NO, UNKNOWN, YES = range(3)


def fitting(
    fault: Diagnostic, text: str, path: str, model: type[Model], lexicon: Lexicon
) -> Diagnostic:
    """The fault with what fits best of its fixes in the text of a file; a single one is sure."""
    entries = _entries(fault, text.split("\n"), model) if fault.rule == "yaml-syntax" else ()
    by_result = {fix.result: fix for fix in (*entries, *fault.fixes)}
    found = tuple(by_result.values()) if len(by_result) > 1 else fault.fixes
    if len(found) <= 1:
        return fault
    fits = {fix: _fit(text.encode(), fix, path, model, lexicon) for fix in found}
    best = max(fits.values())
    fixes = tuple(fix for fix in found if fits[fix] is best)
    if best is not _Fit.YES or len(fixes) > 1:
        return replace(fault, fixes=tuple(replace(fix, is_sure=False) for fix in fixes))
    [only] = fixes
    return replace(fault, fixes=(replace(only, is_sure=True),), remedy=told(only))


def told(fix: Fix) -> str:
    """What to do, where one fix is the answer."""
    lines = "、".join(f"「{line.strip()}」" for line in dedent(fix.result).strip().split("\n"))
    return f"请分成两行：{lines}" if "\n" in fix.result.strip() else f"请写成{lines}"


def _entries(fault: Diagnostic, lines: Sequence[str], model: type[Model]) -> Iterator[Fix]:
    """The line of a fault in two, where a key of its file begins within it."""
    number = fault.location.line
    for _, meant in moves.cut(lines, number, keys_of(model)):
        yield between(number, lines[number - 1], meant)


def _fit(content: bytes, fix: Fix, path: str, model: type[Model], lexicon: Lexicon) -> _Fit:
    """Whether nothing is wrong any more with the line as it will stand."""
    reading = source.read(source.patched(content, [fix]) or b"", path)
    document = reading.document or reading.mended
    if document is None:
        return _Fit.UNKNOWN
    found = (*reading.diagnostics, *fill(document, model, lexicon=lexicon).diagnostics)
    lines = range(fix.line, fix.line + fix.text.count("\n") + 1)
    wrong = any(f.location.line in lines and f.severity is Severity.ERROR for f in found)
    return _Fit.NO if wrong else _Fit.YES
