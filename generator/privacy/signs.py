"""What may point at a person and may be quite ordinary: somebody has to look."""

import re
from collections.abc import Iterator

from generator.privacy.beneficiaries import HINT, OFFICE, beneficiaries
from generator.privacy.check_digits import has_luhn
from generator.privacy.parted import is_of_a_thing
from generator.privacy.sighting import Sighting
from generator.privacy.surnames import SURNAMES
from generator.values.lazily import lazily

_AT = r"\s{0,2}(?:@|[\[(#][aA][tT][\])#])\s{0,2}"
_EMAIL = lazily(
    rf"(?<![\w.+-])[\w.+-]{{1,64}}{_AT}([\w-]{{1,63}}(?:\s{{0,2}}\.\s{{0,2}}[\w-]{{1,63}}){{1,8}})",
    re.ASCII,
)
_OFFICIAL = lazily(r"(?:\A|\.)gov\.cn\Z", re.IGNORECASE)
_HOME = lazily(
    r"(?:家庭住址|家庭地址|住址|现住|[回走]访地址|上门地址)\s{0,2}[:：]?\s{0,2}[\u4e00-\u9fa5][\u4e00-\u9fa50-9]{3,30}"
    r"|(?:户籍地址?|户籍所在地|居住地址?|常住地址?)\s{0,2}[:：]\s{0,2}[\u4e00-\u9fa5][\u4e00-\u9fa50-9]{3,30}"
    r"|家住[\u4e00-\u9fa5]{2,20}[0-9一二三四五六七八九十]{1,3}[号组栋幢]"
    r"|[0-9]{1,3}[栋幢](?:[0-9]{1,2}单元)?[0-9]{2,4}[室号]"
    r"|[0-9]{1,2}单元[0-9]{2,4}[室号]?"
    r"|[0-9]{1,4}弄[0-9]{1,4}号(?:[0-9]{2,4}室)?"
    r"|村\s?[0-9一二三四五六七八九十]{1,3}\s?组\s?[0-9一二三四五六七八九十]{1,4}\s?号"
    r"|[0-9一二三四五六七八九十]{1,3}[栋幢][0-9一二三四五六七八九十]{1,2}单元[0-9〇零一二三四五六七八九十]{1,4}[室号楼层]"
    r"|[\u4e00-\u9fa5]{1,6}村[\u4e00-\u9fa5]{0,4}[0-9一二三四五六七八九十]{1,3}组(?:村民|农户|户主|低保户|脱贫户)"
)
"""Where somebody lives: `住址：示例村3组`, `家住示例村8号`, `5栋2单元301室`."""
_LABELS = (
    "(?:姓名|户主|受益人|受助人|领款人|收款人|低保户|脱贫户|贫困户|申请人|患者|学生|联系人|经办人)"
    r"\s{0,2}(?:[(（][^()（）]{0,10}[)）]\s{0,2})?[:：]"
)
_NAMED = lazily(
    rf"{_LABELS}\s{{0,2}}([{SURNAMES}](?:[\u4e00-\u9fa5]{{1,2}}|\s{{1,2}}[\u4e00-\u9fa5]))"
    r"(?![\u4e00-\u9fa5])"
)
"""A name of two signs is often set apart to the width of three."""
_PLACES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_PLATE = lazily(
    rf"(?:(?<![\u4e00-\u9fa5])|(?<=[牌车辆])|(?<=[牌车]号))[{_PLACES}]"
    r"[A-HJ-NP-Z][·• ]?(?=[A-Z]{0,5}[0-9])[A-HJ-NP-Z0-9]{5,6}(?![A-Z0-9])"
)
_SPACED_PLATE = lazily(
    rf"(?:[牌照号]\s?[为是:：]?|(?:^|[|\t(（])\s{{0,3}})\s?([{_PLACES}]"
    r"[ \-]{0,2}[A-HJ-NP-Z](?:[ \-·]{0,2}[A-HJ-NP-Z0-9]){5,6})(?![A-Z0-9])"
)
_PASSPORT = lazily(
    r"(?<![A-Za-z0-9])(?:[DEGHKMPS][ ]{0,2}[0-9]{4}[ ]?[0-9]{4}|E[A-HJ-NP-Z][ ]?[0-9]{7})"
    r"(?![A-Za-z0-9])"
)
"""Only where a text speaks of passports: others number machines so."""
_OF_PASSPORTS = lazily("护照|[Pp]assport|PASSPORT")
_HOME_LINE = lazily(
    r"(?:宅电|家庭电话|住宅电话|家里电话|家中(?:座机|电话|固话))[^0-9\n]{0,6}[(（]?(0[0-9]{2,3}[)）]?[\s\-]{0,2}[0-9]{3,4}[\s\-]?[0-9]{4})(?![0-9])"
)
_FOREIGN_CARD = lazily(r"(?<![0-9A-Za-z.])(?:4[0-9]|5[1-5])[0-9]{14}(?![0-9A-Za-z.])")
SIGN = lazily(
    r"[@栋幢单住现家组籍居常弄村访门护宅牌照号p\[(（|\t#ABCDEFGHJKLMNPQRSTUVWXYZ姓户受领收低脱贫申患学联经45]"
    r"(?:(?<=@)|(?<=[栋幢])[0-9]|(?<=单)元|(?<=住)址|(?<=现)住|(?<=家)(?:住|庭[住地])|(?<=籍)[所地]|(?<=[居常])住|(?<=组)[村农户低脱]"
    r"|(?<=[A-Z])[·• ]?[A-HJ-NP-Z0-9]{5}|(?<=[45])[0-9]{15}|[\u4e00-\u9fa5]{1,2}\s{0,2}[(（:：]"
    r"|(?<=弄)[0-9]|(?<=村)\s?[0-9一二三四五六七八九十]{1,3}\s?组|(?<=[访门])地址|(?<=护)照|(?<=p)assport|(?<=P)(?:assport|ASSPORT)"
    r"|(?<=宅)电|(?<=家)[庭中里](?:座机|电话|固话)|(?<=[\[(#])[aA][tT][\])#]"
    rf"|(?<=[牌照号])\s?[为是:：]?\s?[{_PLACES}]"
    rf"|(?<=[|\t(（])\s{{0,3}}[{_PLACES}][ \-]{{0,2}}[A-HJ-NP-Z])"
    rf"|{HINT.pattern}"
)
"""What each of these signs has, so that most texts need no further look."""
_SHOWN_OF_WORDS = 2
_AT_SIGN = lazily(r"@|[\[(#][aA][tT][\])#]")
_WORDS = (
    ("住址", _HOME, 0), ("车牌号", _PLATE, 0), ("车牌号", _SPACED_PLATE, 1),
    ("住宅电话", _HOME_LINE, 1),
)  # fmt: skip
"""Where words or their order tell what it is, each with the part that is hidden."""


