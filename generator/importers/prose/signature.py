"""The end of a report: its annexes, who signed it, when."""

import re
from collections.abc import Sequence

from generator.importers.context import Context
from generator.importers.days import DAY, day_of
from generator.importers.heads import pairs_in, take_line
from generator.importers.ordinals import ordinal
from generator.importers.outline import Paragraph
from generator.importers.part import Part
from generator.importers.placing import FIRM, is_short_for
from generator.importers.prose.headings import Layout

_LAST = 10
"""Paragraphs at the end that are looked at."""
_SEAL = re.compile(r"\s?[（(](?:单位)?(?:盖章|公章|章|印章)[）)]\s?$|\s?（\s?）$")
_SIGNER = re.compile(r"[^，。；：:、\s]{4,40}")
_WITH_DAY = re.compile(r"(?P<who>[^，。；：:、\s\d]{4,40})\s{1,20}(?=[12二][0-9〇零○O])")
_ANNEX = re.compile(
    r"附\s?[件表]\s?(?:[一二三四五六七八九\d]{0,2}\s?[：:.、]|[一二三四五六七八九\d]{1,2}\s)\s?(?:\d{1,2}[.、．]\s?)?(?P<title>[^。；]{2,50})"
)
_ANNEXES = re.compile(r"(?:相关|有关)?附\s?[件表](?:下载|列表|清单)?\s?[：:]?")
"""A line above the names of annexes."""
_FURTHER = re.compile(r"\d{1,2}[.、．]\s?(?P<title>[^。；：:，]{2,50})")


def read(context: Context, body: list[Paragraph]) -> None:
    """Take the end out of a text; what is none of it stays."""
    del body[_annexes(context, body, len(body)) :]
    end = signed = _signed(context, body)
    end = _annexes(context, body, end)
    for paragraph in body[end:]:
        take_line(context, paragraph)
    ledger = context.gathering.ledger
    below = [one for one in body[end:] if not ledger.is_claimed(one)]
    is_signed = signed < len(body)
    body[end:] = [one for one in below if not (is_signed and _is_beside(one))]


def read_publisher(context: Context, front: Sequence[Paragraph]) -> None:
    """Who published a text, where the head of its page says it by that name."""
    for paragraph in front:
        pairs = [pair for pair in pairs_in(context, paragraph) if pair.part is Part.HEAD]
        if any(pair.field == "disclosure.publisher" for pair in pairs):
            take_line(context, paragraph)


def read_above(context: Context, front: Sequence[Paragraph]) -> None:
    """Who made a report and when, on the lines below its title: `某局`, `（2025年3月20日）`."""
    for paragraph in front:
        pair = next(pairs_in(context, paragraph), None)
        if pair is not None and pair.field == "disclosure.issued":
            take_line(context, paragraph)
    if context.gathering.has("disclosure", "issued"):
        return
    for n, paragraph in enumerate(front[:_BELOW_TITLE]):
        text = paragraph.text.strip().strip("（）() ")
        if not DAY.fullmatch(text) or (day := day_of(text)) is None:
            continue
        context.put(("disclosure", "issued"), paragraph, day)
        above = front[n - 1] if n else None
        is_named = context.gathering.has("disclosure", "publisher")
        if above is not None and not is_named and _BODY.fullmatch(above.text.strip()):
            context.put(("disclosure", "publisher"), above, "".join(above.text.split()))
        return


_BELOW_TITLE = 3
_BODY = re.compile(
    r"[\u4e00-\u9fff（）()]{2,36}(?:局|委|厅|办|处|会|中心|站|馆|院|校|所|园|公司|政府|大学|学院|医院|委员会|办公室)"
)


def _is_beside(paragraph: Paragraph) -> bool:
    """Whether a line below who signed and when is no sentence: it goes on with nothing above."""
    text = paragraph.text.strip()
    is_note = len(text) <= _LONGEST_NOTE and "。" not in text and ordinal(text) is None
    return is_note or _IN_BRACKETS.fullmatch(text) is not None


_LONGEST_NOTE = 40
_IN_BRACKETS = re.compile(r"[（(【\[][^（()）]{1,120}[）)】\]]")


