"""A text without what points at a person, for where nobody looks at it before it is shown."""

from generator.privacy.numbers import masked
from generator.privacy.signs import SIGN, signs


def hidden(text: str) -> str:
    """The text with every number and sign of a person hidden, quite ordinary ones too."""
    if SIGN.search(text):
        kept: list[str] = []
        rest = len(text)
        for found in sorted(signs(text), key=lambda one: one.end, reverse=True):
            if found.end <= rest:
                kept += text[found.end : rest], found.masked
                rest = found.start
        text = text[:rest] + "".join(reversed(kept))
    return masked(text)
