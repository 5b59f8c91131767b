"""XML read by expat for what its markup says; a document type is never read, only told."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Protocol
from xml.parsers.expat import ExpatError, ParserCreate

_DECLARED = re.compile(rb"<!\s?(?:DOCTYPE|ENTITY)")
_ENCODING = re.compile(rb"""^<\?xml[^<>]{0,80}encoding=["'](gb[k\d]\w{0,6})""", re.IGNORECASE)
_ILL_FORMED = (ExpatError, ValueError, LookupError)
"""The last two for encodings that expat does not know."""
_DEEPEST = 500
"""Elements within one another; documents have some dozens."""
_PROLOG = 2**16
"""Bytes looked at where expat does not know the encoding."""


Attributes = Mapping[str, str]


class Follower(Protocol):
    """Told of each element by its local name as it begins and ends, and of the text between."""

    def begin(self, name: str, attributes: Attributes) -> None: ...

    def end(self, name: str) -> None: ...

    def text(self, said: str) -> None: ...


class _EnoughError(Exception):
    """The parser has read what was asked of it."""


def decoded(data: bytes) -> str:
    """The text of a part, by its first signs or by the encoding that it names."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    for start, encoding in ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be")):
        if data.startswith(start):
            return data.decode(encoding, errors="replace")
    chinese = _ENCODING.match(data)
    return data.decode("gb18030" if chinese else "utf-8-sig", errors="replace")


def has_document_type(data: bytes) -> bool:
    """Whether a document type stands before the root: it can name entities and outside files."""
    found = []

    def declared(*_: object) -> None:
        found.append(True)
        raise _EnoughError

    def begun(*_: object) -> None:
        raise _EnoughError

    parser = ParserCreate()
    parser.StartDoctypeDeclHandler = declared
    parser.StartElementHandler = begun
    try:
        parser.Parse(data, True)  # noqa: FBT003 -- expat has no name for it
    except _EnoughError:
        return bool(found)
    except _ILL_FORMED:
        return _DECLARED.search(data[:_PROLOG].replace(b"\0", b"")) is not None
    return False


def elements(data: bytes) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Local names and attributes of the elements, as far as the text is well formed.

    It is decoded before, as expat does not know the encodings of China.
    """
    found: list[tuple[str, Mapping[str, str]]] = []
    parser = ParserCreate("utf-8", namespace_separator=" ")
    parser.StartElementHandler = lambda name, attributes: found.append((_local(name), attributes))
    with suppress(*_ILL_FORMED):
        parser.Parse(_as_utf8(data), True)  # noqa: FBT003
    yield from found


def with_texts(data: bytes) -> Iterator[tuple[str, Mapping[str, str], str]]:
    """Full names, attributes and texts of the elements, as each ends; the root is the last.

    A full name is the namespace, a space and the local name. A text is that of the element
    itself, joined over comments and sections, with its references resolved.
    """
    found: list[tuple[str, Mapping[str, str], str]] = []
    begun: list[tuple[Mapping[str, str], list[str]]] = []

    def ended(name: str) -> None:
        attributes, pieces = begun.pop()
        found.append((name, attributes, "".join(pieces)))

    def said(piece: str) -> None:
        begun[-1][1].append(piece)

    parser = ParserCreate("utf-8", namespace_separator=" ")
    parser.StartElementHandler = lambda _, attributes: begun.append((attributes, []))
    parser.EndElementHandler = ended
    parser.CharacterDataHandler = said
    with suppress(*_ILL_FORMED):
        parser.Parse(_as_utf8(data), True)  # noqa: FBT003
    yield from found


def plain_elements(data: bytes) -> Iterator[tuple[str, Attributes]]:
    """Local names of elements and of their attributes."""
    return ((name, _plain(attributes)) for name, attributes in elements(data))


def followed(data: bytes, follower: Follower) -> bool:
    """Tell it of all that a part says; whether this is well formed to its end, and not too deep."""
    depth = 0

    def begun(name: str, told: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise ValueError(depth)
        follower.begin(_local(name), _plain(told))

    def ended(name: str) -> None:
        nonlocal depth
        depth -= 1
        follower.end(_local(name))

    parser = ParserCreate("utf-8", namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = begun, ended
    parser.CharacterDataHandler = follower.text
    try:
        parser.Parse(_as_utf8(data), True)  # noqa: FBT003
    except _ILL_FORMED:
        return False
    return True


def has_instructions(data: bytes) -> bool:
    """Whether there is one for a program, such as for a style sheet."""
    found: list[str] = []
    parser = ParserCreate("utf-8")
    parser.ProcessingInstructionHandler = lambda target, _: found.append(target)
    with suppress(*_ILL_FORMED):
        parser.Parse(_as_utf8(data), True)  # noqa: FBT003
    return bool(found)


def named_encoding(data: bytes) -> str | None:
    """What a file says of its encoding, in small letters; None where it says nothing."""
    found: list[str | None] = []
    parser = ParserCreate("utf-8")
    parser.XmlDeclHandler = lambda _, encoding, __: found.append(encoding)
    with suppress(*_ILL_FORMED):
        parser.Parse(_as_utf8(data), True)  # noqa: FBT003
    return found[0].lower() if found and found[0] else None


def is_well_formed(data: bytes) -> bool:
    """Whether a part can be read to its end."""
    try:
        ParserCreate("utf-8", namespace_separator=" ").Parse(_as_utf8(data), True)  # noqa: FBT003
    except _ILL_FORMED:
        return False
    return True


def _as_utf8(data: bytes) -> bytes:
    return decoded(data).lstrip("\ufeff").encode("utf-8", "replace")


def _plain(attributes: Attributes) -> Attributes:
    return {_local(name): value for name, value in attributes.items()}


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
