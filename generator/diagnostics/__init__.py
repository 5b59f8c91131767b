"""What is wrong in the content, said once and in one shape."""

from generator.diagnostics.diagnostic import (
    Change,
    Diagnostic,
    Location,
    Severity,
    count,
    ordered,
)

__all__ = ["Change", "Diagnostic", "Location", "Severity", "count", "ordered"]
