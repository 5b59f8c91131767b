"""Damage that typing and pasting leave in a cell, mended where one reading is left."""

import re

from generator.values.cells.numerals import unmixed
from generator.values.cells.signs import alternatives
from generator.values.cells.slips import unslipped
from generator.values.cells.units import KNOWN
from generator.values.invisible import visible
from generator.values.lazily import lazily
from generator.values.text import half_width

_PASTED = {
    "&ge;": "≥", "&le;": "≤", "&gt;": ">", "&lt;": "<", "&nbsp;": " ", "&amp;": "&",
    "&#8805;": "≥", "&#8804;": "≤", "&#62;": ">", "&#60;": "<", "&#37;": "%",
    "\\geq": "≥", "\\leq": "≤", "\\n": " ", "\\t": " ", "RMB": "¥", "CNY": "¥",
    ">/=": "≥", "</=": "≤", "＞/＝": "≥", "＜/＝": "≤",
    "_x000D_": "", "_x000d_": "", "_x000A_": "", "_x000a_": "",
}  # fmt: skip
_PASTED_SIGN = lazily(alternatives(_PASTED))
_TAG = lazily(r"</?(?:br|p|span|div|b|strong|sup|sub|td)(?:\s[^<>]{0,40})?/?>")
_MIDNIGHT = lazily(r"[\sT]0?0:00(?::00)?$")
_POINT = lazily(r"(?<=\d)(?:。|\.{2,3}|·|．)(?=\d)")
_THOUSANDS = lazily(
    r"(?<![\d.,])\d{1,3}(?: \d{3}){1,5}\.\d{2}(?!\d)|(?<![\d.,])\d{1,3}(?: \d{3}){2,5}(?![\d. ])"
    r"|(?:^|(?<=[≥≤><=于过约近]))[1-9]\d? \d{3}(?= ?[%元人次场家户个台套件份天吨亩米株册平公万])"
)
"""Numbers in groups of three with blanks between; without a unit one blank may part two numbers."""
_BLANK = lazily(r"\s+")
_SPLIT_POINT = lazily(
    r"(?:(?<=[≥≤><=于过约近]\d\.)|(?<=[≥≤><=于过约近] \d\.)|(?<=\d\d\.))"
    r"\s{1,3}+(?=\d{1,2}\s?[%万亿元])"
    r"|(?<=\d)\s{1,3}+(?=\.\d{1,2}\s?[%万亿元])"
)
"""A blank beside the point of a number: `88. 5%`; `1. 5个` may be an item of a list."""
_PARTING = lazily(r"(?<=[\d.,%])\s+(?=\d)")
_KEPT = "\u2063"
"""Stands for a blank that parts two numbers while the others go."""
_SAID_TWICE = """
    达到 完成 确保 保证 力争 不超过 不低于 不少于 不高于 不多于 不大于 不小于 不得超过 不得低于
    不得少于 不得高于 超过 高于 低于 少于 多于 大于 小于 等于 至少 最多 控制在 及以上 以上 以下
    以内 之内 之前 左右 底前 % ‰ 约 近 达 在 到 过 于 至 以 内 每 均 元 万 个 及 为
"""
_TWICE = lazily(rf"({alternatives(_SAID_TWICE.split())})\1+")
_UNIT_TWICE = lazily(r"(?<=\d)([\u4e00-\u9fff]{1,2})\1(?=$|以|之|内|左|及|\()")
_NEGATED_TWICE = lazily(
    r"不超(?=超过)|不(?:不(?=[超低高少多大小得足])|(得?(?:超过|高于|低于|少于|多于|大于|小于))不?得?\1)"
)
_HALVES_TWICE = lazily(r"([少高低多大])\1(?=于)")
_RESTATED = lazily(r"(\d{1,9}(?:\.\d{1,4})?[%‰\u4e00-\u9fff]{0,2})[及或]\1(?=以[上下内])")
_INCLUDED = lazily(r"\((不?含)(?:本数|\d[^()]{0,8})\)")
_SIGN_IN_BRACKETS = lazily(
    r"\(((?:及|或|含)?以[上下内]|左右|约|[≥≤><=]{1,2}|不含|每[^()\d]{1,3}|/[^()\d]{1,3})\)(?!\()"
)
_OF_SEVERAL = lazily(
    r"/\(([^()\d]{1,3})[·.*/×]([^()\d]{1,3})\)|(?<=/)([\u4e00-\u9fff]{1,2})[·.]([\u4e00-\u9fff]{1,2})"
)
_UNIT_IN_BRACKETS = lazily(
    rf"(?<=[\d万亿])\((?:(?:计量)?单位:?)?((?:[十百千]?[万亿]|千)?(?:{KNOWN}))\)"
)
_UNIT_TOLD = lazily(rf"\(?(?:计量)?单位:?((?:[十百千]?[万亿]|千)?(?:{KNOWN}))\)?")
_AROUND = "“”‘’\"'「」"
_BEGINNINGS = "，,、。；;:·•●★※*"
_ENDS = "。；;，,、·．.!！:：*"
_ITEM = lazily(r"(?:\(\d\)|\d[、)]|\d\.(?=\D)|[①-⑩])(?=[^\d.])")
_IN_BRACKETS = lazily(r"[(〔\[{]([^()〔〕\[\]{}]*)[)〕\]}]")


def mended(text: str) -> str:
    """Half-width, without blanks (but one between two numbers), quotes, and stops around it."""
    if _PASTED_SIGN.search(text):
        text = _PASTED_SIGN.sub(lambda match: _PASTED[match[0]], text)
    if "<" in text:
        text = _TAG.sub("", text)
    text = half_width(text if text.isascii() else visible(text)[0]).strip()
    text = unslipped(text).replace("／", "/").replace("/每", "每")
    text = _POINT.sub(".", text)
    if _BLANK.search(text):
        text = _SPLIT_POINT.sub("", _MIDNIGHT.sub("", text))
        text = _THOUSANDS.sub(lambda match: match[0].replace(" ", ""), text)
        text = _BLANK.sub("", _PARTING.sub(_KEPT, text)).replace(_KEPT, " ")
    text = text.strip(_AROUND).lstrip(_BEGINNINGS).rstrip(_ENDS).strip(_AROUND)
    if whole := _IN_BRACKETS.fullmatch(text):
        text = whole[1]
    if item := _ITEM.match(text):
        text = text[item.end() :]
    text = _TWICE.sub(r"\1", _UNIT_TWICE.sub(r"\1", text))
    text = _HALVES_TWICE.sub(r"\1", _NEGATED_TWICE.sub(_once, text))
    return _in_brackets(unmixed(text))


def _once(match: re.Match[str]) -> str:
    return f"不{match[1] or ''}"


def _in_brackets(text: str) -> str:
    """What brackets part from its figure, beside it: 3.5(万元), 10人(以上)."""
    text = _OF_SEVERAL.sub(_parts, _RESTATED.sub(r"\1", text))
    if "(" not in text:
        return _UNIT_TOLD.sub(r"(\1)", text) if "单位" in text else text
    text = _UNIT_IN_BRACKETS.sub(r"\1", _INCLUDED.sub(r"(\1)", text))
    return _UNIT_TOLD.sub(r"(\1)", _SIGN_IN_BRACKETS.sub(_unwrapped, text))


def _unwrapped(match: re.Match[str]) -> str:
    return match[0] if match[1] == "不含" else match[1]


def _parts(match: re.Match[str]) -> str:
    if match[1]:
        return f"/{match[1]}/{match[2]}"
    return f"{match[3]}/{match[4]}"
