"""Sums told in a sentence: which amounts are the parts, which is the total.

Read where one reading is left only: a list of amounts, each behind its name, that ends in 合计, or
a total with its parts behind 其中 or 分别为. Without such a word before it a list has no
comma, which may part it from another thing. A sentence with anything else in it, such as a rate, a
comparison, an amount per head or an approximate one, is not read. A sentence that begins with 其中
tells the parts of the last amount of the one before it.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.audit.dossier.prose import Passage
from generator.values.lazily import lazily
from generator.values.money import Amount, last_digit, rounding
from generator.values.told_money import MONEY, Told, told_money

_CANDIDATE = lazily(r"(?:合计|共计|总计|总共|其中|分别|包括)[^。；;\n]{0,80}元")
"""What a text holds that may tell a sum."""

_AMOUNT = lazily(rf"(?<![\d.,]){MONEY}(?![/／])", re.ASCII)
_CLOSING = lazily(
    r"[，,、]?(?:[二两三四五六七八](?:年|项|者|类|个项目)|涉及)?(?:资金|投资|金额|费用)?"
    r"(?:合计|共计|总计|总共)[^\d，,、]{0,6}"
)
_OPENING = lazily(r"(?:其中|分别为|分别是|分别|包括|其中包括|包含)[:：]?")
_GOING_ON = "其中"
_EACH = lazily("分别")
_TOGETHER = lazily("合计|共计|总计|总共")
_SEPARATOR = lazily(r"\s?(?:万|[（(][^\d（）()]{0,12}[）)])?[、，,和及与]")
_NUMBERED = lazily(r"\d{1,4}(?=[年月日号期批])", re.ASCII)
"""Numbers in names; how many of a thing there are may want to be multiplied by its price."""
_UNCLEAR = lazily(
    r"[约近余超每占比÷×%％]|以上|以下|左右|多元|人均|平均|单价|标准|同比|上年|去年|增[长加]|减[少去]|节约|结余"
    r"|结转|扣除|冲减|收回|退回|差额|剔除|不含|不低于|不超过|剩余|尚[需有未]|缺口|累计|另|此外|还|同时|并|[奖档]|[-－−负]\s?\d|亏"
)
_PUBLIC_EXPENSES = ("三公", "出国", "用车", "接待")
"""Three sorts of expenses make up 三公经费: where a sentence speaks of each, all parts are told."""
_STAGES = (re.compile("预算|下达|批复|安排"), re.compile("到位"), re.compile("支出|支付|执行|使用"))
_LAST = frozenset("和及与")
"""What may stand before the last of a list."""
_LEAST, _MOST = 2, 8


class ToldSum(NamedTuple):
    """Parts and their total, as one sentence tells them."""

    total: Amount
    parts: Sequence[Amount]
    is_closed: bool
    """Whether the words leave no doubt that these are all the parts."""

    @property
    def summed(self) -> Amount:
        unit = self.total.unit
        return Amount(sum((part.to(unit).value for part in self.parts), Decimal(0)), unit)

    @property
    def rounding(self) -> Decimal:
        """Half a unit of the last digit of each number."""
        return rounding((self.total, *self.parts), self.total.unit)

    @property
    def rounding_of_finest(self) -> Decimal:
        """The same where a list prints all of its numbers alike: `62` beside `48.5` is 62.0."""
        amounts = (self.total, *self.parts)
        finest = last_digit(*(one.value for one in amounts))
        is_alike = len({one.unit for one in amounts}) == 1 and finest
        return finest / 2 * len(amounts) if is_alike else self.rounding

    @property
    def listed(self) -> str:
        """The parts as messages print them."""
        return "、".join(str(part) for part in self.parts)


class _Money(NamedTuple):
    amount: Amount
    before: str
    """What stands between the amount before and this one, or the beginning."""


def told_sums(passage: Passage) -> Iterator[ToldSum]:
    """Every sum that a text tells in one sentence."""
    if not _CANDIDATE.search(passage.plain):
        return
    for sentence, amounts in _together(passage):
        if len(amounts) <= _LEAST or _UNCLEAR.search(sentence) or _is_mixed(sentence):
            continue
        money, rest = _split(sentence)
        if len(money) > _LEAST and (told := _closing(money) or _opening(money, rest)):
            is_whole = all(word in sentence for word in _PUBLIC_EXPENSES)
            yield told._replace(is_closed=True) if is_whole else told


def _together(passage: Passage) -> Iterator[tuple[str, Sequence[Told]]]:
    """The sentences that tell money, one that goes on with 其中 behind what it is a part of."""
    before = ""
    told_before: Sequence[Told] = ()
    for sentence, told in passage.told:
        if before and sentence.startswith(_GOING_ON) and f"{before}。{sentence}" in passage.plain:
            last = told_before[-1]
            clause = max(before.rfind(sign, 0, last.start) for sign in "，,；;") + 1
            lead = before[clause : last.end]
            yield f"{lead}，{sentence}", (last, *told)
        else:
            yield sentence, told
        before, told_before = sentence, told


def _split(sentence: str) -> tuple[Sequence[_Money], str]:
    """The amounts with what stands before each, and what stands behind the last."""
    money: list[_Money] = []
    end = 0
    for told in told_money(sentence, _AMOUNT):
        money.append(_Money(told.amount, sentence[end : told.start]))
        end = told.end
    return money, sentence[end:]


def _is_mixed(sentence: str) -> bool:
    """Whether amounts of different stages stand together: those are not parts of one sum."""
    return sum(1 for stage in _STAGES if stage.search(sentence)) > 1


def _closing(money: Sequence[_Money]) -> ToldSum | None:
    """A list that ends in its total: `其中甲12万元、乙30万元，合计60万元`."""
    *others, last = money
    if not _CLOSING.fullmatch(last.before) or any("计" in one.before for one in others):
        return None
    starts = [n for n, one in enumerate(others) if _OPENING.search(one.before)]
    start = starts[0] if starts else 0
    head = [one.amount for one in others[:start]]
    if len(starts) > 1 or len(head) > 1 or (head and not _same(head[0], last.amount)):
        return None
    parts = others[start:]
    if not _is_list(parts) or (not starts and any(_sign(part) in "，," for part in parts[1:])):
        return None
    return _told(last.amount, parts, is_closed=True)


def _opening(money: Sequence[_Money], rest: str) -> ToldSum | None:
    """A total before its parts: `总投资188.4万元，其中甲90万元、乙61万元`."""
    starts = [n for n, one in enumerate(money) if n and _OPENING.search(one.before)]
    if len(starts) != 1 or starts[0] != 1 or re.search(r"\d", rest):
        return None
    total, *parts = money
    if not _is_list(parts) or len({_sign(part) for part in parts[1:]} - _LAST) > 1:
        return None
    is_closed = bool(_EACH.search(parts[0].before) and _TOGETHER.search(total.before))
    return _told(total.amount, parts, is_closed=is_closed)


def _is_list(parts: Sequence[_Money]) -> bool:
    """Whether amounts follow one another as a list does, each but for its name."""
    if not _LEAST <= len(parts) <= _MOST:
        return False
    names = [_NUMBERED.sub("", part.before) for part in parts]
    names[0] = _OPENING.split(names[0])[-1]
    if any(re.search(r"\d", name) for name in names):
        return False
    return all(_SEPARATOR.match(name) and not _OPENING.search(name) for name in names[1:])


def _sign(part: _Money) -> str:
    """What parts an amount of a list from the one before."""
    match = _SEPARATOR.match(part.before)
    return match[0][-1] if match else ""


def _same(one: Amount, other: Amount) -> bool:
    return one.to(other.unit).value == other.value


def _told(total: Amount, parts: Sequence[_Money], *, is_closed: bool) -> ToldSum:
    return ToldSum(total, [part.amount for part in parts], is_closed)
