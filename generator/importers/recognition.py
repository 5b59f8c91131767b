"""Which kind of document a source is, of what, of which years."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from generator.importers.context import Context
from generator.importers.days import months_in
from generator.importers.ledger import Confidence, Gathering
from generator.importers.outline import Piece
from generator.importers.part import Part
from generator.importers.prose.told_scores import VERDICT
from generator.importers.prose.whole import Years
from generator.model.kinds import EvaluationKind, Wording
from generator.values.names import folded
from generator.values.text import half_width

_YEAR = re.compile(r"(20[0-9]{2})\s?年?(?:度|年|$|[）)])?")
_BEHIND = re.compile(r"[（(][^（()）]{0,30}[）)]\s?$")
_YEARS = re.compile(r"(20[0-9]{2})\s?年?度?\s?[-—–~至]{1,2}\s?(20[0-9]{2})\s?年")
"""The fiscal years of a document over several."""
_YEAR_OF_FORM = re.compile(r"(20[0-9]{2})\s?年(?:度)?")


def kind(context: Context, title: Sequence[Piece]) -> EvaluationKind | None:
    """The kind by its names in the title; put where it is known.

    Of several the one that stands last: `绩效自评复核报告` is a review.
    """
    known = {one.english: one for one in context.declared.kinds}
    if (said := context.gathering.values.get(("evaluation_type",))) is not None:
        return known.get(said.text)
    named = [(name, one) for one in context.declared.kinds for name in _names(one)]
    words = context.labels.words(Part.KIND)
    named += [(name, known[field]) for name, field in words.items() if field in known]
    # What stands in brackets at the end tells of it where the title itself does not.
    bare = ((piece, _BEHIND.sub("", piece.text)) for piece in title)
    closed = ((piece, "".join(piece.text.split())) for piece in title if is_spaced(piece.text))
    for piece, text in (*bare, *((piece, piece.text) for piece in title), *closed):
        found = [
            (place[1], place[1] - place[0], one.english)
            for name, one in named
            if (place := _place_of(name, text)) is not None
        ]
        if found:
            stop, length, english = max(found)
            part = (0, None) if is_spaced(piece.text) else (stop - length, stop)
            context.put(("evaluation_type",), piece, english, part)
            return known[english]
    return None


_SPACED = re.compile(r"\s{0,4}(?:(?:[\u4e00-\u9fff]|\d{1,4})\s{1,4}){3,40}[\u4e00-\u9fff]\s{0,4}")


def is_spaced(text: str) -> bool:
    """Whether a blank stands between all signs of a title, as in `自 评 表`."""
    return _SPACED.fullmatch(text) is not None


def _place_of(name: str, text: str) -> tuple[int, int] | None:
    """Where a title has a name last; `结果…通报` has other words between its two."""
    first, _, last = name.partition(_OTHER_WORDS)
    end = text.rfind(last or first)
    start = text.rfind(first, 0, max(end, 0)) if last else end
    return (start, end + len(last or first)) if start >= 0 else None


_OTHER_WORDS = folded("…")


def of_plans(context: Context, piece: Piece) -> None:
    """What tells of projects to come, and is called nothing else, tells their targets."""
    if context.gathering.has("evaluation_type"):
        return
    plan = next((k for k in context.declared.kinds if k.english == "performance_target"), None)
    if plan is not None:
        context.put(
            ("evaluation_type",), piece, plan.english, (0, 0), confidence=Confidence.INFERRED
        )


def is_other(context: Context, title: Sequence[Piece]) -> bool:
    """Whether a title is that of some other document, such as a department's accounts."""
    names = context.labels.words(Part.OTHER)
    return any(name in piece.text for piece in title for name in names)


def _names(kind: EvaluationKind) -> Iterator[str]:
    yield from (kind.name, *kind.aliases)
    if kind.wording.document != Wording().document:
        yield kind.wording.document.removesuffix("表").removesuffix("报告")


def kind_by_words(
    context: Context, title: Sequence[Piece], body: Sequence[Piece]
) -> EvaluationKind | None:
    """Of a title that only says 绩效评价: who gives points to himself evaluates himself."""
    if is_other(context, title):
        return None
    own = next((k for k in context.declared.kinds if "自评" in k.name), None)
    saying = [piece for piece in body if "自评" in piece.text and "复核" not in piece.text]
    if own is None or not saying or _is_beside_others(context, saying[0], body):
        return None
    start = saying[0].text.find("自评")
    part = (start, start + len("自评"))
    context.put(("evaluation_type",), saying[0], own.english, part, confidence=Confidence.INFERRED)
    return own


