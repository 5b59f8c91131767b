"""The long paragraphs of a document, each by a digest: enough to tell whether another has them."""

import hashlib
import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.model.evaluation import Evaluation
from generator.source import At
from generator.values.names import folded
from generator.values.text import paragraphs

SHORTEST = 60
"""Signs from which on a paragraph is nobody else's by chance."""
_BLANK = re.compile(r"\s+")
_DIGEST = 12
_FIELDS = ("sections", "findings", "recommendations")


class Passage(NamedTuple):
    """A paragraph without its blanks."""

    at: At
    """English path of the text it stands in."""
    digest: str


LONG = 16
"""Signs from which on what was achieved is told in words of its own."""


def told_apart(text: str | None) -> str:
    """A digest that texts of the same words share, however they are typed; none of a short one."""
    if text is None or len(text) < LONG:
        return ""
    return hashlib.blake2b(folded(text).encode(), digest_size=_DIGEST).hexdigest()


def passages(evaluation: Evaluation) -> Iterator[tuple[Passage, str]]:
    """Every long paragraph of a document, with its signs."""
    for field in _FIELDS:
        for n, item in enumerate(getattr(evaluation, field)):
            if len(item.text or "") >= SHORTEST:
                for paragraph in paragraphs(item.text):
                    text = _BLANK.sub("", paragraph)
                    if len(text) >= SHORTEST:
                        digest = hashlib.blake2b(text.encode(), digest_size=_DIGEST).hexdigest()
                        yield Passage((field, n, "text"), digest), text
