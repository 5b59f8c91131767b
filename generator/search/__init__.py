"""Search: what can be found, and the index that a browser searches."""

from generator.search.index import FOLDER as INDEX
from generator.search.index import name_of, scripts

__all__ = ["INDEX", "name_of", "scripts"]
