"""Geometry of the charts; templates only place what is computed here."""
