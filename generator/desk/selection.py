"""What a reviewer wants to see of a desk."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from generator.desk.filing import Desk, Filed
from generator.diagnostics import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Selection:
    """Which files, and which of their results; what is empty leaves nothing out."""

    departments: AbstractSet[str] = frozenset()
    """By their ids."""
    years: AbstractSet[int] = frozenset()
    rules: AbstractSet[str] = frozenset()
    severities: AbstractSet[Severity] = frozenset()
    blocking: bool = False
    """Only what stops a build."""
    open: bool = False
    """Without what exceptions accept."""

    def of(self, desk: Desk) -> Desk:
        """The desk with what is wanted of it; files without a result that is wanted stay."""
        kept = [file for file in desk.files if self._has_file(file)]
        return desk.of([_narrowed(file, self) for file in kept])

    def has(self, result: Diagnostic) -> bool:
        """Whether a result is wanted, whatever file it is in."""
        return (
            (not self.rules or result.rule in self.rules)
            and (not self.severities or result.severity in self.severities)
            and (result.stops or not self.blocking)
            and not (result.accepted and self.open)
        )

    def _has_file(self, file: Filed) -> bool:
        department = file.department.id if file.department else ""
        return (not self.departments or department in self.departments) and (
            not self.years or file.year in self.years
        )


def _narrowed(file: Filed, selection: Selection) -> Filed:
    return replace(file, results=tuple(filter(selection.has, file.results)))