def signs(text: str) -> Iterator[Sighting]:
    """What may point at a person and may be quite ordinary: somebody has to look."""
    yield from _emails(text)
    for kind, pattern, part in _WORDS:
        for m in pattern.finditer(text):
            yield Sighting(kind, *m.span(part), f"{m[part][:_SHOWN_OF_WORDS]}***")
    if _OF_PASSPORTS.search(text):
        for m in _PASSPORT.finditer(text):
            yield Sighting("护照号码", m.start(), m.end(), f"{m[0][:_SHOWN_OF_WORDS]}***")
    for m in _NAMED.finditer(text):
        if not OFFICE.search(m[1]):
            yield Sighting("姓名", m.start(), m.end(), f"{m[1][0]}**")
    yield from _foreign_cards(text)
    if HINT.search(text):
        yield from beneficiaries(text)


def _emails(text: str) -> Iterator[Sighting]:
    if not _AT_SIGN.search(text):
        return
    for m in _EMAIL.finditer(text):
        host = "".join(m[1].split())
        if not _OFFICIAL.search(host):
            yield Sighting("电子邮箱", m.start(), m.end(), f"{m[0][:2]}***@{host}")


def _foreign_cards(text: str) -> Iterator[Sighting]:
    for m in _FOREIGN_CARD.finditer(text):
        if has_luhn(m[0]) and not is_of_a_thing(text, m.start()):
            yield Sighting("银行卡号", m.start(), m.end(), f"{m[0][:4]}********{m[0][-4:]}")
