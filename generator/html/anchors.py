"""The ids of a page, which links lead to."""

import html
import re

_ID = re.compile(r'<[a-z][^<>]*? id="([^"<>]++)"')
"""The id of a tag; templates give one to a tag at most, and no name to a link."""


def anchors(page: str) -> set[str]:
    """The ids of all tags in HTML that was converted here."""
    return {html.unescape(found) for found in _ID.findall(page)}
