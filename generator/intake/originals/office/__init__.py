"""Packages of XML files, docx, xlsx and ofd: what they say and show, what would run."""

from generator.intake.originals.office.active import active
from generator.intake.originals.office.seen import seen
from generator.intake.originals.office.text import extract

__all__ = ["active", "extract", "seen"]
