"""Where a link in an original leads: a reader may follow an address, a file runs nothing."""

import re

from generator.values.text import shown

_ORDINARY = frozenset({"http", "https", "mailto", "ftp", "tel"})
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{0,30}):")
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0]+")


def is_ordinary(target: str) -> bool:
    """Whether this is an address of the web or of a mailbox, or a place beside the file.

    Programs drop blanks and control characters from a scheme before they look at it.
    """
    plain = _UNSEEN.sub("", target)
    if plain.startswith(("\\\\", "//")):
        return False
    scheme = _SCHEME.match(plain)
    return scheme is None or scheme[1].lower() in _ORDINARY


def target_shown(target: str) -> str:
    """A target as a message shows it."""
    return f"「{shown(target)}」"
