"""Search: what can be found, and the index that a browser searches."""

from generator.search.index import indexed_anew, scripts
from generator.search.script_files import FOLDER as INDEX
from generator.search.script_files import name_by

__all__ = ["INDEX", "indexed_anew", "name_by", "scripts"]
