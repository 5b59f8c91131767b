"""Surveys that sentences tell: `发放问卷300份，回收286份，有效279份，满意度93.2%`."""

import re
from collections.abc import Sequence

from generator.importers.context import Context
from generator.importers.ledger import Confidence
from generator.importers.outline import Piece
from generator.source import At
from generator.values.sentences import said_before
from generator.values.text import half_width

_SENT = re.compile(r"发放(?P<what>[^，。；;\d]{0,16}?)(?P<sent>\d{1,7})\s?[份张]", re.ASCII)
_RETURNED = re.compile(
    r"\A[^。；;\d]{0,12}?(?:回收|收回)(?P<valid>有效)?[^，。；;\d]{0,10}?(?P<returned>\d{1,7})\s?[份张]",
    re.ASCII,
)
_VALID = re.compile(
    r"\A[^。；;\d]{0,12}?有效[^，。；;\d]{0,10}?(?P<valid>\d{1,7})\s?[份张]", re.ASCII
)
_RESULT = re.compile(
    r"(?:总体|综合|平均|群众|服务对象|受益对象|公众)?满意(?:度|率)(?:为|达到?|是|平均为)?\s?(?P<result>\d{1,3}(?:\.\d{1,2})?%)",
    re.ASCII,
)
_NAME = re.compile("(?:满意度|问卷|电话|入户|网上|网络|线上|抽样|实地){1,2}调查")
_SUBJECTS = re.compile(
    r"(?:面向|针对|向|对)(?P<who>(?:\d{1,4}\s?[个家所户座名位])?[^，。；;：:\d]{2,24}?)(?:开展|进行|组织|实施|共?发放)"
)
_SHEETS = re.compile("问卷|调查|测评|评议|答卷")
_NO_NOUN = re.compile(r"[了共计合总数量为约近的各类：:\s]*")
_FAR, _NEAR = 120, 20
_DEFAULT = "问卷调查"


def read(context: Context, paragraphs: Sequence[Piece], at: At = ()) -> None:
    """Put every survey whose sheets are counted."""
    if context.gathering.has(*at, "surveys"):
        return
    for paragraph in paragraphs:
        plain = half_width(paragraph.text)
        for match in _SENT.finditer(plain):
            if _is_of_survey(plain, match):
                _put(context, paragraph, plain, match, at)


def _is_of_survey(plain: str, sent: re.Match[str]) -> bool:
    """Whether it was sheets of a survey that were handed out, and not leaflets or clothes."""
    if _SHEETS.search(sent["what"]):
        return True
    around = said_before(plain, sent.start()) + plain[sent.end() : sent.end() + _NEAR]
    return _NO_NOUN.fullmatch(sent["what"]) is not None and _SHEETS.search(around) is not None


def _put(context: Context, piece: Piece, plain: str, sent: re.Match[str], at: At) -> None:
    n = context.gathering.length(*at, "surveys")
    survey: At = (*at, "surveys", n)
    first = max(plain.rfind(sign, 0, sent.start()) for sign in "。；;\n") + 1
    place = sent.end()
    context.put((*survey, "sent"), piece, sent["sent"], sent.span("sent"))
    if returned := _RETURNED.match(plain[place:]):
        which = "valid" if returned["valid"] else "returned"
        part = (place + returned.start("returned"), place + returned.end("returned"))
        context.put((*survey, which), piece, returned["returned"], part)
        place += returned.end()
    if valid := _VALID.match(plain[place:]):
        part = (place + valid.start("valid"), place + valid.end("valid"))
        context.put((*survey, "valid"), piece, valid["valid"], part)
        place += valid.end()
    ends = [end for sign in "；;\n" if (end := plain.find(sign, place)) >= 0]
    if result := _RESULT.search(plain, place, min([*ends, place + _FAR])):
        context.put((*survey, "result"), piece, result["result"], result.span("result"))
    name = _NAME.search(plain, first, sent.start())
    if name is not None:
        context.put((*survey, "name"), piece, name[0], name.span())
    else:
        context.put((*survey, "name"), piece, _DEFAULT, sent.span(), confidence=Confidence.INFERRED)
    if (who := _SUBJECTS.search(plain, first, sent.start("sent"))) is not None:
        context.put((*survey, "subjects"), piece, who["who"], who.span("who"))
