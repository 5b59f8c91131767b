"""同一句话里的数，另一处写得不同。

问题写多少人、多少钱，正文说同一件事写了另一个数；或者两处用同样的词，后面的数不同。

原因：问题、正文和指标往往由不同的人填写；两处不同，读者不知道以哪个为准。

公式：（1）正文、说明、完成值、问题等两处文字，同一个分句开头到数字的词完全一样（四个字以上），
单位相同，数不同；（2）问题与正文、原因、整改情况的一句话有四个字以上相同，同一单位各只写一个数
，两个数不同，而相差不到四分之一，或者两句写了同一个金额；（3）问题只写一个金额，与「涉及金额」
不同而相差不到一倍；（4）同一段文字里两个数前面的两个字相同、单位相同，一个数的两位相邻数字颠倒
过来正好是另一个数。是指标值、预期目标里的数的，写有上年、计划、每、其中、季度、约、累计、合计的
，写有其他年份的，不核对。

依据：通行的文字核对要求：同一数据前后一致。只作提示。

反例：问题写“37人不符合条件领取补贴46.8万元”，正文写“35人离职后继续领取补贴，共46.8万元”。

正例：两处都写 37 人。

改法：核对两处，改为一致；不是同一件事的不必改。
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.prose import Passage
from generator.audit.dossier.quantities import Quantity, quantities
from generator.audit.dossier.slips import Slip, shared, slip
from generator.audit.dossier.told import TELLING
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.items import Item
from generator.source import At
from generator.values.lazily import lazily
from generator.values.money import Unit
from generator.values.text import half_width

SEVERITY = Severity.HINT
NEEDS = (needs.UNDER_WAY, needs.UNDIVIDED)

_PLANNED = frozenset(
    ("expected", "adjusted", "whole_term", "forecast", "evidence", "done", "measure", "purpose")
)
"""Fields of what was to be, or of papers."""
_ELSEWHERE = frozenset(("recommendations", "uses", "source", "exceptions"))
_LIMITED = lazily(
    "不足|超过|上年|去年|往年|以前|同期|[比较]|计划|目标|应|拟|预计|年初|每|均|其中|季度|半年|月|累计|约|第|分别|原|由|从|到"
    "|设计|批复|调整|追加|合计|共计|总计|另|剩|余|至少|不少于|以上|支出|预算|投资"
)
_FILLER = lazily(r"(?:共计|共|为|达到?|计|了|是|有){0,2}$")
_LEADING = lazily(
    "^(?:(?:按照?|根据|依据|经)[\u4e00-\u9fff]{2,8}?(?=全年|全市|全县|本年|共|实际)|(?:同时|该?项目|共|实际|已|并)(?=[\u4e00-\u9fff]{4}))"
)
"""What may open a clause without narrowing what it tells."""
_YEAR = lazily(r"((?:19|20)\d\d)年", re.ASCII)
_STOCK = lazily(
    "全年|年度|项目|资金|支出|预算|完成|情况|实施|工作|单位|部门|万元|没有|问题|进行|使用|管理|执行|评价|存在|部分"
)
_LAST = 2
_COUNTED = frozenset(("%", "‰", "个百分点", "分", "倍"))
"""Units of what is told otherwise by rules of its own."""
_SHORTEST = 4
_NEAR, _LEAST, _TWICE = Decimal("0.25"), 5, 2
_HAN = lazily("[\u4e00-\u9fff]")


class _Told(NamedTuple):
    text: Passage
    one: Quantity


def check(subject: Subject) -> Iterator[Result]:
    """At the text that is told second, or that no table bears out."""
    told = _told(subject)
    said: set[At] = set()
    for result in (
        *_same_words(subject, told), *_findings(subject, told), *_amounts(subject.item)
    ):  # fmt: skip
        if result.path not in said:
            said.add(result.path)
            yield result


def _told(subject: Subject) -> Mapping[str, Sequence[_Told]]:
    """The figures of its texts, by unit."""
    found: dict[str, list[_Told]] = defaultdict(list)
    for text in subject.texts.prose.with_figures(TELLING):
        if text.path[0] not in _ELSEWHERE and text.path[-1] not in _PLANNED:
            for one in text.quantities:
                if one.unit not in _COUNTED:
                    found[one.unit].append(_Told(text, one))
    return found


def _same_words(subject: Subject, told: Mapping[str, Sequence[_Told]]) -> Iterator[Result]:
    """Two figures behind the same words: most share not even the last of them."""
    for of_unit in told.values():
        by_end: dict[str, list[_Told]] = defaultdict(list)
        for one in of_unit:
            by_end[one.one.before[-_LAST:]].append(one)
        for words, ending in by_end.items():
            if len(ending) > 1:
                # Words shorter than that stand at the end of longer ones, too.
                among = ending if len(words) == _LAST else of_unit
                yield from _differing(subject, _behind(among, words))
                yield from _swapped(words, ending)


def _swapped(words: str, ending: Sequence[_Told]) -> Iterator[Result]:
    """`造林1.26万亩`, `造林1.62万亩` in one text: digits in the other order are no chance."""
    if len(words) < _LAST or _is_stock(words + words):
        return
    for one, other in combinations(ending, 2):
        if one.text is not other.text or one.one.worth != other.one.worth:
            continue
        values = (told.one.value / told.one.worth for told in (one, other))
        if slip(*values) is Slip.SWAPPED and not any(
            _LIMITED.search(told.one.before) for told in (one, other)
        ):
            yield _result(other.text.path, other.one, one.one)


def _behind(of_unit: Sequence[_Told], words: str) -> Sequence[_Told]:
    return [
        one
        for one in of_unit
        if one.one.before.endswith(words) and len(one.one.before) >= _SHORTEST
    ]


def _differing(subject: Subject, alike: Sequence[_Told]) -> Iterator[Result]:
    first: dict[str, _Told] = {}
    for told in alike:
        words = _LEADING.sub("", _FILLER.sub("", told.one.before))
        if len(words) < _SHORTEST or _LIMITED.search(words) or _is_stock(words):
            continue
        other = first.setdefault(words, told)
        is_other = other.text.path != told.text.path and not _agree(other.one, told.one)
        if is_other and not _is_of_something_else(subject, told, other):
            yield _result(told.text.path, told.one, other.one)


def _is_stock(words: str) -> bool:
    return len(_HAN.findall(_STOCK.sub("", words))) <= 1


def _is_of_something_else(subject: Subject, told: _Told, other: _Told) -> bool:
    """Whether either was only to be, or is of another year."""
    planned = _planned(subject)
    return any(
        (one.one.value, one.one.unit) in planned or _is_of_another_year(subject, one)
        for one in (told, other)
    )


def _findings(subject: Subject, told: Mapping[str, Sequence[_Told]]) -> Iterator[Result]:
    """What a finding tells, and what a sentence elsewhere tells of the same."""
    for finding in subject.item.findings:
        plain = half_width(finding.text)
        own = quantities(plain)
        texts = dict.fromkeys(
            other.text
            for one in own
            for other in told.get(one.unit, ())
            if other.one.value != one.value and other.text.path[0] != "findings"
        )
        for text in texts:
            for sentence in text.sentences:
                if pair := _other(plain, own, sentence):
                    yield _result(text.path, *pair)
                    break


def _other(plain: str, own: Sequence[Quantity], sentence: str) -> tuple[Quantity, Quantity] | None:
    """A figure of the sentence, and that of the finding it should be."""
    told = quantities(sentence)
    for one in own:
        same = [other for other in told if other.unit == one.unit]
        if one.unit in _COUNTED or len(same) != 1 or _agree(one, same[0]):
            continue
        if sum(other.unit == one.unit for other in own) != 1:
            continue
        [other] = same
        if _LIMITED.search(one.before) or _LIMITED.search(other.before):
            continue
        sums = {(q.value, q.unit) for q in own if q.unit == "元"}
        is_tied = bool(sums & {(q.value, q.unit) for q in told}) and one.unit != "元"
        is_near = abs(one.value - other.value) <= _NEAR * max(one.value, other.value)
        is_near &= min(one.value, other.value) >= _LEAST
        if not is_tied and not is_near:
            continue
        run = shared(_STOCK.sub("\t", plain), _STOCK.sub("\n", sentence))
        if len(_HAN.findall(run)) >= _SHORTEST:
            return other, one
    return None


def _amounts(item: Item) -> Iterator[Result]:
    """The only sum that a finding tells, and the cell beside it."""
    for n, finding in enumerate(item.findings):
        amount = item.amount(finding.amount)
        told = [one for one in quantities(finding.text) if one.unit == "元"]
        if amount is None or len(told) != 1 or _LIMITED.search(told[0].before):
            continue
        stated, due = amount.to(Unit.YUAN).value, told[0].value
        is_near = max(stated, due) <= _TWICE * min(stated, due)
        half = told[0].half + amount.half.to(Unit.YUAN).value
        if is_near and abs(stated - due) > half:
            yield Result(
                ("findings", n, "amount"),
                f"问题 {finding.id} 写「{told[0].before}{told[0].said}」，涉及金额写 {amount}",
                "请核对两处，改为一致",
                str(amount),
                told[0].said,
            )


def _planned(subject: Subject) -> frozenset[tuple[Decimal, str]]:
    """What was to be: a text may well tell that."""
    aims = subject.item.objective
    texts = [aims.expected, aims.adjusted, aims.whole_term, aims.forecast]
    texts += [row.indicator.target_shown for row in subject.leaves]
    return frozenset((one.value, one.unit) for text in texts if text for one in quantities(text))


def _is_of_another_year(subject: Subject, told: _Told) -> bool:
    return any(int(year) != subject.year for year in _YEAR.findall(told.text.plain))


def _agree(one: Quantity, other: Quantity) -> bool:
    return abs(one.value - other.value) <= max(one.half, other.half)


def _result(at: At, one: Quantity, other: Quantity) -> Result:
    return Result(
        at,
        f"文字写「{one.before}{one.said}」，另一处写「{other.before}{other.said}」",
        "请核对两处，改为一致；不是同一件事的不必改",
        one.said,
        other.said,
    )
