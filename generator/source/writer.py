"""Plain data to YAML as a person would write it: `read(write(data))` gives the data back."""

import json
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generator.source.document import At, Plain

_STEP = "  "
_LONGEST_KEY = 1_000
"""YAML looks for the colon of a key in its first 1,024 characters."""

_PLAIN = re.compile(r"(?:-(?=\d)|(?!\.\.\.)[^\s\-?:,\[\]{}#&*!|>'\"%@`])[^\n\r\t]*")
_ACTIVE = re.compile(r": |:$| #")
_MEANT_OTHERWISE = frozenset(("~", "null", "<<"))


def write(data: Mapping[str, Plain], comments: Mapping[At, str] = MappingProxyType({})) -> str:
    """YAML text in the order of the data; comments stand above the key or item of their path.

    A comment at `()` stands at the head of the file. Text with a forbidden character is written
    too, and refused by `read`.
    """
    body = list(_children(dict(data), (), comments)) or ["{}"]
    return "".join(f"{line}\n" for line in (*_comment(comments, ()), *body))


def _children(data: Plain, at: At, comments: Mapping[At, str]) -> Iterator[str]:
    """Lines of a filled mapping or list, not yet indented."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _comment(comments, (*at, key))
            yield from _entry(_scalar(key), value, (*at, key), comments)
    elif isinstance(data, list):
        for position, value in enumerate(data):
            yield from _comment(comments, (*at, position))
            yield from _item(value, (*at, position), comments)


def _entry(key: str, value: Plain, at: At, comments: Mapping[At, str]) -> Iterator[str]:
    if len(key) > _LONGEST_KEY:
        yield f"? {key}"
        key = ""
    if isinstance(value, dict | list) and value:
        yield f"{key}:"
        yield from _indented(_children(value, at, comments))
    else:
        head, *rest = _leaf(value)
        yield f"{key}: {head}".rstrip(" ")
        yield from _indented(rest)


def _item(value: Plain, at: At, comments: Mapping[At, str]) -> Iterator[str]:
    lines = list(_children(value, at, comments)) if isinstance(value, dict | list) else []
    while lines and lines[0].startswith("#"):
        yield lines.pop(0)
    head, *rest = lines or _leaf(value)
    yield f"- {head}".rstrip(" ")
    yield from _indented(rest)


def _leaf(value: Plain) -> list[str]:
    """First line, which follows the key, and the lines of a literal block, not yet indented."""
    if value is None:
        return [""]
    if isinstance(value, str):
        return _block(value) if "\n" in value and "\r" not in value else [_scalar(value)]
    return ["{}" if isinstance(value, dict) else "[]"]


def _block(text: str) -> list[str]:
    # Without the digit, YAML takes the indentation from the first line that has text.
    digit = str(len(_STEP)) if text[0] in " \t\n" else ""
    body = text.removesuffix("\n")
    ends = "" if body and not body.endswith("\n") else "+"
    return [f"|{digit}{'-' if body == text else ends}", *body.split("\n")]


def _scalar(text: str) -> str:
    plain = (
        _PLAIN.fullmatch(text)
        and text == text.strip()
        and text not in _MEANT_OTHERWISE
        and not _ACTIVE.search(text)
    )
    return text if plain else json.dumps(text, ensure_ascii=False)


def _comment(comments: Mapping[At, str], at: At) -> Iterator[str]:
    for line in comments.get(at, "").splitlines():
        yield f"# {line}".rstrip()


def _indented(lines: Iterator[str] | list[str]) -> Iterator[str]:
    for line in lines:
        yield f"{_STEP}{line}" if line else ""
