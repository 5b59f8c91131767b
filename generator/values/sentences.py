"""Running text in its sentences: where one ends, and what it says before a place."""

import re

ENDS = "。；;！!？?\n"
"""What ends a sentence; a semicolon does, since what stands behind it is of something else."""
_END = re.compile(f"[{ENDS}]+")
_FAR = 200


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text without the signs that end them; blank ones left out."""
    return tuple(filter(str.strip, _END.split(text)))


def said_before(text: str, place: int, *, ends: str = ENDS, far: int = _FAR) -> str:
    """What the sentence at a place says before it.

    No more than `far` signs of it, so that a match costs the same in a text of any length. Other
    `ends` make it a clause, or a paragraph.
    """
    first = max(0, place - far)
    for sign in ends:  # each has less to look through than the one before it
        first = max(first, text.rfind(sign, first, place) + 1)
    return text[first:place]
