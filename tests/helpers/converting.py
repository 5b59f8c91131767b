"""Our converter beside Python-Markdown: the same HTML and headings, or no answer."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import markdown

from generator.html import OutsideError, converted
from generator.html.words import ids_from_words
from helpers.reading import EXTENSIONS


def ordinary(text: str) -> tuple[str, list[tuple[int, str, str]]]:
    """HTML and headings as Python-Markdown makes them."""
    told = {"toc": {"slugify": ids_from_words}}
    md = markdown.Markdown(extensions=list(EXTENSIONS), extension_configs=told)
    made = md.convert(text)
    return made, list(_flat(md.toc_tokens))  # type: ignore[attr-defined]


def _flat(tokens: Sequence[Mapping[str, Any]]) -> Iterator[tuple[int, str, str]]:
    for token in tokens:
        yield token["level"], token["id"], token["name"]
        yield from _flat(token["children"])


def assert_same(text: str) -> None:
    made = converted(text)
    headings = [(heading.level, heading.id, heading.name) for heading in made.headings]
    assert (made.html, headings) == ordinary(text)


def assert_same_or_refused(text: str) -> None:
    try:
        converted(text)
    except OutsideError:
        return
    assert_same(text)
