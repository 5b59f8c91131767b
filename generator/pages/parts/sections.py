"""The prose of a report under its own headings."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from generator.model.documents import Section


def told(sections: Sequence[Section]) -> Iterator[tuple[int, Section]]:
    """The sections that say something, or hold one that does, with their numbers from 1.

    A heading with nothing below it tells readers nothing: what it announces stands elsewhere on the
    page, as problems and advice do. The others keep their numbers, so that links to them last.
    """
    for number, section in enumerate(sections, 1):
        if section.paragraphs or any(one.paragraphs for one in _below(section, sections[number:])):
            yield number, section


def _below(section: Section, behind: Sequence[Section]) -> Iterator[Section]:
    return takewhile(lambda one: one.level > section.level, behind)