def _signed(context: Context, body: list[Paragraph]) -> int:
    """Put who signed and when; where the text ends that stands before it."""
    for n in range(len(body) - 1, max(-1, len(body) - _LAST), -1):
        text = body[n].text
        if (day := day_of(text)) is not None:
            context.put(("disclosure", "issued"), body[n], day)
            return n - 1 if n and _signer(context, body[n - 1], body[n - 1].text) else n
        who = _WITH_DAY.match(text.strip())
        found = DAY.search(text) if who else None
        if who and found and found.end() == len(text.rstrip()):
            day = day_of(found[0])
            context.put(("disclosure", "issued"), body[n], day, found.span())
            _signer(context, body[n], text[: found.start()])
            return n
        month = _MONTH.fullmatch("".join(text.split()))
        is_signed = month is not None and n and _signer(context, body[n - 1], body[n - 1].text)
        if month is not None and (is_signed or n == len(body) - 1):
            span = context.gathering.ledger.span(body[n])
            at = ("disclosure", "issued")
            context.gathering.leave_open(at, (text.strip(),), (span,), "只写到月，没有写日")
            return n - 1 if is_signed else n
    return len(body)


_MONTH = re.compile(
    "(?:20[0-9]{2}|二[〇零○][〇零○一二三四五六七八九]{2})年(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?"
)


def _signer(context: Context, paragraph: Paragraph, text: str) -> bool:
    """Put who signed, without the word for a seal; whether a text names anybody."""
    seal = _SEAL.search(text)
    name = (text[: seal.start()] if seal else text).strip()
    if not _SIGNER.fullmatch(name):
        return False
    start = text.index(name)
    if seal:
        context.label(paragraph, seal.start(), len(text))
    if FIRM.search(name) and context.gathering.has("disclosure", "publisher"):
        context.label(paragraph, start, start + len(name))
        return True  # who evaluated for the one that published it
    known = context.gathering.values.get(("disclosure", "publisher"))
    if known is not None and is_short_for(name, known.text):
        context.label(paragraph, start, start + len(name))
        return True
    context.put(("disclosure", "publisher"), paragraph, name, (start, start + len(name)))
    return True


def take_annexes(context: Context, layout: Layout) -> None:
    """Take the last heading of a report out of it, where annexes are named below it."""
    sections = layout.sections
    first = next((n for n, one in enumerate(sections) if _ANNEXES.fullmatch(one.title)), None)
    if first is None or any(one.style <= sections[first].style for one in sections[first + 1 :]):
        return
    context.label(sections[first].heading)
    for section in sections[first:]:
        own = () if section is sections[first] else (section.heading,)
        _put_annexes(context, (*own, *section.body))
    del sections[first:]


def _put_annexes(context: Context, body: Sequence[Paragraph]) -> None:
    for paragraph in body:
        text = paragraph.text
        match = _FURTHER.match(text.strip()) or _ANNEX.match(text.strip())
        start = len(text) - len(text.lstrip()) + (match.start("title") if match else 0)
        number = context.gathering.length("attachments")
        context.label(paragraph, 0, start)
        context.put(
            ("attachments", number, "title"), paragraph, text[start:].strip("；;。 "), (start, None)
        )


def _begins_annexes(text: str, *, is_last: bool) -> bool:
    """Whether a line names an annex, or stands above those that do."""
    is_above = not is_last and _ANNEXES.fullmatch(text) is not None
    return is_above or _ANNEX.fullmatch(text) is not None


def _annexes(context: Context, body: list[Paragraph], end: int) -> int:
    """Put the annexes that are named above; where the text ends before them."""
    for first in range(end - 1, max(-1, end - _LAST), -1):
        if _begins_annexes(body[first].text.strip(), is_last=first + 1 == end) and all(
            _ANNEX.fullmatch(one.text.strip()) or _FURTHER.fullmatch(one.text.strip())
            for one in body[first + 1 : end]
        ):
            break
    else:
        return end
    while first and _ANNEX.fullmatch(body[first - 1].text.strip()):
        first -= 1
    if first and _ANNEXES.fullmatch(body[first - 1].text.strip()):
        first -= 1
    if _ANNEXES.fullmatch(body[first].text.strip()):
        context.label(body[first])
    for paragraph in body[first:end]:
        text = paragraph.text.strip()
        blank = len(paragraph.text) - len(paragraph.text.lstrip())
        match = _ANNEX.fullmatch(text) or _FURTHER.fullmatch(text)
        if match is not None:
            number = context.gathering.length("attachments")
            part = (blank + match.start("title"), blank + match.end("title"))
            context.label(paragraph, 0, part[0])
            context.put(("attachments", number, "title"), paragraph, None, part)
    return first
