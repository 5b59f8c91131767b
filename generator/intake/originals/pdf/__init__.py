"""PDF files by the standard library alone: what they say, and what in them would run.

Not a PDF reader: pages are followed and not drawn, and encrypted files and pictures are left alone,
which is said. Earlier versions of a page that a file still holds are extracted like the last one;
`seen` takes the last one alone.
"""

from generator.intake.originals.pdf.active import active
from generator.intake.originals.pdf.seen import seen
from generator.intake.originals.pdf.text import extract

__all__ = ["active", "extract", "seen"]
