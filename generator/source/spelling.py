"""How one text is spelt in YAML on one line: as it is where that is safe, else in quotes."""

import json
import re

DASHES = "—–－―‐−•●·▪■◆○＋◦‣∙➢❖\uf000-\uf0ff"
"""What input methods and word processors put for the dash of a list; no name begins so.

Inside of a pattern's brackets: the last are the signs of Word's fonts of symbols.
"""
_DASHED = re.compile(f"[{DASHES}]")
_PLAIN = re.compile(rf"(?:-(?=\d)|(?!\.\.\.)[^\s\-?:,\[\]{{}}#&*!|>'\"%@`{DASHES}])[^\n\r\t]*")
_ACTIVE = re.compile(r": |:$| #")
_ACTIVE_IN_BRACKETS = re.compile(r"[,:?\[\]{}]")
_MEANT_OTHERWISE = frozenset(("~", "null", "<<", "="))


def scalar(text: str, *, in_brackets: bool = False) -> str:
    """Any text as a value or key; in quotes only where YAML would read it otherwise."""
    plain = (
        _PLAIN.fullmatch(text)
        and text == text.strip()
        and text not in _MEANT_OTHERWISE
        and not _ACTIVE.search(text)
        and not (in_brackets and _ACTIVE_IN_BRACKETS.search(text))
    )
    return text if plain else json.dumps(text, ensure_ascii=False)


def is_dashed(text: str) -> bool:
    """Whether a text begins with such a sign."""
    return _DASHED.match(text) is not None


def quoted(text: str) -> str:
    """Any text in quotes, as a message advises: in single ones where it holds double ones."""
    single = ('"' in text or "\\" in text) and "'" not in text
    return f"'{text}'" if single else json.dumps(text, ensure_ascii=False)
