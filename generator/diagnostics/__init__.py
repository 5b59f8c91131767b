"""What is wrong in the content, said once and in one shape."""

from generator.diagnostics.diagnostic import (
    Change,
    Diagnostic,
    Location,
    Severity,
    count,
    ordered,
)
from generator.diagnostics.fix import Fix

__all__ = ["Change", "Diagnostic", "Fix", "Location", "Severity", "count", "ordered"]
