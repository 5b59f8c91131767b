"""A rule's docstring as its public manual page."""

from inspect import cleandoc

from generator.audit.base import BatchCheck, BesideCheck, Check
from generator.audit.precision import precision
from generator.diagnostics.manual import Manual

PARTS = ("原因", "公式", "依据", "反例", "正例", "改法")
"""What every docstring says, in this order."""
PRECISION = "准确程度"
"""What every manual page says after that."""


def name_of(check: Check | BesideCheck | BatchCheck) -> str:
    """The permanent name: the module's, with dashes."""
    return check.__name__.rpartition(".")[2].replace("_", "-")


def manual(check: Check | BesideCheck | BatchCheck) -> Manual:
    """Read a rule's docstring: a title, a summary, then one paragraph for each part.

    How often it was right is told from the figures, never by its author.
    """
    title, summary, *rest = cleandoc(check.__doc__ or "").split("\n\n")
    parts = dict(paragraph.split("：", 1) for paragraph in rest)
    name = name_of(check)
    return Manual(
        name,
        title.strip().rstrip("。"),
        check.SEVERITY,
        _joined(summary),
        {
            **{part: _joined(text) for part, text in parts.items()},
            PRECISION: str(precision(name)),
        },
    )


def _joined(text: str) -> str:
    """Chinese lines broken in the source run on without a blank."""
    return "".join(line.strip() for line in text.splitlines())
