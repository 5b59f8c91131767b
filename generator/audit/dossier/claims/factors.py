"""What a sum of money comes to by a share or a coefficient that the text tells with it."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.audit.dossier.claims.figures import Claim
from generator.audit.dossier.quantities import Quantity, sentence_of
from generator.audit.dossier.slips import slip
from generator.values.lazily import lazily
from generator.values.money import UNSIGNED, parse

SIGNS = lazily("系数|按")
"""What a text holds that may tell either."""
ABOUT = lazily("(?:大?约|近)$")
_MONEY = "元"
_SHARE = lazily(
    rf"按(?:照)?(?P<of>[\u4e00-\u9fff]{{2,12}})的\s?(?P<share>{UNSIGNED})\s?%"
    r"[^\d，,。；;]{0,8}[，,]?(?:共计?|合计|计|为|约){0,2}(?=\d)",
    re.ASCII,
)
"""`按实缴规模的2%计提，共130万元`."""
_BASE = lazily("^(?:项目|基金|资金|年度|全年|本年)|(?:规模|总额|金额|资金|数额?|总数)$")
_SHORTEST = 2
_SIGN = "系数"
_COEFFICIENT = lazily(
    r"系数[为是按]?\s?(?P<share>[01](?:\.\d{1,3})?)(?![\d.%])[^\d。；;系]{0,6}?"
    r"(?:(?P<off>扣减|扣除|核减|少付|扣付)|支付|应付|实付|拨付|付费|付款|兑付|计付)"
    r"(?:服务费|费用|资金|款项?|金额|补助|奖补)?[为共计]{0,2}(?=\d)",
    re.ASCII,
)
"""Behind a sum: `按系数0.9支付86.4万元`, `付费系数0.97，扣减72万元`."""
_FAR, _ROUGH = Decimal("0.3"), Decimal("0.05")
"""How far a sum may be from a product that it may have come from, and how far one told roughly."""
_TEN, _HUNDRED = 10, Decimal(100)


def how_near(one: Quantity) -> Decimal:
    """How far a sum may be from what it should be."""
    return max(one.half, _ROUGH * one.value) if ABOUT.search(one.before) else one.half


def is_close(product: Decimal, told: Decimal) -> bool:
    """Whether a sum may have come from a product, by a slip or by another reckoning."""
    is_tenfold = product in (told * _TEN, told / _TEN)
    return abs(product - told) <= _FAR * product or is_tenfold or slip(product, told) is not None


def factors(text: str, told: Sequence[Quantity]) -> Iterator[Claim]:
    """Every sum of a half-width text that is not the share, or the part, that it is told as."""
    sums = [one for one in told if one.unit == _MONEY]
    if len(sums) > 1 and SIGNS.search(text):
        yield from _shares(text, sums)
        yield from _coefficients(text, sums)


def _shares(text: str, sums: Sequence[Quantity]) -> Iterator[Claim]:
    """So many in a hundred of something whose sum the text tells once."""
    for match in _SHARE.finditer(text):
        share, stated = parse(match["share"]), _behind(match, sums)
        words = _BASE.sub("", match["of"])
        of = [one for one in sums if words in one.before and one is not stated]
        is_one = len(words) >= _SHORTEST and len({one.value for one in of}) == 1
        if stated and share is not None and is_one:
            by = f"{of[0].said}的 {match['share']}% "
            yield from _claim(match, stated, of[0].value * share / _HUNDRED, by)


def _coefficients(text: str, sums: Sequence[Quantity]) -> Iterator[Claim]:
    """What is paid of a sum by a coefficient, or taken off it, in one sentence."""
    for match in _COEFFICIENT.finditer(text):
        sentence = sentence_of(text, match.start())
        base = [one for one in sums if one.start < match.start() and one.said in sentence]
        share, stated = parse(match["share"]), _behind(match, sums)
        if base and stated and share is not None and share <= 1 and sentence.count(_SIGN) == 1:
            part = 1 - share if match["off"] else share
            yield from _claim(match, stated, base[-1].value * part, f"按{base[-1].said}和系数算")


def _behind(match: re.Match[str], sums: Sequence[Quantity]) -> Quantity | None:
    return next((one for one in sums if one.start == match.end()), None)


def _claim(
    match: re.Match[str], stated: Quantity, product: Decimal, by: str
) -> Iterator[Claim]:  # fmt: skip
    if abs(product - stated.value) > how_near(stated) and is_close(product, stated.value):
        due = stated.likewise(product)
        yield Claim(f"{match[0]}{stated.said}", stated.said, due, f"{by}为 {due}")
