"""Ids proposed for new records: what a project is called, in Latin letters, short and unused."""

import re
from collections.abc import Collection
from itertools import count

from generator.values.notations import is_slug
from generator.values.text import half_width, squeeze

_RUN = re.compile(r"[a-z0-9]+|[\u4e00-\u9fff]+")
_LATIN = re.compile(r"[a-z0-9]+")
_GENERAL = re.compile(r"(?<=..)(?:专项资金|补助资金|项目资金|专项经费|资金|经费|项目)\Z")
"""What many names end with, and what tells none of them from another."""
_LONGEST = 40
"""Signs of a proposal: an address that can be read out and typed."""


def proposed(name: str, taken: Collection[str]) -> str:
    """An id for what has this name, none of those taken; empty where nothing of it can be spelt.

    Chinese characters are spelt in pinyin without tones, a syllable between two hyphens; what does
    not fit is left out.
    """
    base = _spelt(name)
    return unused(base, taken) if base else ""


def unused(base: str, taken: Collection[str]) -> str:
    """The id itself, or with the first number behind it that makes it one of its own."""
    numbered = (base if n == 1 else f"{base}-{n}" for n in count(1))
    return next(one for one in numbered if is_slug(one) and one not in taken)


def _spelt(name: str) -> str:
    # Its dictionaries take half a second to load, which no other command should wait for.
    from pypinyin import lazy_pinyin  # noqa: PLC0415

    text = _GENERAL.sub("", half_width(squeeze(name)).lower())
    spelt = [syllable for run in _RUN.findall(text) for syllable in lazy_pinyin(run)]
    kept = ""
    for syllable in filter(_LATIN.fullmatch, spelt):
        longer = f"{kept}-{syllable}" if kept else syllable
        if len(longer) > _LONGEST:
            break
        kept = longer
    return kept
