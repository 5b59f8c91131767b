"""The English id that a draft proposes: its project's name in Latin letters."""

import re

from pypinyin import lazy_pinyin

from generator.values.notations import is_slug
from generator.values.text import half_width

_OTHER = re.compile(r"[^a-z0-9]+")
_LONGEST = 48
_UNNAMED = "draft"


def proposed_id(name: str) -> str:
    """A short id that may stand in an address; the clerk may choose a better one."""
    syllables = lazy_pinyin(half_width(name))
    parts = [part for part in (_OTHER.sub("", one.lower()) for one in syllables) if part]
    while parts and len("-".join(parts)) > _LONGEST:
        parts.pop()
    found = "-".join(parts)
    return found if is_slug(found) else _UNNAMED


def distinct(name: str, taken: set[str]) -> str:
    """The id, with a number behind it where another draft has it."""
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    taken.add(found)
    return found
