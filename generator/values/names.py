"""Names as people repeat them: told apart by their signs, not by how these were typed."""

import unicodedata
from functools import lru_cache

_BLANK = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf"})
"""Categories of signs that show nothing by themselves."""
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800")
_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))


@lru_cache(maxsize=4096)  # the records of a folder name the same frames and units
def folded(name: str) -> str:
    """What all spellings of one name share, for comparison only.

    Width, case, blanks and signs that nobody sees make no difference.
    """
    text = unicodedata.normalize("NFKC", name).casefold()
    return "".join(sign for sign in text if not _is_unseen(sign))


@lru_cache(maxsize=8192)  # about as many signs as are in use
def _is_unseen(sign: str) -> bool:
    return (
        unicodedata.category(sign) in _BLANK
        or sign in _FILLERS
        or any(ord(sign) in selectors for selectors in _SELECTORS)
    )
