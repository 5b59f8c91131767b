"""The paragraphs of a report under their headings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.importers.ordinals import Ordinal, Style, ordinal
from generator.importers.outline import Paragraph

_LONGEST = 40
_SENTENCE = re.compile(r"[。；;！!？?]|[：:].")
_ENDING = "：:。.；;"
_STYLES = frozenset(
    (Style.PART, Style.HAN, Style.HAN_IN_BRACKETS, Style.DECIMAL, Style.DECIMAL_IN_BRACKETS)
)
_PROBLEMS = re.compile(
    r"(?:存在|发现|主要)[^，。]{0,6}问题|^问题|问题及原因|问题和不足|存在的?不足|前置条件"
)
_ADVICE = re.compile(r"建议|改进(?:措施|意见)|下一步|整改措施|对策")


@dataclass(slots=True)
class Section:
    """A heading with the paragraphs directly below it."""

    heading: Paragraph
    number: Ordinal | None
    style: int
    """1 for the highest habit of numbering that the report uses."""
    body: list[Paragraph] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where the title begins in its paragraph."""
        return self.number.end if self.number else 0

    @property
    def end(self) -> int:
        """Where it ends."""
        return len(self.heading.text.rstrip().rstrip(_ENDING))

    @property
    def title(self) -> str:
        return self.heading.text[self.start : self.end].strip()

    @property
    def lists_problems(self) -> bool:
        return bool(_PROBLEMS.search(self.title)) and not self.reports_rectification

    @property
    def lists_advice(self) -> bool:
        return bool(_ADVICE.search(self.title)) and not self.reports_rectification

    @property
    def lists_both(self) -> bool:
        return self.lists_problems and self.lists_advice

    @property
    def reports_rectification(self) -> bool:
        """Whether it tells what was done about problems, not what they are."""
        return "整改情况" in self.title or "整改落实" in self.title


@dataclass(slots=True)
class Layout:
    """A report taken apart: what stands before the first heading, then its sections."""

    front: list[Paragraph]
    sections: list[Section]

    @property
    def is_report(self) -> bool:
        """Whether there are headings enough for one."""
        return len(self.sections) > 1


def laid_out(paragraphs: Sequence[Paragraph]) -> Layout:
    """Paragraphs under their headings; below problems and advice, numbers begin items."""
    layout = Layout([], [])
    listing: Section | None = None
    for paragraph in paragraphs:
        section = _heading(paragraph)
        if section is not None and listing is not None and not _ends_list(section, listing):
            section = None
        if section is None:
            (layout.sections[-1].body if layout.sections else layout.front).append(paragraph)
            continue
        layout.sections.append(section)
        listing = section if section.lists_problems or section.lists_advice else None
    return layout


def _ends_list(section: Section, listing: Section) -> bool:
    """Whether a heading is none of the items that are being listed."""
    if section.style <= listing.style:
        return True
    return section.lists_problems or section.lists_advice


def _heading(paragraph: Paragraph) -> Section | None:
    """The section that a paragraph begins; a sentence begins none, however it is numbered."""
    number = ordinal(paragraph.text)
    rest = paragraph.text[number.end :].strip() if number else paragraph.text.strip()
    is_short = 0 < len(rest) <= _LONGEST and not _SENTENCE.search(rest.rstrip(_ENDING))
    if paragraph.level and is_short:
        return Section(paragraph, number, number.style.value if number else paragraph.level)
    if number is None or number.style not in _STYLES or not is_short:
        return None
    if rest[-1] in "。；;" or (rest[-1] in "：:" and number.style is Style.DECIMAL_IN_BRACKETS):
        return None
    return Section(paragraph, number, number.style.value)
