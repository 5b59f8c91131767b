"""All evaluations of a site: what lists show of each, and how they are grouped."""

from generator.catalog.catalog import Catalog
from generator.catalog.entries import Entry
from generator.catalog.summaries import Count, Figures, Summary

__all__ = ["Catalog", "Count", "Entry", "Figures", "Summary"]