def kind_said(context: Context, front: Sequence[Piece]) -> EvaluationKind | None:
    """The kind that the opening says was made: `我局对该政策开展了部门评价`; None for two."""
    known = {one.english: one for one in context.declared.kinds}
    names = {
        name: one.english for one in context.declared.kinds for name in (one.name, *one.aliases)
    }
    names |= {
        n: f for n, f in context.labels.words(Part.KIND).items() if f in known and "…" not in n
    }
    found: dict[str, tuple[Piece, tuple[int, int]]] = {}
    for piece in front:
        for made in _MADE.finditer(piece.text):
            said = [n for n in names if made["what"].endswith(n)]
            if said:
                name = max(said, key=len)
                end = made.end("what")
                found.setdefault(names[name], (piece, (end - len(name), end)))
    if len(found) != 1:
        return None
    english, (piece, part) = found.popitem()
    context.put(("evaluation_type",), piece, english, part, confidence=Confidence.INFERRED)
    return known[english]


_MADE = re.compile(
    r"(?:开展|进行|组织|实施|完成)(?:了|的)?(?P<what>[^，,。；;：:、]{0,24}?(?:评价|自评|评估|监控|复核))"
    r"(?=工作|[，,。；;、]|，现|并|$)"
)


def _is_beside_others(context: Context, piece: Piece, body: Iterable[Piece]) -> bool:
    """Whether 自评 only names a column of points beside one of those who evaluate."""
    labels = context.labels
    if labels.field(Part.INDICATORS, piece.text) != "score":
        return False
    others = (one.text for one in body if "评" in one.text and "自评" not in one.text)
    return any(labels.field(Part.INDICATORS, text) == "score" for text in others)


def verdict(gathering: Gathering, kind: EvaluationKind) -> None:
    """A conclusion in one of the words of its kind is its grade, not a text.

    Of a kind that gives no grades by points the word that stands beside a sum is said, not put.
    """
    opinion, grade = ("result", "opinion"), ("result", "grade")
    said, given = gathering.values.get(opinion), gathering.values.get(grade)
    if said is None or not (said.text in kind.verdicts or _is_verdict(said.text, kind)):
        return
    if given is not None:
        if kind.has_grades or given.text in kind.verdicts:
            return
        reason = "这类文件写结论，不按分数定等级"
        gathering.open_also(grade, (given.text,), given.spans, reason)
    gathering.values[grade] = gathering.values.pop(opinion)
    for n, claim in enumerate(gathering.ledger.claims):
        if claim.at == opinion and claim.span in said.spans:
            gathering.ledger.claims[n] = claim._replace(at=grade)


def _is_verdict(text: str, kind: EvaluationKind) -> bool:
    """Whether a text is a word for or against a project, of a kind that has such words."""
    return bool(kind.verdicts) and _VERDICT.fullmatch(text.strip(" 。“”")) is not None


_VERDICT = re.compile(
    rf"{VERDICT}(?:[，,、；;]?(?:并|且|同时)?(?:{VERDICT}|(?:需|应|建议)?(?:调整|完善|优化|压减|核减|修改|细化)(?:预算|方案|绩效目标|实施方案|资金|金额|规模){{1,3}}))?"
)


def years(context: Context, title: Sequence[Piece], body: Iterable[Piece]) -> Years:
    """The fiscal years by the title, else the first that the text names; 0 for none."""
    if known := context.gathering.values.get(("year",)):
        return Years(int(known.text), int(known.text))
    for piece in title:
        if (several := _YEARS.search(half_width(piece.text))) and int(several[1]) < int(several[2]):
            context.put(("year",), piece, several[2], several.span(2))
            context.put(("period", "start"), piece, f"{several[1]}-01-01", several.span(1))
            context.put(("period", "end"), piece, f"{several[2]}-12-31", several.span(2))
            return Years(int(several[1]), int(several[2]))
    for piece in title:
        if match := _YEAR.search(half_width(piece.text)):
            context.put(("year",), piece, match[1], match.span(1))
            return Years(int(match[1]), int(match[1]))
    for piece in body:
        if match := _YEAR_OF_FORM.search(piece.text):
            context.put(("year",), piece, match[1], match.span(1), confidence=Confidence.INFERRED)
            return Years(int(match[1]), int(match[1]))
    return Years(0, 0)


