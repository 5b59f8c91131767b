"""Search: what can be found, and the index that a browser searches."""

from generator.search.index import FOLDER as INDEX
from generator.search.index import indexed_anew, name_of, scripts

__all__ = ["INDEX", "indexed_anew", "name_of", "scripts"]
