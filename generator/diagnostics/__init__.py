"""What is wrong in the content, said once and in one shape."""

from generator.diagnostics.diagnostic import Diagnostic, Location, Severity, count, ordered

__all__ = ["Diagnostic", "Location", "Severity", "count", "ordered"]
