"""Tables to take along: columns declared once, written as CSV, as a workbook, as JSON."""

from generator.tables.table import Cell, Column, Table

__all__ = ["Cell", "Column", "Table"]
"""Each format is a module: `csv_text`, `workbook`, `json_text`."""
