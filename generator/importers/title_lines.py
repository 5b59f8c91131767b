"""What stands above the text of a document, and which of it is no part of the title."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from generator.importers.context import Context
from generator.importers.ordinals import ordinal
from generator.importers.outline import Paragraph
from generator.importers.part import Part
from generator.importers.placing import Slot, place
from generator.importers.prose.headings import Layout

_LETTERHEAD = re.compile(r"[\u4e00-\u9fff]{4,30}(?:文件|公函)")
NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,12}\s?[〔\[（(【]20[0-9]{2}[〕\]）)】]\s?(?:第\s?)?[0-9]{1,5}\s?号"
)
CONTENTS = re.compile(r"目\s{0,6}录")
"""A line above a list of contents."""
_CONTINUED = re.compile(
    r"[（(]?(?:接?续(?:上?|前)表|接上表|表\s?\d{0,2}[（(]续[）)])[）)]?\s?\d{0,2}[：:]?"
)
"""What stands above the rest of a table that was cut in two."""
_LEADER = re.compile(r"(?:…|\.{4}|·{4}|。{3})[….·。\s]{0,80}[0-9]{1,4}\s?$")
"""The dots of a table of contents, before the number of a page."""
_BRACKETED = re.compile(r"【(?P<name>[^【】]{2,12})】(?P<value>[^【】]{0,80})")
_OF_PAGE = re.compile(
    r"\s[|｜]\s|[\u4e00-\u9fff]\s?(?:[>›»＞]{1,3}|→|-{1,2}>)\s?[\u4e00-\u9fff]"
    r"|^\s?(?:您?(?:的)?当前(?:的)?(?:所在)?位置|您所在的?位置|所在位置)\s?[：:]|^\s?首\s?页\s?$"
)
"""The bars and the path of a web page."""
_NAMES_DOCUMENT = re.compile(
    r"(?:绩效|评价|自评|监控|评估|整改|决算|预算).{0,40}"
    r"(?:表|报告|通报|通知|公告|公示|台账|清单|方案|意见|说明|情况|结果|决算|预算|目标)"
    r"\s?(?:[（(][^（）()]{0,30}[）)])?\s?$"
)


_FURNITURE = re.compile(
    r"抄\s?[送报]\s?[：:].{0,100}|共印\s?\d{1,4}\s?份|[（(]?此件(?:公开|主动公开|依申请公开|不予公开)[^。]{0,8}[）)]?"
    r"|[^，,。；;：:]{2,40}\s{0,60}20[0-9]{2}\s?年\s?[0-9]{1,2}\s?月\s?[0-9]{1,2}\s?日\s?印发"
    r"|[上下]一[篇条页]\s?[：:].{0,100}|(?:浏览|阅读|访问)(?:次数|量)\s?[：:]\s?\d{0,9}次?|扫一扫.{0,30}"
    r"|第\s?\d{1,4}\s?页(?:\s?[，,、/／]?\s?共\s?\d{1,4}\s?页)?|共\s?\d{1,4}\s?页\s?[，,、]?\s?第\s?\d{1,4}\s?页"
    r"|[-—–－]{1,2}\s?\d{1,4}\s?[-—–－]{1,2}"
    r"|(?:特此|专此)(?:报告|函告|函复|说明|通报|汇报|上报|报送|请示|通知|公告|公示|批复)(?:[，,]\s?(?:妥否|当否|可否)?[，,]?\s?请[^。]{1,16})?[。.！!]?"
    r"|(?:以上|上述)(?:报告|情况|意见)[，,]\s?请予?(?:审阅|审示|审核|审议|审查|批示|指示|查收|核示|阅示|知悉)[。.！!]?"
    r"|(?:(?:以上|上述)(?:报告|情况|意见)?[，,]?)?(?:妥否|当否|可否|如无不妥)[，,]\s?请[^。]{1,16}[。.！!]?"
    r"|(?:[【\[]?(?:字体|字号|大|中|小|我要纠错|纠错|打印|关闭|分享|返回|收藏|本页|窗口|顶部)[：:】\]\s|｜]*+){2,20}"
)
"""What stands around every text: where to go next, the number of a page, how a letter closes."""


def asks(title: str) -> bool:
    """Whether a document asks for evaluations, and tells of none."""
    return _ASKS.match(title) is not None


_ASKS = re.compile(
    r"(?!.{0,60}印发[^。]{0,60}(?:评价|自评|评估|监控|复核|整改)(?:报告|结果|情况|意见)的?通知)"
    r".{0,60}(?:做好|开展|组织|印发|布置|部署|启动)[^。]{0,60}(?:通知|办法|方案|指南)"
    r"\s?(?:[（(][^（）()]{0,20}[）)])?\s?\Z"
)


def names_document(text: str) -> bool:
    """Whether a line is called as documents of evaluations are."""
    return _NAMES_DOCUMENT.search(text.strip()) is not None


def is_behind_title(title: str, line: str) -> bool:
    """Whether a line below a whole title says who made the document, or when."""
    plain = "".join(line.split())
    if _IN_BRACKETS.fullmatch(plain):
        plain = re.split("[，,、；;]", plain[1:-1])[0]
    return names_document(title) and _COVER.fullmatch(plain) is not None


_IN_BRACKETS = re.compile("[（(][^（）()]{4,50}[）)]")
_COLON = re.compile("[：:]")
"""What is told of each of several problems behind one name is no running head."""
_COVER = re.compile(
    r"[\u4e00-\u9fff（）()]{4,30}(?:局|委|厅|处|公司|事务所|中心|研究院|大学|学院|办公室|委员会|政府)"
    r"|(?:20[0-9]{2}|二[〇零○O][〇零○O一二三四五六七八九]{2})年(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月"
)


def cleared(
    context: Context, front: Sequence[Paragraph], all_of_it: Sequence[Paragraph]
) -> list[Paragraph]:
    """The lines that may be a title or say something of the document.

    Letterheads, running heads and tables of contents are marks; the number of a document and
    values behind names in brackets are placed. Who signs below may begin the title above.
    """
    times = Counter(plain(one) for one in all_of_it)
    left: list[Paragraph] = []
    seen: set[str] = set()
    for paragraph in front:
        text = paragraph.text.strip()
        if NUMBER.fullmatch(text):
            context.put(("disclosure", "document_number"), paragraph, "".join(text.split()))
        elif _bracketed(context, paragraph):
            continue
        elif _is_mark(text) or (plain(paragraph) in seen and not _COLON.search(text)):
            context.label(paragraph)
        else:
            seen.add(plain(paragraph))
            left.append(paragraph)
    begun = [one for one, below in pairwise(left) if below.text.lstrip().startswith("关于")]
    running = [
        one
        for one in left
        if times[plain(one)] > 1 and not _COLON.search(one.text) and one not in begun
    ]
    if any(names_document(one.text) for one in left if one not in running):
        for paragraph in running:
            context.label(paragraph)
            left.remove(paragraph)
    return _from_title(context, left)


def running_heads(context: Context, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs without what pages print around a text, and its name anew above it."""
    seen: set[str] = set()
    left: list[Paragraph] = []
    end = _tail(paragraphs)
    for paragraph in paragraphs[end:]:
        _openness(context, paragraph)
        context.label(paragraph)
    for paragraph in paragraphs[:end]:
        if _FURNITURE.fullmatch(paragraph.text.strip()):
            _openness(context, paragraph)
            context.label(paragraph)
            continue
        if names_document(paragraph.text) and ordinal(paragraph.text) is None:
            if plain(paragraph) in seen:
                context.label(paragraph)
                continue
            seen.add(plain(paragraph))
        left.append(paragraph)
    return left


