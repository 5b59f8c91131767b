"""Search: what can be found, and the index that a browser searches."""

from generator.search.index import FOLDER as INDEX
from generator.search.index import scripts

__all__ = ["INDEX", "scripts"]
