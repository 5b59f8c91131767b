"""Cells of targets and actual values: how what people type there is read."""