def _openness(context: Context, paragraph: Paragraph) -> None:
    """Place whether a document is published of itself, where its last line says it."""
    if (said := _OPENNESS.match(paragraph.text)) is not None:
        part = said.span("openness")
        context.put(("disclosure", "openness"), paragraph, said["openness"], part)


_OPENNESS = re.compile(r"\s{0,8}[（(]?此件(?P<openness>主动公开|依申请公开|不予公开)")


def _tail(paragraphs: Sequence[Paragraph]) -> int:
    """Where links and the foot of a web page begin, behind which no sentence stands."""
    end = len(paragraphs)
    for n in range(end - 1, max(0, end - _LONGEST_TAIL), -1):
        text = paragraphs[n].text.strip()
        if "。" in text or len(text) > _LONGEST_LINK or ordinal(text) is not None:
            break
        if _TAIL.match(text):
            end = n
    return end


_LONGEST_TAIL, _LONGEST_LINK = 30, 120
_TAIL = re.compile(
    r"(?:相关|推荐|延伸|热点|友情)(?:链接|信息|阅读|文档|文章|新闻|推荐|内容|稿件|报道|解读)\s?(?:[：:]|\Z)|(?:主办|承办|协办|技术支持)(?:单位)?\s?[：:]"
    r"|网站(?:地图|标识码|声明)|版权所有|Copyright|©|[^，。]{0,20}(?:ICP备|公网安备)|备案序?号|(?:责任)?编辑\s?[：:]|扫一扫|分享到?\s?[：:]|【?(?:我要纠错|打印|关闭)"
)
"""How what pages print below a text begins."""


