"""How long a list is that a clause ends in a number: `资金、质量和管护三个方面`.

Whether a word for "and" parts two entries or stands within one is not known: any number between is
right. What is counted by things (部门, 乡镇) counts a list only where all entries are called so.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.audit.dossier.told import counted
from generator.values.lazily import lazily

_ABSTRACT = (
    "方面|(?<=大)产业|(?<=类)人群|环节|维度|层面|因素|阶段|领域|类别|大类|部分|层次|要素|板块"
    "|(?:种|类)(?:方法|方式|形式|渠道|途径|类型|情形)"
)
_OFFICES = "局委办厅院心部处会社站所队馆府校司"
_CALLED: Mapping[str, str] = {
    "部门": _OFFICES, "单位": _OFFICES, "机构": _OFFICES, "县市区": "县市区", "县区": "县区",
    "乡镇": "乡镇", "镇街": "镇街道", "街道": "道", "社区": "区", "学校": "校学园", "小学": "学",
    "中学": "学", "医院": "院", "县": "县", "区": "区", "镇": "镇", "乡": "乡", "村": "村",
}  # fmt: skip
"""How entries end that such things are called."""
_TOLD = lazily(
    r"(?P<told>(?<![第\d.])\d{1,2}|[二两三四五六七八九十]{1,2})\s?(?:"
    rf"(?:个|大|类)?(?P<abstract>{_ABSTRACT})|(?:个|家|所)(?P<called>{'|'.join(_CALLED)}))",
    re.ASCII,
)
_CLAUSE = lazily("[，,。；;：:\n]")
_COMMA = "、"
_AND = lazily("以及|和(?![谐平美])|(?<![涉普])及(?![时格])|(?<!参)与(?!会)")
_BRACKETED = lazily("[（(][^（）()]{0,60}[）)]|[“《][^“”《》]{0,60}[”》]")
_UNSURE = lazily(
    "等|其他|其余|若干|还有|另有|[（）()“”]"
    r"|(?:[在有的中为共出展行了到成从按对由分列绕施进好实含括其这那各上下内外前后约近]|涉及)$"
    r"|[二两三四五六七八九十\d]\s?(?:个|大|类|家|所|项)"
)
"""What leaves something out, or makes the number one of another thing."""
_FEWEST, _FAR = 2, 2


class Listed(NamedTuple):
    """A list that is told to be of another length."""

    said: str
    told: str
    number: int
    """How many entries it has, at the most."""


def lists(text: str) -> Iterator[Listed]:
    """Every list of a half-width text that does not have as many entries as it is said to have."""
    for clause in _CLAUSE.split(text):
        if _COMMA not in clause:
            continue
        for match in _TOLD.finditer(clause):
            plain = _BRACKETED.sub("", clause[: match.start()])
            entries = plain.split(_COMMA)
            number = counted(match["told"])
            if len(entries) < _FEWEST or _UNSURE.search(plain) or number < _FEWEST:
                continue
            if match["called"] and not _are_called(entries, match["called"]):
                continue
            most = len(entries) + len(_AND.findall(plain))
            if not len(entries) <= number <= most and abs(number - most) <= _FAR:
                yield Listed(clause[: match.end()], match["told"], most)


def _are_called(entries: list[str], name: str) -> bool:
    ends = _CALLED[name]
    parted = [part for entry in entries for part in _AND.split(entry)]
    return all(part[-1:] and part[-1] in ends for part in parted)