def is_of_other_years(title: Sequence[Piece], captions: Sequence[Piece]) -> bool:
    """Whether a table explains other years than those of its report."""
    own = {year for piece in title for year in _NAMED_YEAR.findall(piece.text)}
    for piece in captions[:1]:
        if piece.text.rstrip().endswith("。") and not _LEADS.search(piece.text):
            continue  # a sentence that only happens to stand above it
        named = set(_NAMED_YEAR.findall(piece.text))
        if _EARLIER.search(piece.text) or (named and own and not named & own):
            return True
    return False


_LEADS = re.compile("如下|下表|[见如]表|以下|表[0-9一二三四五六七八九十]")
"""How a sentence leads to a table."""
_NAMED_YEAR = re.compile(r"(20[0-9]{2})\s?年")
_EARLIER = re.compile("历年|上年|去年|往年|以前年度|近[两二三四五]年|同比|对比")


_MONTHS_ALONE = re.compile(
    r"[（(]\s?(?:\d{1,2}\s?月?\s?[-—–~至]{1,2}\s?\d{1,2}\s?月份?|上半年|前三季度|第?[一1]季度)\s?[）)]"
)


def period(context: Context, title: Sequence[Piece], pieces: Iterable[Piece]) -> int:
    """Put the months that a document made during the year speaks of; the last one, 0 for none."""
    end = ("period", "end")
    for piece in (*title, *pieces) if not context.gathering.has("period") else ():
        if (months := months_in(piece.text)) is not None:
            context.put(("period", "start"), piece, months[0])
            context.put(end, piece, months[1])
            break
    year = context.gathering.values.get(("year",))
    for piece in title if year is not None and not context.gathering.has("period") else ():
        if (found := _MONTHS_ALONE.search(piece.text)) is not None and year is not None:
            months = months_in(f"{year.text}年{found[0].strip('（）()')}")
            if months is not None:
                context.put(("period", "start"), piece, months[0], found.span())
                context.put(end, piece, months[1], found.span())
                break
    known = context.gathering.values.get(end)
    return date.fromisoformat(known.text).month if known is not None else 0


def months_of_heads(context: Context, lines: Iterable[Piece], cells: Iterable[Piece]) -> int:
    """Put the months of the year that heads of columns, or a line for it, name: `1-8月执行数`.

    All of them must name the same; the last month, 0 for none.
    """
    year = context.gathering.values.get(("year",))
    found = [(one, m) for one in lines if (m := _MONTHS_LOOKED_AT.search(half_width(one.text)))]
    found += [(one, m) for one in cells if (m := _MONTHS_OF_HEAD.fullmatch(_plain(one.text)))]
    last = {int(match["last"]) for _, match in found}
    if year is None or len(last) != 1 or context.gathering.has("period"):
        return 0
    months = months_in(f"{year.text}年1-{last.copy().pop()}月")
    if months is None:
        return 0
    piece = found[0][0]
    for field, day in zip(("start", "end"), months, strict=True):
        context.put(("period", field), piece, day, confidence=Confidence.INFERRED)
    return last.pop()


def _plain(text: str) -> str:
    return "".join(half_width(text).split()) if len(text) <= _LONGEST_HEAD else ""


_LONGEST_HEAD = 24
_MONTHS = r"(?:截[至止]|(?:截[至止])?1月?份?\s?[-—–~～至到]{1,2})\s?(?P<last>1[0-2]|[2-9])\s?月"
_MONTHS_OF_HEAD = re.compile(
    rf"{_MONTHS}(?:份|底|末)?(?:实际|累计|预算|资金|目标|绩效|指标|项目){{0,2}}"
    r"(?:执行|完成|支出|进度|实现)[\u4e00-\u9fff]{0,5}(?:\([^()]{1,8}\))?"
)
_MONTHS_LOOKED_AT = re.compile(rf"监控(?:时点|期间|时段|时间|区间|周期|范围)\s?[：:]\s?{_MONTHS}")
