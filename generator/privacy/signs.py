"""What may point at a person and may be quite ordinary: somebody has to look."""

import re
from collections.abc import Iterator

from generator.privacy.check_digits import has_luhn
from generator.privacy.numbers import BEFORE, OF_A_THING
from generator.privacy.sighting import Sighting
from generator.values.lazily import lazily

SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻章苏潘葛范彭郎鲁韦"
    "马苗方俞任袁柳史唐费廉岑薛雷贺倪汤滕罗毕郝邬安常傅卞齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄米贝"
    "戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季麻贾路江童颜郭梅盛林刁钟徐邱骆高夏蔡田胡凌霍万柯卢莫房"
    "解应宗丁邓郁单洪包左石崔吉龚程邢裴陆荣翁曲家封储靳段巫焦侯全班仰秋仲伊宫宁仇武符刘景詹龙"
    "叶司黎薄白怀蒲池乔谭劳冉雍桑桂牛寿边燕尚温庄晏柴瞿阎习易廖耿文寇广东欧沃关查游权盖连涂肖"
)
"""Family names, enough to tell a name behind a label from an office."""
_EMAIL = lazily(
    r"(?<![\w.+-])[\w.+-]{1,64}\s{0,2}@\s{0,2}([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})", re.ASCII
)
_OFFICIAL = lazily(r"(?:\A|\.)gov\.cn\Z", re.IGNORECASE)
_HOME = lazily(
    r"(?:家庭住址|家庭地址|住址|现住)\s{0,2}[:：]?\s{0,2}[\u4e00-\u9fa5][\u4e00-\u9fa50-9]{3,30}"
    r"|(?:户籍地址?|户籍所在地|居住地址?|常住地址?)\s{0,2}[:：]\s{0,2}[\u4e00-\u9fa5][\u4e00-\u9fa50-9]{3,30}"
    r"|家住[\u4e00-\u9fa5]{2,20}[0-9一二三四五六七八九十]{1,3}[号组栋幢]"
    r"|[0-9]{1,3}[栋幢](?:[0-9]{1,2}单元)?[0-9]{2,4}[室号]"
    r"|[0-9]{1,2}单元[0-9]{2,4}[室号]?"
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
_OFFICE = lazily(
    r"[室局科办处股站所委部会校院厅某组区县市]$|某"
    r"|^(?:全[体部市县区校]|高[中职校龄]|单[位亲]|广大|游客)"
)
"""Who stands behind a label and is no single person."""
_PLATE = lazily(
    r"(?:(?<![\u4e00-\u9fa5])|(?<=[牌车辆])|(?<=[牌车]号))[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]"
    r"[A-HJ-NP-Z][·• ]?(?=[A-Z]{0,5}[0-9])[A-HJ-NP-Z0-9]{5,6}(?![A-Z0-9])"
)
_FOREIGN_CARD = lazily(r"(?<![0-9A-Za-z.])(?:4[0-9]|5[1-5])[0-9]{14}(?![0-9A-Za-z.])")
SIGN = lazily(
    r"[@栋幢单住现家组籍居常ABCDEFGHJKLMNPQRSTUVWXYZ姓户受领收低脱贫申患学联经45]"
    r"(?:(?<=@)|(?<=[栋幢])[0-9]|(?<=单)元|(?<=住)址|(?<=现)住|(?<=家)(?:住|庭[住地])|(?<=籍)[所地]|(?<=[居常])住|(?<=组)[村农户低脱]"
    r"|(?<=[A-Z])[·• ]?[A-HJ-NP-Z0-9]{5}|(?<=[45])[0-9]{15}|[\u4e00-\u9fa5]{1,2}\s{0,2}[(（:：])"
)
"""What each of these signs has, so that most texts need no further look."""
_SHOWN_OF_WORDS = 2


def signs(text: str) -> Iterator[Sighting]:
    """What may point at a person and may be quite ordinary: somebody has to look."""
    if "@" in text:
        for m in _EMAIL.finditer(text):
            if not _OFFICIAL.search(m[1]):
                yield Sighting("电子邮箱", m.start(), m.end(), f"{m[0][:2]}***@{m[1]}")
    for kind, pattern in (("住址", _HOME), ("车牌号", _PLATE)):
        for m in pattern.finditer(text):
            yield Sighting(kind, m.start(), m.end(), f"{m[0][:_SHOWN_OF_WORDS]}***")
    for m in _NAMED.finditer(text):
        if not _OFFICE.search(m[1]):
            yield Sighting("姓名", m.start(), m.end(), f"{m[1][0]}**")
    for m in _FOREIGN_CARD.finditer(text):
        if has_luhn(m[0]) and not OF_A_THING.search(text[max(0, m.start() - BEFORE) : m.start()]):
            yield Sighting("银行卡号", m.start(), m.end(), f"{m[0][:4]}********{m[0][-4:]}")
