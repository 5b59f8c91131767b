"""XML read by expat for what its markup says; a document type is never read, only told."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from xml.parsers.expat import ExpatError, ParserCreate

_DECLARED = re.compile(rb"<!\s?(?:DOCTYPE|ENTITY)")
_ILL_FORMED = (ExpatError, ValueError, LookupError)
"""The last two for encodings that expat does not know."""
_PROLOG = 2**16
"""Bytes looked at where expat does not know the encoding."""


class _EnoughError(Exception):
    """The parser has read what was asked of it."""


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
    """Local names and attributes of the elements, as far as the text is well formed."""
    found: list[tuple[str, Mapping[str, str]]] = []
    parser = ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda name, attributes: found.append((_local(name), attributes))
    with suppress(*_ILL_FORMED):
        parser.Parse(data, True)  # noqa: FBT003
    yield from found


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
