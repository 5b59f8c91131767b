"""What is kept between two runs, so that the second does only what has changed."""

from pathlib import Path

FOLDER = Path(".cache") / "gongkai"
"""Beside mkdocs.yml, where Material keeps its own; safe to delete."""
