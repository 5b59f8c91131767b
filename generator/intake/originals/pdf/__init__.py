"""PDF files by the standard library alone: what they say, and what in them would run.

Not a PDF reader: pages are not laid out, and encrypted files and pictures are left alone, which is
said. Earlier versions of a page that a file still holds are extract like the last one.
"""

from generator.intake.originals.pdf.active import active
from generator.intake.originals.pdf.text import extract

__all__ = ["active", "extract"]