def heading_as_title(layout: Layout) -> Sequence[Paragraph]:
    """Take the first heading for the title where no title stands above it and it has no number."""
    if any(names_document(one.text) and not _OF_PAGE.search(one.text) for one in layout.front):
        return ()
    if not layout.sections:
        return ()
    first = layout.sections[0]
    if first.number is not None or not names_document(first.heading.text):
        return ()
    layout.front += first.body
    del layout.sections[0]
    return (first.heading,)


def _from_title(context: Context, left: Sequence[Paragraph]) -> list[Paragraph]:
    """What a web page has above the title is none of the document."""
    bars = [n for n, one in enumerate(left) if _OF_PAGE.search(one.text)]
    named = (n for n, one in enumerate(left) if names_document(one.text) and n not in bars)
    first = next(named, None)
    if not bars or first is None or bars[0] > first:
        return list(left)
    for paragraph in left[:first]:
        if not {"：", ":"} & set(paragraph.text) or _OF_PAGE.search(paragraph.text):
            context.label(paragraph)
    return [*left[first:], *(one for one in left[:first] if not _is_claimed(context, one))]


def _is_claimed(context: Context, paragraph: Paragraph) -> bool:
    return context.gathering.ledger.is_claimed(paragraph)


def _is_mark(text: str) -> bool:
    patterns = (_LETTERHEAD, CONTENTS, _CONTINUED)
    return any(one.fullmatch(text) for one in patterns) or _LEADER.search(text) is not None


def _bracketed(context: Context, paragraph: Paragraph) -> bool:
    """Place the values of `【评价机构】某所  【报告日期】…`; whether a line is made of them."""
    found = list(_BRACKETED.finditer(paragraph.text))
    if not found or paragraph.text[: found[0].start()].strip():
        return False
    for match in found:
        context.label(paragraph, match.start(), match.start("value"))
        slot = Slot(paragraph, *match.span("value"))
        if context.labels.field(Part.PERSONS, match["name"]):
            context.leave_out(paragraph, *match.span("value"))
        elif field := context.labels.field(Part.HEAD, match["name"]):
            place(context, field, slot)
    return True


def plain(paragraph: Paragraph) -> str:
    """The signs of a line, whatever blanks stand between them."""
    return "".join(paragraph.text.split())
