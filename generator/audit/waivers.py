"""An exception as it should stand in a record's own file."""

from typing import Any

from generator import source
from generator.binding.filling import Form
from generator.diagnostics import Diagnostic
from generator.source import Layout, Plain


def waiver_line(
    form: Form[Any], fault: Diagnostic, *, reason: str, value: str | None,
    post: str = "", day: str = "",
) -> str:  # fmt: skip
    """The exception for a result on one line, in the language of the file.

    Without a value it holds whatever the place says. What must be filled in is left blank.
    """
    parts = {
        "rule": fault.rule, "field": fault.spelt, "value": value,
        "reason": reason, "post": post, "date": day,
    }  # fmt: skip
    typed: dict[str, Plain] = {
        form.label(("exceptions", 0, key)): text for key, text in parts.items() if text is not None
    }
    written = source.write({"": [typed]}, Layout(inline=frozenset({("", 0)})))
    return written.splitlines()[1].strip()
