"""Persons kept out of a draft: numbers, telephones, names behind a label, anywhere."""

import re
from dataclasses import replace

from generator.importers.ledger import Gathering, Role, Span
from generator.privacy.numbers import numbers
from generator.privacy.signs import signs

_LANDLINE = re.compile(r"(?<![0-9A-Za-z/-])0[0-9]{2,3}\s?[-—–]\s?[2-9][0-9]{6,7}(?![0-9])")
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱郭何罗宋郑谢韩唐冯邓曹彭曾萧蔡潘田董袁余蒋杜苏魏程吕"
    "丁沈姚卢姜崔钟谭陆汪范廖石贾韦付邹熊孟秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱"
    "严覃武戴莫孔汤"
)
"""The most frequent; none begins a common word for a group of people."""
_PERSON = re.compile(
    r"(?:项目)?(?:负责人|联系人|填报人|填表人|经办人|审核人|复核人|主评人)(?:（签[字章]）)?\s?[：:]\s?"
    r"[\u4e00-\u9fff]{1}[\u4e00-\u9fff\s]{1,4}(?=[\s，,。；;、（(]|电话|联系|手机|$)"
)
_MEMBERS = re.compile(
    r"(?<=[^\u4e00-\u9fff])(?:评价组|评估组|专家组|评审组|工作组|项目组)?(?:成员|专家|组员|组长)(?:名单)?(?:有|为|包括)?[：:]"
    r"[^。；;\n]{2,80}+"
)
"""Who took part, named one by one behind a colon."""
_AMONG = re.compile(
    rf"(?<=其中|包括)[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}(?=等[0-9一二两三四五六七八九十]{{1,3}}[人名])"
)
"""A villager or a winner of a prize, named as an example: `其中罗大山等3人`."""
_CONTACT = ("disclosure", "contact")
_HIDDEN = "***"
_ABOUT = (_LANDLINE, _PERSON, _MEMBERS, _AMONG)


def keep_out(gathering: Gathering) -> None:
    """Take what is about a person out of every value; the places are noted as left out."""
    for at, value in list(gathering.values.items()):
        found = _sightings(value.text)
        if not found or at == _CONTACT:
            continue
        for span in value.spans:
            typed = gathering.ledger.text(span)
            for start, end in _sightings(typed):
                out = Span(span.piece, span.start + start, span.start + end)
                gathering.ledger.claim(out, Role.LEFT_OUT)
        text = value.text
        for start, end in reversed(found):
            text = f"{text[:start]}{_HIDDEN}{text[end:]}"
        if text.strip(f" {_HIDDEN}"):
            gathering.values[at] = replace(value, text=text)
        else:
            del gathering.values[at]


def _sightings(text: str) -> list[tuple[int, int]]:
    """Where a text is about a person, in order and apart from one another."""
    places = [(s.start, s.end) for s in (*numbers(text), *signs(text))]
    places += [match.span() for pattern in _ABOUT for match in pattern.finditer(text)]
    apart: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart
