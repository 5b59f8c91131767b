"""Quotes of an input method that YAML takes for a part of the text, with the other one missing.

`“%"` and `“为农村学生` are read without a word, and pages would show them so. Only what stands at
an end of the text is looked at: one in its middle may be printed so, and nobody knows its place.
"""

_OPENS, _CLOSES = "“", "”"
_ENDS = frozenset((_CLOSES, '"'))
_SIGNS = f"{_OPENS}{_CLOSES}\"'"
_LONGEST_UNIT = 6


def may_be_said(text: str) -> bool:
    """Whether something may be said of a text in some field."""
    return may_hold(text) and bool(readings(text) or of_unit(text))


def may_hold(text: str) -> bool:
    """Whether a text may begin or end with a quote that has no other."""
    return text[:1] == _OPENS or text[-1:] in _ENDS


def readings(text: str) -> tuple[str, ...]:
    """The text without its one quote, and with the other one; none where nothing is missing."""
    opened, closed, straight = (text.count(sign) for sign in (_OPENS, _CLOSES, '"'))
    if "\n" in text or not text.strip(f'{_OPENS}{_CLOSES}"'):
        return ()
    if text[0] == _OPENS and text[-1] == '"' and (opened, closed, straight) == (1, 0, 1):
        return text[1:-1], f"{text[:-1]}{_CLOSES}"
    if text[0] == _OPENS and opened == closed + 1 and not straight:
        return text[1:], f"{text}{_CLOSES}"
    if text[-1] in _ENDS and not text[-2:-1].isdigit():  # behind a digit it may be an inch
        typed = (opened, closed, straight)
        if typed in ((0, 1, 0), (0, 0, 1)) or (closed == opened + 1 and not straight):
            return text[:-1], f"{_OPENS}{text[:-1]}{_CLOSES}"
    return ()


def of_unit(text: str) -> str | None:
    """A unit without the quotes around it or at one end: `“%”`, `“%"`; None where it has none."""
    bare = text.strip(_SIGNS)
    is_unit = 0 < len(bare) <= _LONGEST_UNIT and set(_SIGNS).isdisjoint(bare)
    return bare if is_unit and may_hold(text) else None
