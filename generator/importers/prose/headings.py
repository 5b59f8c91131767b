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
    r"(?:存在|发现|主要|突出)[^，。]{0,6}问题|^问题|问题及原因|问题[和与、及](?:不足|困难|建议|改进|原因|对策|整改|下)|"
    r"存在的?(?:主要)?(?:不足|困难|短板|薄弱)|前置条件|薄弱环节|不足之处|困难[和与及、]问题|主要不足"
)
_ADVICE = re.compile(
    r"建议|整改(?:要求|意见)|处理意见|改进的?(?:具体)?(?:措施|意见|方向|思路|办法|计划|方案|工作)|下一?步|整改(?:措施|思路|计划|方向|打算|安排)|对策|努力方向"
    r"|(?:今后|后续|下阶段)(?:的)?(?:工作|打算|改进|管理|措施)|工作(?:打算|设想)|完善措施|解决(?:措施|办法|途径)"
)


_ALONE = re.compile(
    r"(?:(?:自评|自查|监控|评价|复核|评估|项目|绩效|执行)?(?:中)?(?:存在|发现|主要)的?){0,2}(?:突出|具体|主要)?(?:问题|不足)(?:[和与及、](?:困难|不足|原因|原因分析))?"
    r"|(?:问题[和与及、])?(?:对策|改进|整改|相关|有关|工作|意见|完善|政策|管理|下一?步|下阶段|今后|后续|拟采取的?|的|工作|改进){0,3}(?:意见)?(?:[和与及、])?(?:建议|措施|打算|安排|计划)"
)
"""What stands alone on a line before a colon and lists what is below it, without a number."""
_DEMANDS = re.compile("(?:有关|相关|工作|下一?步)?(?:的)?(?:工作)?要求")
_USES = re.compile(
    "(?:绩效)?(?:自评|评价|评估|考核|监控)?(?:工作)?结果(?:的)?[应运]用(?:的?(?:情况|建议|意见|方式|措施|打算))?"
)
_DONE = re.compile("整改(?:落实|[^，,。；;]{0,8}(?:情况|结果|成效|进展))")
_MERITS = re.compile("经验|做法|成效|亮点")
"""What went well, which reports tell under one heading with what did not."""


@dataclass(slots=True)
class Section:
    """A heading with the paragraphs directly below it."""

    heading: Paragraph
    number: Ordinal | None
    style: int
    """1 for the highest habit of numbering that the report uses."""
    body: list[Paragraph] = field(default_factory=list)
    is_closed: bool = False
    """Whether a line below it was none of it, so that what follows is not either."""

    @property
    def start(self) -> int:
        """Where the title begins in its paragraph."""
        return self.number.end if self.number else 0

    @property
    def end(self) -> int:
        """Where it ends."""
        text = _OF_NOTHING.sub("", self.heading.text.rstrip())
        return len(text.rstrip(_ENDING))

    @property
    def title(self) -> str:
        return self.heading.text[self.start : self.end].strip()

    @property
    def lists_problems(self) -> bool:
        return bool(_PROBLEMS.search(self.title)) and not self.reports_rectification

    @property
    def lists_advice(self) -> bool:
        is_advice = bool(_ADVICE.search(self.title)) or self._lists_demands
        return is_advice and not (self.reports_rectification or self.tells_uses)

    @property
    def tells_uses(self) -> bool:
        """Whether it says what the results are used for."""
        return _USES.fullmatch(self.title) is not None

    @property
    def _lists_demands(self) -> bool:
        """Whether it lists, by numbers, what is demanded of all: `（一）切实提高自评质量。`."""
        numbered = sum(ordinal(one.text.lstrip()) is not None for one in self.body)
        return numbered > 1 and _DEMANDS.fullmatch(self.title) is not None

    @property
    def lists_both(self) -> bool:
        return self.lists_problems and self.lists_advice

    @property
    def reports_rectification(self) -> bool:
        """Whether it tells what was done about problems, not what they are."""
        return _DONE.search(self.title) is not None


@dataclass(slots=True)
class Layout:
    """A report taken apart: what stands before the first heading, then its sections."""

    front: list[Paragraph]
    sections: list[Section]
    tail: list[Paragraph] = field(default_factory=list)
    """What stands below a list without a number, and is none of its items."""

    @property
    def is_report(self) -> bool:
        """Whether there are headings enough for one."""
        return len(self.sections) > 1

    @property
    def lines(self) -> list[Paragraph]:
        """What is told above and below the headings."""
        return [*self.front, *(one for section in self.sections for one in section.body)]

    @property
    def tells(self) -> bool:
        """Whether sections are to be read: those of a report, or what is listed below a form."""
        return self.is_report or any(one.style == _WITHOUT_NUMBER for one in self.sections)


def laid_out(paragraphs: Sequence[Paragraph]) -> Layout:
    """Paragraphs under their headings; below problems and advice, numbers begin items."""
    layout = Layout([], [])
    listing: Section | None = None
    is_annexed = False
    for paragraph in paragraphs:
        is_annexed |= _ANNEXED.match(paragraph.text) is not None
        section = _heading(paragraph) or _alone(paragraph, layout)
        if section is not None and _is_of_annexes(section, layout, is_annexed=is_annexed):
            section = None
        if section is not None and listing is not None and not _ends_list(section, listing):
            section = None
        if section is None:
            _behind(paragraph, layout).append(paragraph)
            continue
        layout.sections.append(section)
        listing = section if section.lists_problems or section.lists_advice else None
    return layout


