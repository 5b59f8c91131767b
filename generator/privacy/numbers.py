"""Numbers and words that point at a person: how they are written, how a message may show them.

Numbers with a check digit are found in any grouping; what has none is found only in the forms
people write it in, so that amounts, organisation codes and index numbers stay silent.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from generator.privacy.check_digits import (
    IDENTITY,
    PROVINCES,
    has_luhn,
    is_identity,
    is_old_identity,
)
from generator.privacy.closing import DIGITS, closed
from generator.privacy.parted import BANK_CARD, IDENTITY_CARD, MOBILE, is_of_a_thing, parted
from generator.privacy.sighting import Sighting
from generator.privacy.spelling import MIXED, MORE, SPELT, WORDS, unspelt
from generator.values.lazily import lazily


def numbers(text: str) -> Iterator[Sighting]:
    """Numbers of identity cards, bank cards and mobile telephones, in their order.

    Their places are those of the text as typed, whatever stood between the digits.
    """
    if not _may_hold(text):
        return
    plain = closed(text)
    if HINT.search(plain.text):
        for found in _in_text(unspelt(plain.text)):
            start, end = plain.span(found.start, found.end)
            yield found._replace(start=start, end=end)


def masked(text: str) -> str:
    """The text with every such number hidden, else as it is.

    More is hidden than is reported: of a number that a message quotes it does not matter what
    stands beside it.
    """
    if not _may_hold(text):
        return text
    for found in reversed(list(numbers(text))):
        text = text[: found.start] + found.masked + text[found.end :]
    return _BARE.sub(_hidden_bare, text)


def _may_hold(text: str) -> bool:
    """Whether a text as typed has digits enough, in whatever dress: nearly none has."""
    enough = _DIGITS_ENOUGH.match(text) or SPELT.search(text) or MIXED.search(text)
    return enough is not None


def _in_text(text: str) -> Iterator[Sighting]:
    """In the order of the text; what stands in lines one below the other behind the rest of it."""
    found = [
        sighting
        for chain in _chains(text, _GROUP, _SEPARATOR)
        for sighting in _in_chain(text, chain)
    ]
    taken = {n for sighting in found for n in range(sighting.start, sighting.end)}
    for chain in _chains(text, _IN_CELL, _APART):
        n = 0
        while n < len(chain):
            count = _identity_card(text, chain, n) if _is_broken(chain, n) else None
            start, end = chain[n].start(), chain[n + (count or 1) - 1].end()
            if count and taken.isdisjoint(range(start, end)):
                found.append(
                    Sighting(IDENTITY_CARD, start, end, _hidden(text[start:end], IDENTITY_CARD))
                )
            n += count or 1
    for kind, start, end in parted(text):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            found.append(Sighting(kind, start, end, _hidden(text[start:end], kind)))
    yield from sorted(found, key=lambda sighting: sighting.start)


_SIGNS = r" \t\u3000\xa0\u1680\u2000-\u200a\u202f\u205f.\-‐-―·•‧・⁃−﹘﹣．－"
HINT = lazily(
    rf"[0-9{WORDS}后]"  # one of a few signs, so that most of a text is soon passed over
    rf"(?:(?<=[0-9])(?<![0-9][0-9])(?:[{_SIGNS}\r\n]{{0,4}}[0-9]){{10}}|(?<=[{WORDS}]){MORE}"
    r"|(?<=[0-9])[OolI][0-9OolI]{2}|(?<=1)[3-9][0-9]\s?[()（）]|(?<=后)八位)"
)
"""Something in a closed text that may hold such a number: a look worth one pass."""
_DIGITS_ENOUGH = lazily(rf"\A(?:[^{DIGITS}]*+[{DIGITS}]){{11}}")
"""The same of a text as typed, wherever its digits stand: nearly none needs a closer look."""
_GROUP = lazily(r"(?<![0-9A-Za-z])[0-9]++[Xx]?+(?![0-9A-Za-z])")
_IN_CELL = lazily(r"(?<![0-9A-Za-z])(?:[0-9]++[Xx]?+|[Xx])(?![0-9A-Za-z])")
_SEPARATOR = lazily(rf"[{_SIGNS}]{{1,4}}")
_APART = lazily(r"\s{1,4}")
"""What parts the lines and the cells that one number may stand in."""
_LINES = 3
_BARE = lazily(
    r"(?<![0-9*])(?:1[3-9][0-9]{9}(?![0-9]|\s?[万亿元%]|\.[0-9])|[0-9]{17}[0-9Xx](?![0-9]))"
)

Group = re.Match[str]


def _chains(
    text: str, groups: re.Pattern[str], separator: re.Pattern[str]
) -> Iterator[Sequence[Group]]:
    """Runs of digits with nothing but separators between them."""
    chain: list[Group] = []
    for group in groups.finditer(text):
        if chain and not separator.fullmatch(text, chain[-1].end(), group.start()):
            yield chain
            chain = []
        chain.append(group)
    if chain:
        yield chain


def _is_broken(chain: Sequence[Group], n: int) -> bool:
    """Whether groups look like one number in a narrow cell, or in a cell for each digit."""
    sizes = [len(group[0]) for group in chain[n : n + IDENTITY]]
    return sizes == [1] * IDENTITY or any(
        sum(sizes[:count]) == IDENTITY for count in range(2, _LINES + 1)
    )


def _in_chain(text: str, chain: Sequence[Group]) -> Iterator[Sighting]:
    taken = 0
    for n in range(len(chain)):
        if n < taken:
            continue
        for read in (_identity_card, _bank_card, _mobile):
            if (count := read(text, chain, n)) is not None:
                taken = n + count
                start, end = chain[n].start(), chain[taken - 1].end()
                kind = _KINDS[read]
                yield Sighting(kind, start, end, _hidden(text[start:end], kind))
                break


_MOBILE = lazily(r"1[3-9][0-9]{9}")
_BEFORE = 14
_OF_AN_ORGANISATION = lazily(r"(?:信用代码|机构代码|社会代码)[^0-9]{0,4}$")
_OF_A_PERSON = lazily(r"(?:身份证|证件|公民身份|一代证)[^0-9]{0,8}$")
_OF_A_TELEPHONE = lazily(r"(?:手机|电话|联系|号码|微信|致电|[Tt]el\.?|TEL)[^0-9]{0,6}(?:86[ -]?)?$")
_AMOUNT = lazily(r"\s?(?:[万亿元%]|\.[0-9]|千[瓦米]|吨|公[斤里]|平方|立方|亩|人次)")
_YEARS = lazily(r"(?:19|20)[0-9]{2}")
_CARD_GROUPS = lazily(r"1[6-9]|4,4,4,4(?:,[123])?|6,1[0-3]")
_MOST_GROUPS, _IN_A_GROUP = 5, 4
_MOBILE_GROUPS = frozenset({(3, 4, 4), (1,) * 11})
_COUNTRY, _DIGITS = "86", 11


def _identity_card(text: str, chain: Sequence[Group], n: int) -> int | None:
    """How many groups from the n-th on are the number of an identity card."""
    if chain[n][0][:2] not in PROVINCES and len(chain[n][0]) > 1:
        return None
    digits, count = "", 0
    while len(digits) < IDENTITY and n + count < len(chain):
        digits += chain[n + count][0]
        count += 1
    before = _before(text, chain[n])
    if is_identity(digits) and not _OF_AN_ORGANISATION.search(before):
        return count
    first = chain[n][0]
    if is_old_identity(first) and _OF_A_PERSON.search(before):
        return 1
    return None


def _bank_card(text: str, chain: Sequence[Group], n: int) -> int | None:
    """The same for a UnionPay card: prefix 62, 16 to 19 digits, check digit."""
    if not chain[n][0].startswith("62") or is_of_a_thing(text, chain[n].start()):
        return None
    sizes = [len(group[0]) for group in chain[n : n + _MOST_GROUPS + 1]]
    row = n > 0 and len(chain[n - 1][0]) == _IN_A_GROUP
    for count in range(len(sizes), 0, -1):
        shape = ",".join(map(str, sizes[:count]))
        alone = count == 1 or (not row and _IN_A_GROUP not in sizes[count : count + 1])
        if _CARD_GROUPS.fullmatch(shape) and alone:
            digits = "".join(group[0] for group in chain[n : n + count])
            if has_luhn(digits):
                return count
    return None


def _mobile(text: str, chain: Sequence[Group], n: int) -> int | None:
    """The same for a mobile number; in groups only where nothing else stands beside them."""
    first = n + 1 if chain[n][0] == _COUNTRY else n
    rest = chain[first : first + _DIGITS]
    if not rest or is_of_a_thing(text, chain[n].start()):
        return None
    sign = text[max(0, rest[0].start() - 1) : rest[0].start()]
    whole = rest[0][0].removeprefix(_COUNTRY) if sign == "+" else rest[0][0]
    before = _before(text, chain[n])
    if _MOBILE.fullmatch(whole):
        amount = _AMOUNT.match(text, rest[0].end()) or (sign == "." and first > 0)
        return None if amount else first - n + 1
    digits = "".join(group[0] for group in rest)
    alone = n == 0 and len(chain) == first + len(rest)
    if not alone or not _MOBILE.fullmatch(digits) or _AMOUNT.match(text, rest[-1].end()):
        return None
    shape = tuple(len(group[0]) for group in rest)
    years = all(_YEARS.fullmatch(group[0]) for group in rest[1:])
    told = (shape in _MOBILE_GROUPS and not years) or _OF_A_TELEPHONE.search(before)
    return len(chain) if told else None


def _before(text: str, group: Group) -> str:
    """The label a number may follow."""
    return text[max(0, group.start() - _BEFORE) : group.start()]


Reader = Callable[[str, Sequence[Group], int], int | None]
_KINDS: dict[Reader, str] = {_identity_card: IDENTITY_CARD, _bank_card: BANK_CARD, _mobile: MOBILE}
_SHOWN = {IDENTITY_CARD: (6, 4), BANK_CARD: (4, 4), MOBILE: (3, 4)}


def _hidden(said: str, kind: str) -> str:
    digits = re.sub(r"[^0-9Xx]", "", said)
    if kind == MOBILE:
        digits = digits[-_DIGITS:]
    head, tail = _SHOWN[kind]
    return digits[:head] + "*" * (len(digits) - head - tail) + digits[-tail:]


def _hidden_bare(number: re.Match[str]) -> str:
    if len(number[0]) == _DIGITS:
        return _hidden(number[0], MOBILE)
    return _hidden(number[0], IDENTITY_CARD) if is_identity(number[0]) else number[0]
