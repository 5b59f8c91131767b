"""Results that may be ordinary facts, and the exception that would accept one.

A report that states no total states none: nobody can mend it. The table in `ordinary.yml` beside
this module names such rules; whoever looked at the report pastes what is offered and says who he
is. What must be filled in is left blank, so that an exception nobody stands for is refused.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from generator.audit.waivers import waiver_line
from generator.diagnostics import Diagnostic
from generator.intake.records import Record
from generator.source import read_file

ORDINARY = Path(__file__).parent / "ordinary.yml"
_INDENT = "  "


@cache
def reasons() -> Mapping[str, str]:
    """What an exception would say of each such rule."""
    document = read_file(ORDINARY, ORDINARY.parent).document
    return {rule: str(said) for rule, said in document.data.items()} if document else {}


def offered(record: Record, fault: Diagnostic) -> str:
    """The YAML lines that would accept a result in this record; "" where none are offered.

    The heading of the block is among them where the record has none yet.
    """
    reason = reasons().get(fault.rule)
    if reason is None:
        return ""
    item = f"{_INDENT}{waiver_line(record.form, fault, reason=reason, value=None)}"
    if record.evaluation.exceptions:
        return item
    return f"{record.form.label(('exceptions',))}:\n{item}"
