"""A slip of YAML hides what is wrong with the value behind it; the line to type has both mended."""

from collections.abc import Sequence
from dataclasses import replace

from generator import source
from generator.binding.filling import fill
from generator.diagnostics import Diagnostic, Fix
from generator.diagnostics.fix import between
from generator.schema.fields import Model
from generator.schema.lexicon import Lexicon
from generator.values.text import shown


def wholly(
    faults: Sequence[Diagnostic], text: str, path: str, model: type[Model], lexicon: Lexicon
) -> tuple[Diagnostic, ...]:
    """The slips of a file, the sure ones with all that is sure of their lines."""
    sure = [fault.fix for fault in faults if fault.fix and "\n" not in fault.fix.text]
    reading = source.read(source.patched(text.encode(), sure) or b"", path) if sure else None
    document = (reading.document or reading.mended) if reading else None
    if document is None:
        return tuple(faults)
    behind: dict[int, list[Fix]] = {}
    strange: set[int] = set()
    for fault in fill(document, model, lexicon=lexicon).diagnostics:
        if fault.fix is not None:
            behind.setdefault(fault.fix.line, []).append(fault.fix)
        elif fault.rule == "unknown-field":
            strange.add(fault.location.line)
    typed, mended = text.split("\n"), document.text.split("\n")
    return tuple(
        _doubtful(fault) if fault.location.line in strange else _with(fault, behind, typed, mended)
        for fault in faults
    )


def _doubtful(fault: Diagnostic) -> Diagnostic:
    """A slip in a line whose name nobody knows: it may be none, but a part of the text above."""
    return replace(fault, fixes=tuple(replace(fix, is_sure=False) for fix in fault.fixes))


def _with(
    fault: Diagnostic, behind: dict[int, list[Fix]], typed: Sequence[str], mended: Sequence[str]
) -> Diagnostic:
    fix = fault.fix
    if fix is None or "\n" in fix.text or fix.line not in behind:
        return fault
    meant = mended[fix.line - 1]
    for further in reversed(source.apart(behind[fix.line])):
        meant = f"{meant[: further.column - 1]}{further.text}{meant[further.end - 1 :]}"
    remedy = f"{fault.remedy.partition('：「')[0]}；这一行写成「{shown(meant)}」"
    whole = between(fix.line, typed[fix.line - 1], meant)
    return replace(fault, fixes=(whole,), remedy=remedy)