def _is_of_annexes(section: Section, layout: Layout, *, is_annexed: bool) -> bool:
    """Whether a heading is one of the annexes that a line began to list, or stands above a form."""
    style = section.number.style if section.number else None
    is_listed = is_annexed and style is Style.DECIMAL
    return is_listed or (not layout.sections and heads_annexes(section.heading.text))


def heads_annexes(text: str) -> bool:
    """Whether a line only says that the annexes begin: `第四部分 附件`."""
    number = ordinal(text.strip())
    is_part = number is not None and number.style is Style.PART
    return is_part and number is not None and bool(_ANNEX.fullmatch(text.strip()[number.end :]))


_ANNEXED = re.compile(r"\s{0,8}附\s?[件表]\s?[：:]\s?1\s?[.、．]")
"""How a line begins the annexes of a text, each of which has a number."""
_ANNEX = re.compile(r"\s{0,4}附\s?[件表录]\s?")


def _alone(paragraph: Paragraph, layout: Layout) -> Section | None:
    """The list that a line such as `存在的主要问题：` begins, where no heading has a number."""
    text = paragraph.text.strip()
    if any(one.style != _WITHOUT_NUMBER for one in layout.sections) or text[-1:] not in _COLONS:
        return None
    if not text[:-1] or _ALONE.fullmatch(text[:-1].rstrip()) is None:
        return None
    section = Section(paragraph, None, _WITHOUT_NUMBER)
    return section if section.lists_problems or section.lists_advice else None


def _behind(paragraph: Paragraph, layout: Layout) -> list[Paragraph]:
    """Where a paragraph goes that is no heading."""
    if not layout.sections:
        return layout.front
    last = layout.sections[-1]
    last.is_closed |= last.style == _WITHOUT_NUMBER and not _is_item(paragraph.text.strip())
    return layout.tail if last.is_closed else last.body


def _is_item(text: str) -> bool:
    """Whether a line below a list without a number is of it: it has a number, or is a sentence.

    What begins with any other name is of something else: who filled a form in, what others say.
    """
    if ordinal(text) is not None or _TURN.match(text) is not None:
        return True
    return text.endswith(("。", "；", ";")) and _OTHER.match(text) is None


_TURN = re.compile(r"(?:存在的?|主要|产生|改进|对应|整改)?(?:问题|原因|建议|措施)(?:分析)?[：:]")
_OTHER = re.compile(r"[（(【\[]|[^：:。，,；;]{1,16}[：:]")
_COLONS = ("：", ":")
_WITHOUT_NUMBER = 0
"""Above all that have numbers: what these begin below such a line are the items of its list."""


def _ends_list(section: Section, listing: Section) -> bool:
    """Whether a heading is none of the items that are being listed."""
    if section.style <= listing.style:
        return True
    if _MERITS.search(listing.title) and _MERITS.search(section.title):
        return True
    if section.style > listing.style and not listing.lists_both:
        own = _TELLS if listing.lists_problems else _DEMANDED
        if own.fullmatch(section.title):
            return False
    return section.lists_problems or section.lists_advice


_TELLS = re.compile(
    r".{0,30}(?:不到位|不[够足力全严清明实]|不完[善备整]|不规范|不健全|不明确|不及时|不合理|不科学|滞后|缺失|缓慢|偏[低高慢弱]|较[低弱慢差]|脱节)"
    r"|(?!(?:本|该|项目|目前|当前|主要|工作|管理|自评|评价|绩效|预算|实施|执行|过程|单位|部门|中|也|还|仍){0,6}存在)"
    r".{2,30}(?:还|仍|尚|均|也)?存在(?!的).{2,12}"
)
"""A heading that itself tells what is wrong with something, below a heading of such things."""
_DEMANDED = re.compile("(?:解决|纠正|处理|针对|防止|杜绝|避免|整改).{2,30}")
"""One that itself says what is to be done about a problem, below a heading of advice."""


_OF_NOTHING = re.compile(r"[：:]\s?(?:暂?无|没有|略)[。.]?\Z")
"""What stands behind a heading that has nothing below it: `其他需要说明的情况：无`."""


def _heading(paragraph: Paragraph) -> Section | None:
    """The section that a paragraph begins; a sentence begins none, however it is numbered."""
    number = ordinal(paragraph.text)
    rest = paragraph.text[number.end :].strip() if number else paragraph.text.strip()
    rest = _OF_NOTHING.sub("", rest)
    is_short = 0 < len(rest) <= _LONGEST and not _SENTENCE.search(rest.rstrip(_ENDING))
    if paragraph.level and is_short:
        return Section(paragraph, number, number.style.value if number else paragraph.level)
    if number is None or number.style not in _STYLES or not is_short:
        return None
    if rest[-1] in "。；;" or (rest[-1] in "：:" and number.style is Style.DECIMAL_IN_BRACKETS):
        return None
    return Section(paragraph, number, number.style.value)
