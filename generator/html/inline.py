"""The inside of a paragraph or heading: text, links and code as HTML, a bold word in front."""

import re

from generator.html.outside import OutsideError

_TAG = re.compile(r'<(?:/?+(?:a|code)|br|a(?: [a-z-]++="[^"<>\\\[]*+")++)>')
"""Tags that stand inside a line; whatever acts in Markdown before tags do is not in them."""
_ACTS = re.compile(r"[<>*_\\\[{\n]")
"""Signs that may act where they stand in text; a record's own are entities here."""
_BOLD = re.compile(r"\*\*([^\s*<>][^*<>]*+)\*\*(?=\u3000)")
"""Words in bold before a wide space: elsewhere it depends on what stands around the stars."""


def is_inline(block: str) -> bool:
    """Whether a block that begins with a tag is a paragraph all the same."""
    return _TAG.match(block) is not None


def inline(text: str) -> str:
    """A line as HTML: the same, since nothing in it acts; raises OutsideError where something may.

    Entities were checked for the whole document.
    """
    if _ACTS.search(text) is not None and _ACTS.search(without_tags(text)) is not None:
        raise OutsideError(text)
    return text


def with_bold(text: str) -> str:
    """A paragraph that begins with bold words, as HTML; raises OutsideError where it does not."""
    bold = _BOLD.match(text)
    if bold is None or bold[1][-1].isspace():
        raise OutsideError(text)
    return f"<strong>{inline(bold[1])}</strong>{inline(text[bold.end() :])}"


def without_tags(html: str) -> str:
    """A line of HTML without the tags in it."""
    return _TAG.sub("", html) if "<" in html else html
