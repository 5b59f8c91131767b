"""A rule's docstring as its public manual page."""

from inspect import cleandoc

from generator.audit.base import BatchCheck, BesideCheck, Check
from generator.diagnostics.manual import Manual

PARTS = ("原因", "公式", "依据", "反例", "正例")
"""What every manual page says, in this order."""


def name_of(check: Check | BesideCheck | BatchCheck) -> str:
    """The permanent name: the module's, with dashes."""
    return check.__name__.rpartition(".")[2].replace("_", "-")


def manual(check: Check | BesideCheck | BatchCheck) -> Manual:
    """Read a rule's docstring: a title, a summary, then one paragraph for each part."""
    title, summary, *rest = cleandoc(check.__doc__ or "").split("\n\n")
    parts = dict(paragraph.split("：", 1) for paragraph in rest)
    return Manual(
        name_of(check),
        title.strip().rstrip("。"),
        check.SEVERITY,
        _joined(summary),
        {name: _joined(text) for name, text in parts.items()},
    )


def _joined(text: str) -> str:
    """Chinese lines broken in the source run on without a blank."""
    return "".join(line.strip() for line in text.splitlines())
