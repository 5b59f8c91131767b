"""A report in running text: its sections, the problems it found and what it advises."""

import re
from collections.abc import Iterator, Sequence

from generator.importers.context import Context
from generator.importers.enumerations import (
    Stretch,
    entries,
    in_full,
    put_findings,
    put_recommendations,
    put_uses,
)
from generator.importers.heads import pairs_in, take_line
from generator.importers.ordinals import ordinal
from generator.importers.outline import Paragraph
from generator.importers.prose import pairs
from generator.importers.prose.headings import Layout, Section
from generator.importers.values import is_nothing
from generator.source import At

_DEEPEST = 4
_ADVICE_BELOW = re.compile(
    r"(?:[（(]?[一二三四五六七八九十]{1,2}[）)、])?(?:整改|改进|相关|有关|意见)?(?:和)?(?:建议|措施)(?:如下)?[：:]"
)
"""A line of its own, below problems, that advice follows."""
_NEXT = re.compile(r"\s{0,8}(?:下一?步|下阶段|今后|针对(?:上述|以上|存在的?|这些)问题|为此[，,])")
_NEXT_BEHIND = re.compile(
    r"(?<=[。；;])\s?(?:(?:下一?步|下阶段|今后)[，,将我拟要]"
    r"|(?:改进|整改|有关|相关|工作)?(?:建议|措施)[：:]\s?(?=一是|1[.、．]|①|[（(]1[）)])"
    r"|针对(?:上述|以上|存在的?|这些)(?:问题|不足)[，,：:]\s?(?=一是|1[.、．]|①|[（(]1[）)]))"
)
"""How a sentence or a paragraph begins that tells what is to be done, behind what is wrong."""


def read(
    context: Context, layout: Layout, at: At = (), *, answers: bool = False
) -> list[Paragraph]:
    """Put the sections; the paragraphs that are neither problems nor advice come back.

    `answers` is a document that answers an evaluation: what it plans next is nobody's advice.
    """
    levels = {style: n for n, style in enumerate(sorted({s.style for s in layout.sections}), 1)}
    rest: list[Paragraph] = []
    for n, section in enumerate(layout.sections):
        place: At = ("sections", n)
        _head(context, section, min(levels[section.style], _DEEPEST), place)
        is_plan = answers and section.lists_advice and not section.lists_problems
        if is_plan and "建议" not in section.title:
            _body(context, section.body, place)
        elif not (
            _listed(context, section, at)
            or _used(context, section, at)
            or _done(context, section, at)
        ):
            _body(context, section.body, place)
            rest += section.body
    return rest


def _head(context: Context, section: Section, level: int, place: At) -> None:
    heading = section.heading
    context.put((*place, "level"), heading, str(level), (0, 0))
    if section.number is not None:
        number = len(section.number.printed)
        context.put((*place, "number"), heading, section.number.printed, (0, number))
    context.put((*place, "title"), heading, section.title, (section.start, section.end))
    context.label(heading, section.end)


def _listed(context: Context, section: Section, at: At) -> bool:
    """Whether a section lists problems or advice, which have their own place."""
    if not section.body or not (section.lists_problems or section.lists_advice):
        return False
    section.body[:] = [one for one in section.body if not _NOTE.match(one.text)]  # unplaced
    section.body[:] = [one for one in section.body if not _says_who(context, one)]
    if (section.lists_both or section.lists_problems) and pairs.put(context, section.body, at):
        return True
    is_mixed = section.lists_both or any(map(_turns, section.body))
    if is_mixed and section.lists_problems:
        problems, advice = _parted(context, section.body)
        put_findings(context, problems, at)
        put_recommendations(context, advice, at)
    elif section.lists_problems:
        put_findings(context, in_full(section.body), at)
    else:
        put_recommendations(context, in_full(section.body), at)
    return True


def _used(context: Context, section: Section, at: At) -> bool:
    """What the results are used for, below a heading that says so."""
    if section.body and section.tells_uses:
        put_uses(context, in_full(section.body), at)
    return bool(section.body) and section.tells_uses


def _says_who(context: Context, paragraph: Paragraph) -> bool:
    """Whether a line between or below items says who filled a form in, or when; it is placed."""
    pair = next(pairs_in(context, paragraph), None)
    is_such = pair is not None and pair.name.start == 0 and pair.field.startswith(_WHO)
    return is_such and len(paragraph.text) <= _LONGEST_LINE and take_line(context, paragraph)


_WHO = ("bodies.", "disclosure.", "evaluator")
_LONGEST_LINE = 60
_NOTE = re.compile(
    r"\s{0,4}[（(]?(?:注|备注|填[表报写]说明|填报要求|数据来源|资料来源)\s?\d{0,2}\s?[：:]"
)
"""How a remark begins that is none of what is listed above it."""


def _turns(paragraph: Paragraph) -> bool:
    """Whether a paragraph tells, or goes on to tell, what is to be done."""
    text = paragraph.text
    is_advice = _ADVICE_BELOW.fullmatch(text.strip()) or _NEXT.match(text)
    return bool(is_advice or _NEXT_BEHIND.search(text))


def _done(context: Context, section: Section, at: At) -> bool:
    """What was done about each problem, listed in the order in which they were told before."""
    known = context.gathering.length(*at, "findings")
    if (
        not known
        or not section.reports_rectification
        or context.gathering.has(*at, "rectification")
    ):
        return False
    if sum(ordinal(one.text.lstrip()) is not None for one in section.body) != known:
        return False
    found = entries(context, in_full(section.body))
    for n, entry in enumerate(found):
        here: At = (*at, "rectification", n)
        context.put_spans((*here, "findings", 0), f"w{n + 1}", entry.spans[:1])
        context.put_spans((*here, "progress"), entry.text, entry.spans)
    return True


def _parted(context: Context, body: Sequence[Paragraph]) -> tuple[list[Stretch], list[Stretch]]:
    """Problems and advice under one heading: what begins with a word of advice, or follows it."""
    problems: list[Stretch] = []
    advice: list[Stretch] = []
    taken = problems
    for paragraph in body:
        begun = paragraph.text.lstrip()[:8]
        if "建议" in begun or "措施" in begun or _NEXT.match(paragraph.text):
            taken = advice
        elif "问题" in begun:
            taken = problems
        lead = _LEAD.match(paragraph.text)
        start = lead.end() if lead else 0
        context.label(paragraph, 0, start)
        turn = _NEXT_BEHIND.search(paragraph.text) if taken is problems else None
        taken.append((paragraph, (start, turn.start() if turn else None)))
        if turn is not None:
            taken = advice
            taken.append((paragraph, (turn.start(), None)))
    return problems, advice


_LEAD = re.compile(
    r"\s{0,8}(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]\s?)?"
    r"(?:(?:目前|项目)?(?:存在|发现)?的?(?:主要)?问题(?:[和及与](?:不足|原因分析|原因))?"
    r"|(?:下一?步)?(?:工作|改进|整改)?的?(?:措施|建议|打算))[。：:]\s?(?=一是|1[.、．]|①|[（(]1[）)])"
)
"""A heading on the line of a list that it names: `1.存在的主要问题。一是…`."""


def _body(context: Context, body: Sequence[Paragraph], place: At) -> None:
    texts = list(_texts(body))
    if texts:
        spans = [context.gathering.ledger.span(paragraph) for paragraph, _ in texts]
        context.put_spans((*place, "text"), "\n\n".join(text for _, text in texts), spans)


def _texts(body: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, str]]:
    for paragraph in body:
        if not is_nothing(paragraph.text):
            yield paragraph, paragraph.text.strip()
