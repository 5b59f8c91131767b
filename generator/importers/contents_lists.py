"""Lists of contents whose entries stand below once more, and the cover above them."""

import re
from collections.abc import Sequence

from generator.importers.context import Context
from generator.importers.ordinals import ordinal
from generator.importers.outline import Paragraph
from generator.importers.title_lines import CONTENTS, names_document, plain

_COLON = re.compile("[：:]")


def without_contents(context: Context, paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The paragraphs without a list of contents, whose entries stand below once more.

    Where they are the titles of forms, what stands above the list is a cover of all of them.
    """
    first = next((n for n, p in enumerate(paragraphs) if CONTENTS.fullmatch(p.text.strip())), None)
    if first is None:
        return paragraphs
    end, titles = first + 1, 0
    while end < len(paragraphs):
        number = ordinal(paragraphs[end].text.lstrip())
        entry = plain(paragraphs[end])
        name = "".join(paragraphs[end].text.lstrip()[number.end :].split()) if number else ""
        below = {plain(one) for one in paragraphs[end + 1 :]}
        is_title = name in below and names_document(name)
        if not (is_title or (number and entry in below) or (titles and names_document(name))):
            break
        titles += is_title
        end += 1
    if end == first + 1:
        return paragraphs
    for paragraph in paragraphs[first:end]:
        context.label(paragraph)
    cover = paragraphs[:first] if titles else ()
    for paragraph in cover:
        if not _COLON.search(paragraph.text):
            context.label(paragraph)
    return [
        *(one for one in paragraphs[:first] if not titles or _COLON.search(one.text)),
        *paragraphs[end:],
    ]
