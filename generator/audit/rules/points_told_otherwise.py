"""文字写的某一项得分、扣分与表格不同。

文字点名一项指标，写它得了多少分、扣了多少分，与评分表不同。

原因：分数改过之后，文字往往忘了改；扣分的理由也就对不上。

公式：（1）正文、意见和结论说明里，名称只有一行的指标，名称后面（可加“指标、类、类指标、部分、方面”
和满分多少）紧接“得分（为、得）N分”，N 与这一行的得分、复核分、按下级相加的得分都不同；一处能认作几
个名称的，取最长的；（2）一句只写了一处“扣N分”，前面恰好有一个这样的名称，这一行丢的分、复核扣的分都
不是 N；（3）一行的「得分说明」恰好写有一处“扣N分”，这一行丢的分不是 N。允许末位数的一半。写有上年、
去年、其中、每、最多、如、若、可扣、不超过、各、均、共、自评、复核的句子和说明不核对。

依据：同一数据前后一致，是公文核对的通行要求。只作提示。

反例：产出指标得 49.2 分，意见写“产出指标得分48.2分”；得分说明写“扣1分”，这一行丢了 2 分。

正例：写“产出指标得分49.2分”。

改法：核对文字与评分表，改为一致。
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.rows import Row
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.money import UNSIGNED, fits, number_of
from generator.values.text import half_width

SEVERITY = Severity.HINT
NEEDS = (needs.POINTED, needs.UNDIVIDED, needs.ROWS, needs.SCORES)

_BEHIND = lazily(
    rf"(?:指标|类指标|类|方面|部分)?(?:[（(，,]?(?:满分|共)\s?{UNSIGNED}\s?分[）)，,]?)?"
    rf"(?:实际|自评|评价)?(?:得分?|得到)[为是]?[：:]?\s?({UNSIGNED})\s?分",
    re.ASCII,
)
_TAKEN = lazily(rf"扣[减除掉去]?了?\s?({UNSIGNED})\s?分", re.ASCII)
_CLAUSE = lazily("[。；;\n]")
_OTHERWISE = lazily("上年|去年|其中|每|最多|如|若|自评|复核|可扣|不超过|各|均|共")
_SHORTEST = 2


def check(subject: Subject) -> Iterator[Result]:
    """At the text, once for each; then at notes on the score."""
    texts = [one for one in subject.texts.prose.within(_PARTS) if _SOUGHT.search(one.plain)]
    rows = _named(subject) if texts else {}
    for text in texts:
        for sentence in _CLAUSE.split(text.plain):
            found = _in(sentence, rows)
            if found is not None:
                row, said, due = found
                yield Result(
                    text.path,
                    f"文字写「{text.as_typed(said)}」，评分表{row.name}为 {due}",
                    "请核对文字与评分表",
                    said,
                    due,
                )
                break
    for row in subject.leaves:
        yield from _of_note(row)


_PARTS = frozenset(("sections", "result"))
_SOUGHT = lazily(r"[得扣][^。；\n]{0,8}[0-9]\s?分")


def _named(subject: Subject) -> Mapping[str, Row]:
    """The rows that have points, by names that stand once, the longest first."""
    rows = [(half_width(row.indicator.name).removesuffix("指标"), row) for row in subject.rows]
    times = Counter(name for name, _ in rows)
    once = [
        (name, row) for name, row in rows
        if times[name] == 1 and len(name) >= _SHORTEST and row.indicator.carries_points
    ]  # fmt: skip
    return dict(sorted(once, key=lambda one: -len(one[0])))


def _given(row: Row) -> tuple[Decimal, ...]:
    indicator = row.indicator
    known = (
        indicator.score, indicator.review_score, indicator.scores.computed,
        indicator.review_scores.computed,
    )  # fmt: skip
    return tuple(one for one in known if one is not None)


def _in(sentence: str, rows: Mapping[str, Row]) -> tuple[Row, str, str] | None:
    """The row that a sentence tells of, what it says, and what the table has."""
    if _OTHERWISE.search(sentence):
        return None
    places = _places(sentence, rows)
    for end, name in places.items():
        match, given = _BEHIND.match(sentence, end), _given(rows[name])
        if match and given and not any(fits(number_of(match[1]), one) for one in given):
            return rows[name], sentence[end - len(name) : match.end()], points(given[0])
    taken = list(_TAKEN.finditer(sentence))
    if len(taken) != 1:
        return None
    named = [rows[name] for end, name in places.items() if end <= taken[0].start()]
    lost = _lost(named[0]) if len(named) == 1 else ()
    if lost and not any(fits(number_of(taken[0][1]), one) for one in lost):
        return named[0], taken[0][0], f"扣{points(lost[0])}"
    return None


def _places(sentence: str, rows: Mapping[str, Row]) -> Mapping[int, str]:
    """Where names end in a sentence; a name within a longer one is none."""
    found: dict[int, str] = {}
    free = sentence
    for name in rows:
        while (start := free.find(name)) >= 0:
            found[start + len(name)] = name
            free = free.replace(name, "\0" * len(name), 1)
    return dict(sorted(found.items()))


def _lost(row: Row) -> tuple[Decimal, ...]:
    """What a row lost: of its weight, and by its reviewer."""
    indicator = row.indicator
    own, review, weight = indicator.score, indicator.review_score, indicator.weight
    taken = (
        indicator.lost,
        None if own is None or review is None else own - review,
        None if weight is None or review is None else weight - review,
    )
    return tuple(one for one in taken if one is not None)


def _of_note(row: Row) -> Iterator[Result]:
    note = row.indicator.score_note
    if not note or "扣" not in note:
        return
    text = half_width(note)
    taken, lost = _TAKEN.findall(text), _lost(row)
    if len(taken) != 1 or not lost or _OTHERWISE.search(text):
        return
    if not any(fits(number_of(taken[0]), one) for one in lost):
        yield Result(
            row.at("score_note"),
            f"{row.name}得分说明写扣 {points(number_of(taken[0]))}，这一行丢了 {points(lost[0])}",
            "请核对得分与得分说明",
            points(number_of(taken[0])),
            points(lost[0]),
        )
