"""Packages of XML files, docx, xlsx and ofd: what they say, and what in them would run."""

from generator.intake.originals.office.active import active
from generator.intake.originals.office.text import extract

__all__ = ["active", "extract"]
