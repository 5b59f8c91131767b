"""Numbers that Word prints before paragraphs without storing them: `一、`, `（二）`, `3.`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Self

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from generator.importers.ordinals import circled, han
from generator.importers.readers.word_runs import W

_HEADING = re.compile(r"(?:heading|标题) ?([1-9])", re.IGNORECASE)
_PLACE = re.compile(r"%([1-9])")
_HAN = frozenset(
    ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital",
     "taiwaneseCounting", "taiwaneseCountingThousand", "chineseLegalSimplified")
)  # fmt: skip
_CIRCLED = frozenset(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"))
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


class _Level(NamedTuple):
    """How one level of a list is numbered."""

    form: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass(slots=True)
class Numbers:
    """The lists of a document, each counted as its paragraphs come."""

    lists: Mapping[str, Mapping[int, _Level]]
    styles: Mapping[str, tuple[int, tuple[str, int] | None]]
    """Of a style of paragraphs its heading level, and the list and level it stands in."""
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document) -> Self:
        """The lists that a document declares."""
        try:
            element = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
        except KeyError:
            return cls({}, _styles(document))
        return cls(_lists(getattr(element, "element", None)), _styles(document))

    def before(self, paragraph: etree._Element) -> tuple[str, int]:
        """The number printed before a paragraph, which is counted, and its heading level."""
        properties = paragraph.find(f"{W}pPr")
        style = _value(properties, "pStyle")
        level, listed = self.styles.get(style, (0, None))
        outline = _value(properties, "outlineLvl")
        if outline.isdigit() and int(outline) < 9:  # noqa: PLR2004 -- 9 is body text
            level = int(outline) + 1
        own = properties.find(f"{W}numPr") if properties is not None else None
        if own is not None:
            listed = (_value(own, "numId"), int(_value(own, "ilvl") or 0))
        return (self._number(*listed) if listed else ""), level

    def _number(self, name: str, level: int) -> str:
        levels = self.lists.get(name)
        if levels is None or level not in levels or levels[level].form in ("bullet", "none"):
            return ""
        counts = self._counts.setdefault(name, {})
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [n for n in counts if n > level]:
            del counts[deeper]

        def printed(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            told = levels.get(place, _Level())
            return _spelt(counts.get(place, told.start), told.form)

        return _PLACE.sub(printed, levels[level].text)


def _spelt(number: int, form: str) -> str:
    if form in _HAN:
        return han(number)
    if form in _CIRCLED:
        return circled(number)
    return str(number).translate(_FULL_WIDTH) if form == "decimalFullWidth" else str(number)


def _value(parent: etree._Element | None, name: str) -> str:
    found = parent.find(f"{W}{name}") if parent is not None else None
    return (found.get(f"{W}val") or "") if found is not None else ""


def _lists(numbering: etree._Element | None) -> dict[str, Mapping[int, _Level]]:
    if numbering is None:
        return {}
    abstract = {
        one.get(f"{W}abstractNumId") or "": {
            int(level.get(f"{W}ilvl") or 0): _Level(
                _value(level, "numFmt"), _value(level, "lvlText"), _whole(_value(level, "start"), 1)
            )
            for level in one.iterchildren(f"{W}lvl")
        }
        for one in numbering.iterchildren(f"{W}abstractNum")
    }
    found: dict[str, Mapping[int, _Level]] = {}
    for one in numbering.iterchildren(f"{W}num"):
        levels = dict(abstract.get(_value(one, "abstractNumId"), {}))
        for override in one.iterchildren(f"{W}lvlOverride"):
            level = int(override.get(f"{W}ilvl") or 0)
            if level in levels and (start := _value(override, "startOverride")):
                levels[level] = levels[level]._replace(start=_whole(start, 1))
        found[one.get(f"{W}numId") or ""] = levels
    return found


def _whole(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdigit() else default


def _styles(document: Document) -> dict[str, tuple[int, tuple[str, int] | None]]:
    found: dict[str, tuple[int, tuple[str, int] | None]] = {}
    for style in document.styles.element.iterchildren(f"{W}style"):
        name = _value(style, "name")
        properties = style.find(f"{W}pPr")
        match = _HEADING.fullmatch(name)
        outline = _value(properties, "outlineLvl")
        level = int(match[1]) if match else int(outline) + 1 if outline.isdigit() else 0
        own = properties.find(f"{W}numPr") if properties is not None else None
        listed = (_value(own, "numId"), _whole(_value(own, "ilvl"), 0)) if own is not None else None
        found[style.get(f"{W}styleId") or ""] = (level, listed)
    return found
