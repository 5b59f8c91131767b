"""Boxes that a form is ticked with: which of the words beside them is chosen."""

import re

_TICKED = "☑√✓✔■☒●◉⊙"
_EMPTY = "□○☐◯"
_BOX = f"[{_TICKED}{_EMPTY}]"
_BEFORE = re.compile(rf"({_BOX})\s?([^{_TICKED}{_EMPTY}\s、,，;；]{{1,30}})")
_BEHIND = re.compile(rf"([^{_TICKED}{_EMPTY}\s、,，;；]{{1,30}})\s?({_BOX})")
_PLACE = r"[（(\[]\s?([√✓✔■]?)\s?[）)\]]"
_IN_BRACKETS = re.compile(rf"([^()（）\[\]\s]{{1,30}})\s?{_PLACE}")
_BEHIND_BRACKETS = re.compile(rf"{_PLACE}\s?([^()（）\[\]\s]{{1,30}})")
_NUMBER = re.compile(r"\d{1,2}[.．]")
_HAS_BOX = re.compile(_BOX)
TICKS = frozenset((*_TICKED, "是", "1", "有", "Y"))
"""What a cell for one choice holds when it is chosen."""


_ANY_BRACKETS = re.compile(_PLACE)
_PARTING = re.compile(rf"[{_TICKED}{_EMPTY}\s/]{{1,20}}")
_EMPTY_BRACKETS = re.compile(r"[（(]\s?[）)]")
_SEPARATING = re.compile(rf"[{_EMPTY}\s、,，;；/:：]{{1,20}}")
_LONGEST_OPTIONS, _LONGEST_OPTION = 80, 10


def is_unticked(text: str) -> bool:
    """Whether a text only offers words to be ticked, of which none is: `优□ 良□ 中□`."""
    if len(text) > _LONGEST_OPTIONS or any(mark in text for mark in _TICKED):
        return False
    # One pair of brackets is the place of a seal: `某局（ ）`.
    plain = _EMPTY_BRACKETS.sub("□", text) if len(_EMPTY_BRACKETS.findall(text)) > 1 else text
    boxes = sum(plain.count(mark) for mark in _EMPTY)
    words = [word for word in _SEPARATING.split(plain) if word]
    return 0 < len(words) <= boxes and all(len(word) <= _LONGEST_OPTION for word in words)


def offers(text: str) -> bool:
    """Whether a text is nothing but words to be ticked, some of them ticked or none: `优☑ 良□`."""
    plain = _ANY_BRACKETS.sub("□", text)
    if len(text) > _LONGEST_OPTIONS or _HAS_BOX.search(plain) is None or "。" in text:
        return False
    words = [word for word in _PARTING.split(plain) if word]
    return len(words) > 1 and all(len(word) <= _LONGEST_OPTION for word in words)


def chosen(text: str) -> tuple[str, ...] | None:
    """The words that are ticked; None for a text without boxes, or with none or all ticked."""
    if not _HAS_BOX.search(text):
        return None
    if any(mark in text for mark in "（(["):
        is_before = _ANY_BRACKETS.match(text.lstrip()) is not None
        behind = [(mark, word) for word, mark in _IN_BRACKETS.findall(text)]
        pairs = _BEHIND_BRACKETS.findall(text) if is_before else behind
        if len(pairs) > 1:
            return tuple(_plain(word) for mark, word in pairs if mark) or None
    if text.count("/") > 1 and not any(mark in text for mark in _EMPTY):
        text = text.replace("/", " ")  # `优/良√/中/差`
    before = _BEFORE.findall(text)
    behind = [(mark, word) for word, mark in _BEHIND.findall(text)]
    pairs = before if _HAS_BOX.match(text.lstrip()) else behind
    ticked = tuple(_plain(word) for mark, word in pairs if mark in _TICKED)
    return ticked if ticked and len(ticked) < max(len(pairs), 2) else None


def _plain(word: str) -> str:
    """A word without the number before it."""
    return _NUMBER.sub("", word.strip("：:"), count=1)
