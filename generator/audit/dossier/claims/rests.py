"""What is left of a whole, and so many of each: `A，已B，其余C`, `A个，每个B，共C`."""

import re
from collections.abc import Iterator, Sequence

from generator.audit.dossier.claims.figures import Claim, Figure, clause_start, figures
from generator.audit.dossier.claims.parts import (
    CLOSING,
    DENIED,
    OTHER_TIME,
    clause_of,
    near_of,
)
from generator.audit.dossier.slips import shared
from generator.values.lazily import lazily

_LEFT = lazily(r"(?:其余|剩余|余下|还剩|尚余|剩下|尚有|仍有|还有|结余)[^\d，,、。]{0,10}$")
_UNSURE = lazily(
    "约|每|平均|追加|调[整增减]|上年|收回|核减|压减|扣减|新增|另|其中|累计|预计|去年|左右|多|超过|占|相比"
)
_PARTED = lazily("其中|[含扣]")
"""Words behind a rest by which it holds more than is told before it."""
_EACH = lazily(r"每(?:个|一)?([\u4e00-\u9fff]{1,3}?)[^\d，,。每]{0,5}$")
_NOUN = lazily("[\u4e00-\u9fff]{2,6}(?<![未没不已])")
_PLANNED = lazily("目标|计划")
"""What is left of a plan is as sure as what is left of a thing."""
_TWO, _RUN = 2, 4
_LONGEST = 90
_NO_RESTS = frozenset(("", "%", "‰", "分"))


def rests(sentence: str) -> Iterator[Claim]:
    """Every rest, and every sum of so many alike, of a half-width sentence that does not fit."""
    told = figures(sentence)
    if len(told) > _TWO:
        yield from _left(sentence, told)
        yield from _of_each(sentence, told)


def _left(sentence: str, told: Sequence[Figure]) -> Iterator[Claim]:
    """A whole, what of it is done, and the rest."""
    for n, rest in enumerate(told):
        denied = DENIED.search(rest.lead)
        pair = _before(told, n) if n >= _TWO and rest.unit not in _NO_RESTS else None
        if pair is None or not (denied or _is_left(told, n)):
            continue
        whole, done = pair
        if _is_of_others(sentence, whole, rest):
            continue
        if whole.lead[-_RUN:] == done.lead[-_RUN:]:
            continue  # `按期报送的有58家，逾期报送的有6家` are parts of another whole
        if denied and not (denied[1] in done.lead and not DENIED.search(done.lead)):
            continue
        span = sentence[clause_start(sentence, whole.start) : rest.end]
        years = {one.year for one in (whole, done, rest)} - {None}
        if (
            len(years) > 1
            or _UNSURE.search(span)
            or OTHER_TIME.search(_PLANNED.sub("", clause_of(whole)))
            or len(span) > _LONGEST
        ):
            continue
        due = whole.value - done.value
        near = near_of(whole, done, rest)
        if _PARTED.search(sentence[rest.end :]):
            continue
        if due <= 0 or abs(due - rest.value) <= near:
            continue
        yield Claim(
            span, rest.said, rest.likewise(due),
            f"{whole.said}减去{done.said}是 {rest.likewise(due)}",
        )  # fmt: skip


def _is_left(told: Sequence[Figure], n: int) -> bool:
    at = n - 1 if _is_second(told, n) else n
    return _LEFT.search(told[at].lead) is not None


def _before(told: Sequence[Figure], n: int) -> tuple[Figure, Figure] | None:
    """The whole and what of it is done: the only two figures of its unit before a rest."""
    same = [m for m, one in enumerate(told[:n]) if one.unit == told[n].unit]
    if len(same) != _TWO:
        return None
    whole, done = same
    is_second = _is_second(told, n)
    if is_second is not _is_second(told, done) or not (is_second or done == n - 1):
        return None
    return None if "、" in told[done].lead and not is_second else (told[whole], told[done])


def _is_second(told: Sequence[Figure], n: int) -> bool:
    """Whether a figure is the second of two things told at once: `还剩22人、67.8万元`."""
    return n > 0 and told[n].lead == "、" and told[n - 1].unit != told[n].unit


def _is_of_others(sentence: str, whole: Figure, rest: Figure) -> bool:
    """Whether what is left is called otherwise than the whole: 18个乡镇, 6个村级站点."""
    nouns = [_NOUN.match(sentence, one.end) for one in (whole, rest)]
    words = [noun[0] for noun in nouns if noun]
    return len(words) == _TWO and len(shared(*words)) < _TWO


def _of_each(sentence: str, told: Sequence[Figure]) -> Iterator[Claim]:
    """So many, so much of each, together."""
    if sentence.count("每") != 1:
        return
    for n, each in enumerate(told[:-1]):
        match = _EACH.search(each.lead)
        if match is None or each.unit in ("", "元", "%"):
            continue
        again = {told[n + 1]} if told[n + 1].said in {one.said for one in told[:n]} else set()
        whole = next((one for one in told[n + 1 :] if one not in again), each)
        if whole.unit != each.unit or not CLOSING.search(whole.lead):
            continue
        of = [one for one in told[:n] if _is_of(sentence, one, match)]
        if len(of) != 1 or "平均" in each.lead:
            continue
        due = of[0].value * each.value
        if abs(due - whole.value) > whole.half + of[0].value * each.half:
            start = clause_start(sentence, of[0].start)
            yield Claim(
                sentence[start : whole.end], whole.said, whole.likewise(due),
                f"{of[0].said}乘以{each.said}是 {whole.likewise(due)}",
            )  # fmt: skip


def _is_of(sentence: str, one: Figure, each: re.Match[str]) -> bool:
    """Whether `每村`, `每个乡镇` says so much for each of a figure: `16个村`, `16个乡镇`."""
    if not one.unit or each[1].startswith(one.unit[-1]):
        return bool(one.unit)
    return each[0].startswith(f"每{one.unit}{sentence[one.end : one.end + _TWO]}")
