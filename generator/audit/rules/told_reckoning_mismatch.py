"""一句话里的加减、增幅算错。

一句话写了总数和各部分、做了多少和还剩多少、增减前后的数和增幅，算不出来。

原因：几个数就写在一句话里，读者一算就知道不对。

公式：（1）“预算（到位、收入、下达）……A，支出（使用、执行）……B，结余（结转、剩余、余）……C”，A − B≠
C；（2）三个以上“得N分”依次列出，最后写“合计（共计、总计）N分”，相加不等；（3）“由（从）A增加（减
少、提高、降）到（至）B，增长（下降、降幅、多、少）N%（N 个百分点、N 人等）”“B，比上年的A增长N%”“B，
上年A，同比减少N”“2021年A、2023年B，2023年比2021年增长N%”，与 A、B算出来的不同，或者方向相反；（4）
总数后面写“其中（包括、分别为）”，各部分（人、个、次等，不是金额）有一个比总数多，或者相加比总数多；
写有“其余、分别”，或者只有上半年和下半年、行政和事业一类两部分的，相加不等于总数；“A、B和C，共D”相加
不等于 D；（5）“A，已B，其余（剩余、尚有）C”“A，合格B，不合格C”，A − B ≠ C；（6）“A个，每个B，共C”，
A × B ≠ C；（7）总数后面的一部分，写“占（超过、近）一半、三成、三分之二”，与算出来的差得远；（8）各
部分依次列出，按年、季、批、“分别”或者合计前的“三年、两期、三级”数得出已经列全的，“共、累计、总投入”
后的数不等于各部分之和；（9）应与实、计划与实际、概算与决算、控制价与中标价、收入与成本、前与后、年
初与年末、编制与实有等成对的两个数，“差、缺口、少、节约、未、空编、提高”后的数不等于两数之差；年初（
申报、合同）数加减追加、调减、新增、退出，不等于年末（调整后、审定）数；（10）列出三个以上单位的同一
种数，写“某某最高（最低）”的不是它；（11）总数后面“其中”的几部分，一部分的两位相邻数字换回来，相加正
好等于总数；（12）总数后面一直列到句末的各部分，同一单位、没有“等、约、其余”的：写“已、正在、尚未”几
种状态的，写全三公经费的，相加不等于总数；“其中、：”后面三个以上部分相加与总数只差一位的，多出三成以
内的；三个以上“占N%”相加不是 100% 而相差不到五个百分点的；（13）回收多于发放、有效多于回收、合格多于
抽查，入学率、覆盖率、回收率一类超过 100%；（14）“由A增至B，翻了一番”，B 不是 A 的两倍上下；（15）“2
0XX年为三年之最”不是最大的，“由高到低依次为”的几个数不是依次递减；（16）一句话写明三个以上分数段、得
分和等级，等级不是得分所在的一段（得分和等级写在下一句的也算）；（17）前一句写总数、后一句写做了多少
和剩余多少，前一句写得分、后一句“其中”三个以上得分的，按一句话看；权重相加为 100% 的几项“分别为”几个
得分，后面的综合得分不是加权的数；“一至四季度分别”四个数，最高（低）的季度不是它；“A（合B）”两个金额
不等；“某月、某月各召开一次”后的“共N次”不是月份的个数；“走访N家。在走访的M家”只差一位或者两位颠倒
的。（8）（9）一句话里能用别的数加减得出的不提示；词语不足以断定怎样算的，只提示与应有的数相差一位、
相邻两位颠倒的。同一单位的才算，允许所列末位数的一半。（1）（5）写有上年结转、收回、调整、每的，（
3）写有约、年均、扣除的，（4）可能重复计算的（合格、取得、党员等），不核对。

依据：通行的文字核对要求：数据互相印证。只作提示。

反例：“全年预算400万元，支出392万元，结余18万元”（应为 8 万元）；“受益1386人，其中博士126人、硕士694
人、本科586人”（相加 1406 人）。

正例：同上，结余 8 万元；受益 1406 人。

改法：核对句中的几个数。
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.arithmetic import (
    bounds,
    differences,
    doubled,
    extremes,
    graded,
    partitions,
    restated,
    sums,
    swaps,
    weighted,
)
from generator.audit.dossier.arithmetic.adjoining import adjoining
from generator.audit.dossier.arithmetic.readings import claims
from generator.audit.dossier.claims import changes, parts, rests, shares
from generator.audit.dossier.claims.figures import Claim, figures
from generator.audit.dossier.prose import Passage, Prose
from generator.audit.dossier.told import TELLING
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.money import UNSIGNED, Amount, number_of, rounded, rounding
from generator.values.told_money import MONEY, amount_of

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE,)

_GAP = r"[^\d，,。；]{0,8}"
_BALANCE = lazily(
    rf"(?:预算|到位|收入|下达){_GAP}{MONEY}[，,、]{_GAP}(?:支出|使用|执行|支付){_GAP}{MONEY}[，,、]"
    rf"{_GAP}(?:结余|剩余|尚余|结转){_GAP}{MONEY}",
    re.ASCII,
)
_POINTS = lazily(rf"得分?为?\s?({UNSIGNED})\s?分", re.ASCII)
_TOGETHER = lazily(rf"(?:合计|共计|总计)[为得]{{0,2}}\s?({UNSIGNED})\s?分", re.ASCII)
_UNCLEAR = lazily("约|其中|加分|扣除|收回|调整|上年结转|每|百分点|年均|年初|期初|滚存|含(?!税)")
_READERS = (
    (bounds.SIGN, bounds.bounds),
    (doubled.SIGN, doubled.doubled),
    (extremes.SIGN, extremes.extremes),
    (extremes.SIGN, extremes.orders),
    (extremes.SIGN, extremes.of_years),
    (extremes.SIGN, extremes.of_quarters),
    (graded.SIGN, graded.graded),
    (restated.SIGN, restated.restated),
    (weighted.SIGN, weighted.weighted),
)
"""What reads a sentence by itself, where it holds the sign of it."""
_TWO_RESTS = lazily(r"结转[^，,。\d]{0,4}\d[^。]{0,12}结余[^，,。\d]{0,4}\d", re.ASCII)
"""What goes on into the next year, and what is left for good: together they are the rest."""
_ELSEWHERE = frozenset(("exceptions", "source"))
_SHORTEST = 10
_GOING_ON = "其中"
_FEWEST, _PLACES = 3, 4


def check(subject: Subject) -> Iterator[Result]:
    """At the text, once for each figure."""
    # Sums of money that are whole beyond doubt are for `prose-sum-mismatch`, parts that are more
    # than their whole for `prose-parts-over-total`.
    said = {
        (at, str(told.total))
        for at, told in subject.texts.told_sums
        if told.is_closed or told.summed.value > told.total.value
    }
    said |= {(at, total.replace(",", "")) for at, total in said}
    for result in _found(subject.texts.prose):
        if result.path[0] not in _ELSEWHERE and (result.path, result.found) not in said:
            said.add((result.path, result.found))
            yield result


def _found(prose: Prose) -> Iterator[Result]:
    for reckon, texts in ((_balance, prose.of_money), (_points, prose.with_sign("计"))):
        for text in texts:
            yield from _first(reckon, text)
    for text in prose.with_figures(TELLING):
        for claim in (
            (*_changes(text), *_parts(text), *_shares(text), *_between(text), *adjoining(text))
            if len(text.plain) > _SHORTEST
            else ()
        ):
            message = f"文字写「{text.as_typed(claim.said)}」，{claim.reckoned}"
            yield Result(text.path, message, "请核对句中的几个数", claim.figure, claim.due)


def _first(reckon: Callable[[Passage, str], Result | None], text: Passage) -> Iterator[Result]:
    for sentence in text.sentences:
        result = reckon(text, sentence)
        if result and not _UNCLEAR.search(sentence) and not _TWO_RESTS.search(sentence):
            yield result
            return


def _balance(text: Passage, sentence: str) -> Result | None:
    match = _BALANCE.search(sentence) if "余" in sentence or "转" in sentence else None
    if match is None:
        return None
    whole, spent, left = (amount_of(match[n], match[n + 1]) for n in (1, 3, 5))
    due = whole.to(left.unit).value - spent.to(left.unit).value
    if abs(due - left.value) <= rounding((whole, spent, left), left.unit):
        return None
    shown = str(Amount(due, left.unit))
    message = f"{whole} 减去 {spent} 得 {shown}，文字写 {left}"
    return Result(text.path, message, "请核对句中的几个数", str(left), shown)


def _points(text: Passage, sentence: str) -> Result | None:
    together = _TOGETHER.search(sentence)
    parts = (
        [number_of(n) for n in _POINTS.findall(sentence[: together.start()])] if together else []
    )
    if together is None or len(parts) < _FEWEST or sum(parts) == number_of(together[1]):
        return None
    due = points(rounded(sum(parts, Decimal(0)), _PLACES))
    said = points(number_of(together[1]))
    message = f"各部分得分相加为 {due}，文字写 {said}"
    return Result(text.path, message, "请核对句中的几个数", said, due)


def _changes(text: Passage) -> Iterator[Claim]:
    if not changes.SIGN.search(text.plain):
        return
    for sentence in text.sentences:
        if changes.SIGN.search(sentence):
            yield from changes.changes(sentence)


def _parts(text: Passage) -> Iterator[Claim]:
    """A sentence that begins with 其中 tells the parts of the last figure of the one before it."""
    before = ""
    units = [one.unit for one in text.quantities]
    is_sought = len(set(units)) < len(units) and parts.SIGN.search(text.plain)
    for sentence in text.sentences if is_sought else ():
        if parts.SIGN.search(sentence):
            is_going_on = sentence.startswith(_GOING_ON) and f"{before}。{sentence}" in text.plain
            last = figures(before)[-1:] if is_going_on else ()
            yield from parts.parts(sentence, last[0] if last else None)
            yield from rests.rests(sentence)
        before = sentence


def _shares(text: Passage) -> Iterator[Claim]:
    for sentence in text.sentences if shares.SIGN.search(text.plain) else ():
        yield from shares.shares(sentence)


def _between(text: Passage) -> Iterator[Claim]:
    """Totals behind their parts, and what is between two figures, in any order of words."""
    for sentence in text.sentences if restated.ONCE.search(text.plain) else ():
        yield from restated.once_each(sentence)
    for sentence in text.sentences if len(text.quantities) > 1 else ():
        if sums.SIGN.search(sentence) or differences.SIGN.search(sentence):
            yield from claims(sentence, (sums.sums, differences.differences))
        swapped = tuple(swaps.swaps(sentence)) if swaps.SIGN.search(sentence) else ()
        yield from swapped
        if partitions.SIGN.search(sentence) and not swapped:
            yield from partitions.partitions(sentence)
        for sign, reader in _READERS:
            if sign.search(sentence):
                yield from reader(sentence)
