"""What a result shows, packed: half of an index would else be the signs of such texts.

Deflated behind a dictionary of what such reports say again and again, two bytes for most signs, and
written in base 85, since it travels in a script. `search-results.js` unpacks it. The dictionary is
the program's own and the same for all sites: a record that changes leaves all others as they are.
"""

import json
import re
import zlib
from base64 import b85encode
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generator.intake.declarations import built_in

ENCODING = "gb18030"
"""Holds every sign, and browsers know it."""
_UNSURE = re.compile("[\u1e3f\ud800-\udfff\ue000-\uf8ff]")
"""Of these, private ones and one that took a private one's place, versions of it disagree."""
_PHRASES = Path(__file__).with_name("phrases.txt")
_LEVEL, _RAW, _MEMORY = 9, -15, 9
_REACH = 32_000
"""So far back a text can refer, in bytes."""


def packed(data: object) -> str:
    """Data of a script as one text of plain signs."""
    return _deflated(_primed().copy(), encoded(data))


def encoded(data: object) -> bytes:
    """Data as JSON in that encoding; what is not sure there is written by its number."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _UNSURE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text).encode(ENCODING)


@cache
def packed_dictionary() -> str:
    """The dictionary as a text, packed without one."""
    return _deflated(zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW, _MEMORY), dictionary())


@cache
def dictionary() -> bytes:
    """Words, names of the kinds and frames of the program, phrases: the last are the nearest.

    Of the words that reports use for what is said otherwise, those that several sayings mean: every
    first query loads this.
    """
    declared = built_in()
    used = Counter(word for one in declared.search_words for word in one.also)
    plain = "".join(word for word, times in used.items() if times > 1)
    models = (model.model_dump(mode="json") for model in (*declared.kinds, *declared.frames))
    names = dict.fromkeys(name for model in models for name in _texts(model))
    text = "\n".join((plain, *names, _PHRASES.read_text(encoding="utf-8").rstrip("\n")))
    return text.encode(ENCODING)[-_REACH:]


@cache
def _primed() -> "zlib._Compress":
    return zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW, _MEMORY, zdict=dictionary())


def _deflated(compressing: "zlib._Compress", content: bytes) -> str:
    return b85encode(compressing.compress(content) + compressing.flush()).decode("ascii")


def _texts(value: object) -> Iterator[str]:
    """All Chinese texts of a model as plain data."""
    if isinstance(value, str):
        if not value.isascii():
            yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
