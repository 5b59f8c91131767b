"""Search: what can be found, and the index that a browser searches."""

from generator.search.index import Script, scripts

__all__ = ["Script", "scripts"]
