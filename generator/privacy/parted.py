"""Numbers of persons in pieces, where words beside them leave no doubt what they are.

What no check digit proves is found here only behind its name: a telephone over three lines, an
account over two, the number of a disabled person's card, which holds that of the identity card.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.privacy.check_digits import has_luhn, is_identity, is_old_identity
from generator.values.lazily import lazily

_JOINT = r"[\s.()（）\-]{0,4}+"
_CALLED = "手机|电话|联系|号码|致电|请打|拨打|微信|[Tt]el"
_MOBILE = lazily(
    rf"(?:{_CALLED})[^0-9]{{0,10}}?(?:\+?(?:00)?86)?{_JOINT}(1[3-9][0-9]{_JOINT}[0-9](?:{_JOINT}[0-9]){{7}})(?![0-9])"
)
_WITH_WORD = lazily(
    r"(?<![0-9])(1[3-9][0-9]\s?[(（][\u4e00-\u9fff]{1,4}[)）]\s?[0-9]{4}[\s\-]{0,2}[0-9]{4})(?![0-9])"
)
_BY_ENDS = lazily(
    r"前三位[^0-9]{0,3}(1[3-9][0-9][^0-9]{1,4}后八位[^0-9]{0,3}[0-9]{4}\s?[0-9]{4})(?![0-9])"
)
_ACCOUNT = lazily(
    rf"(?:卡号?|[账帐]号|[账帐]户|存折)[^0-9]{{0,10}}?(62[0-9]{{2}}(?:{_JOINT}[0-9]){{12,15}})(?![0-9])"
)
_OLD = lazily(
    r"(?:身份证?|证件|一代证)[^0-9]{0,10}?([1-8][0-9]{5}[\s\-]{0,2}[0-9]{6}[\s\-]{0,2}[0-9]{3})(?![0-9Xx])"
)
_DISABLED = lazily(r"残疾[^0-9]{0,8}证[^0-9]{0,10}?([1-8][0-9]{16}[0-9Xx][1-7][1-4])(?![0-9])")
_OF_A_THING = lazily(
    r"(?:代码|编码|编号|索引号|文号|流水号?|凭证号?|登记号|合同号|指标号|条码|序列号|发票号码?|批号|证书号码?)[^0-9]{0,4}$"
)
_BEFORE = 14
_UNIT = lazily(r"\s?(?:[万亿元%]|千[瓦米]|吨|公[斤里]|平方|立方|亩|次/|人次)")
_REST = lazily("[^0-9Xx]")


class Piece(NamedTuple):
    """A number with what parts it, and what it is a number of."""

    kind: str
    start: int
    end: int


def parted(text: str) -> Iterator[Piece]:
    """All of them in a closed text."""
    for kind, pattern, proved in _FORMS:
        for match in pattern.finditer(text):
            digits = _REST.sub("", match[1])
            is_amount = _UNIT.match(text, match.end())
            if proved(digits) and not is_amount and not is_of_a_thing(text, match.start(1)):
                yield Piece(kind, *match.span(1))


def is_of_a_thing(text: str, start: int) -> bool:
    """Whether a number follows the name of a thing's: a code, an index, a bill."""
    return _OF_A_THING.search(text[max(0, start - _BEFORE) : start]) is not None


def _is_mobile(digits: str) -> bool:
    return len(digits) == _DIGITS


def _is_of_disabled(digits: str) -> bool:
    return is_identity(digits[:-2])


_DIGITS = 11
IDENTITY_CARD, BANK_CARD, MOBILE = "身份证号", "银行卡号", "手机号码"
"""What readers call these numbers."""
_FORMS: tuple[tuple[str, re.Pattern[str], Callable[[str], bool]], ...] = (
    (MOBILE, _MOBILE, _is_mobile),
    (MOBILE, _WITH_WORD, _is_mobile),
    (MOBILE, _BY_ENDS, _is_mobile),
    (BANK_CARD, _ACCOUNT, has_luhn),
    (IDENTITY_CARD, _OLD, is_old_identity),
    (IDENTITY_CARD, _DISABLED, _is_of_disabled),
)
