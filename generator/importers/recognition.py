"""Which kind of document a source is, of what, of which year, by which frame."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from generator.importers.context import Context
from generator.importers.days import months_in
from generator.importers.labels import Part
from generator.importers.ledger import Confidence, Gathering, Span
from generator.importers.outline import Piece
from generator.importers.prose.whole import Years
from generator.model.frames import Frame
from generator.model.kinds import EvaluationKind, Wording
from generator.model.project import Scope
from generator.source import At
from generator.values.money import parse_share
from generator.values.text import half_width

_YEAR = re.compile(r"(20[0-9]{2})\s?年?(?:度|年|$|[）)])?")
_BEHIND = re.compile(r"[（(][^（()）]{0,30}[）)]\s?$")
_YEARS = re.compile(r"(20[0-9]{2})\s?年?度?\s?[-—–~至]{1,2}\s?(20[0-9]{2})\s?年")
"""The fiscal years of a document over several."""
_YEAR_OF_FORM = re.compile(r"(20[0-9]{2})\s?年(?:度)?")
_EXAMPLE = re.compile(r"以(?P<name>[^，。；以]{4,40}?)(?:项目)?为例")
_IN_TITLE = re.compile(
    r"(?:20[0-9]{2}\s?年(?:度)?|^|关于)(?P<name>[^年]{4,60}?)(?:项目)?(?:支出)?"
    r"(?:部门|财政|重点|事前|单位|第三方|绩效|预算|自评){0,3}"
    r"(?:自评|评价|自我评价|评估|跟踪评价|复核|运行监控|监控)(?:问题|结果)?(?:整改)?(?:落实)?(?:的)?(?:工作)?(?:报告|情况|结果)"
)
_QUOTED = re.compile(r"[“\"「《](?P<name>[^”\"」》]{3,40})[”\"」》]")
_BODY = re.compile("(?:局|委|厅|中心|站|馆|院|校|所|办公室|办|会|公司|政府|部门|单位)$")
"""A title that goes on with a body only names no project."""
_OWNER = re.compile(
    r"^[\u4e00-\u9fff]{2,12}?[省市州盟县区旗镇乡][\u4e00-\u9fff]{0,10}?(?:局|厅|委员会|委|办公室|人民政府|街道办事处)(?:关于)?(?=[\u4e00-\u9fff]{4})"
)
"""The office that a title begins with, where no year stands between it and its project."""
_OF_SEVERAL = re.compile(
    "部分|各|有关|相关|一批|所有|全部|所属|部门整体|单位整体|整体支出|项目支出$|专项资金$|市级|省级|县级|区级|预算项目|[0-9一二三四五六七八九十]{1,3}个|部门$|单位$|重点$|绩效"
)
"""What a title says of projects that it does not name."""
_SCOPES = (
    (re.compile("部门整体"), Scope.DEPARTMENT),
    (re.compile("专项债券?"), Scope.BOND),
    (re.compile("转移支付"), Scope.TRANSFER),
    (re.compile("PPP|政府和社会资本合作"), Scope.PPP),
    (re.compile("政府购买服务"), Scope.PURCHASE),
    (re.compile("政府投资基金|引导基金"), Scope.INVESTMENT),
    (re.compile("专项资金"), Scope.EARMARKED),
    (re.compile("项目支出|项目绩效|项目预算"), Scope.PROJECT),
    (re.compile("政策(?:绩效)?评价"), Scope.POLICY),
)


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
    for piece in title:
        end = len(_BEHIND.sub("", piece.text))
        text = piece.text[:end]
        found = [
            (text.rfind(name) + len(name), len(name), one.english)
            for name, one in named
            if name in text
        ]
        if found:
            stop, length, english = max(found)
            context.put(("evaluation_type",), piece, english, (stop - length, stop))
            return known[english]
    return None


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
    context: Context, title: Sequence[Piece], body: Iterable[Piece]
) -> EvaluationKind | None:
    """Of a title that only says 绩效评价: who gives points to himself evaluates himself."""
    if is_other(context, title):
        return None
    own = next((k for k in context.declared.kinds if "自评" in k.name), None)
    for piece in body:
        start = piece.text.find("自评")
        if own is not None and start >= 0 and "复核" not in piece.text:
            part = (start, start + len("自评"))
            context.put(
                ("evaluation_type",), piece, own.english, part, confidence=Confidence.INFERRED
            )
            return own
    return None


def verdict(gathering: Gathering, kind: EvaluationKind) -> None:
    """A conclusion in one of the words of its kind is its grade, not a text."""
    opinion, grade = ("result", "opinion"), ("result", "grade")
    said = gathering.values.get(opinion)
    if said is not None and said.text in kind.verdicts and grade not in gathering.values:
        gathering.values[grade] = gathering.values.pop(opinion)
        for n, claim in enumerate(gathering.ledger.claims):
            if claim.at == opinion and claim.span in said.spans:
                gathering.ledger.claims[n] = claim._replace(at=grade)


def scope(context: Context, title: Sequence[Piece]) -> None:
    """What is evaluated, by the words of the title where no field of its own says it."""
    if context.gathering.has("scope"):
        return
    for piece in title:
        for pattern, found in _SCOPES:
            if match := pattern.search(piece.text):
                context.put(("scope",), piece, found.value, match.span())
                return


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
        named = set(_NAMED_YEAR.findall(piece.text))
        if _EARLIER.search(piece.text) or (named and own and not named & own):
            return True
    return False


_NAMED_YEAR = re.compile(r"(20[0-9]{2})\s?年")
_EARLIER = re.compile("历年|上年|去年|往年|以前年度|近[两二三四五]年|同比|对比")


def period(context: Context, pieces: Iterable[Piece]) -> None:
    """The months that a document made during the year speaks of."""
    if context.gathering.has("period"):
        return
    for piece in pieces:
        if (months := months_in(piece.text)) is not None:
            context.put(("period", "start"), piece, months[0])
            context.put(("period", "end"), piece, months[1])
            return


def project(context: Context, title: Sequence[Piece], front: Iterable[Piece]) -> None:
    """The project of a report: the one it takes for an example, else the one of its title."""
    gathering = context.gathering
    if gathering.has("project") or gathering.has("items"):
        return
    for piece in front:
        if match := _EXAMPLE.search(piece.text):
            context.put(("project", "name"), piece, None, match.span("name"))
            return
    spans = [gathering.ledger.span(piece) for piece in title]
    whole = "".join(piece.text for piece in title)
    match = _IN_TITLE.search(half_width(whole))
    if match is None:
        return
    name = whole[match.start("name") : match.end("name")]
    if (quoted := _QUOTED.search(name)) is not None:
        name = quoted["name"]
    else:
        name = name[len(_owner(gathering, name)) :]
    is_body = _BODY.search(name) and not whole[match.end("name") :].startswith("项目")
    if not _OF_SEVERAL.match(name) and not is_body:
        for span in _holding(gathering, spans, name):
            context.put_spans(("project", "name"), name, (span,), confidence=Confidence.INFERRED)


def _owner(gathering: Gathering, name: str) -> str:
    """The body that a title names before its project: who signed, or an office."""
    signed = gathering.values.get(("disclosure", "publisher"))
    if signed is not None and name.startswith(signed.text) and len(name) > len(signed.text) + 1:
        return signed.text
    office = _OWNER.match(name)
    return office[0] if office else ""


def example(front: Iterable[Piece]) -> str:
    """The project that a report takes for an example; empty where it takes none."""
    return next((m["name"] for piece in front if (m := _EXAMPLE.search(piece.text))), "")


def _holding(gathering: Gathering, spans: Iterable[Span], text: str) -> Iterator[Span]:
    """The part of a span that is the text."""
    for span in spans:
        start = gathering.ledger.text(span).find(text)
        if start >= 0:
            yield span._replace(start=start, end=start + len(text))
            return


def frame(context: Context, at: At = ()) -> None:
    """The frame whose highest rows and weights are those of the table, where it is one only."""
    rows = dict(_top_rows(context.gathering, at))
    if not rows or context.gathering.has(*at, "frame"):
        return
    fitting = [one for one in context.declared.frames if _fits(one, rows)]
    names = sorted({one.name for one in fitting})
    spans = [context.gathering.values[(*at, "indicators", 0, "name")].spans[0]]
    if len(names) == 1:
        context.put_spans((*at, "frame"), names[0], spans, confidence=Confidence.INFERRED)
    elif names:
        reason = "几套指标体系的一级指标和分值都与原表一致"
        context.gathering.open_also((*at, "frame"), names, spans, reason)


def _top_rows(gathering: Gathering, at: At) -> Iterator[tuple[str, Decimal]]:
    """The highest rows with their weights, printed or added up, the execution row among them."""
    n = 0
    while (name := gathering.values.get((*at, "indicators", n, "name"))) is not None:
        weight = _weight(gathering, (*at, "indicators", n))
        if weight is not None:
            yield name.text, weight
        n += 1
    for row in (
        "stated_total",
        *(("rows", n) for n in range(gathering.length(*at, "funds", "rows"))),
    ):
        place = row if isinstance(row, tuple) else (row,)
        points = gathering.values.get((*at, "funds", *place, "weight"))
        if points is not None and (number := parse_share(points.text)) is not None:
            yield "预算执行率", number
            return


def _weight(gathering: Gathering, row: At) -> Decimal | None:
    own = gathering.values.get((*row, "weight"))
    if own is not None:
        return parse_share(own.text)
    parts = [
        _weight(gathering, (*row, "children", n)) for n in range(gathering.length(*row, "children"))
    ]
    known = [part for part in parts if part is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(parts) else None


def _fits(one: Frame, rows: dict[str, Decimal]) -> bool:
    """Whether a frame fixes the weights of its highest rows, and they are those printed."""
    if not one.is_scored or any(top.weight is None for top in one.indicators):
        return False
    printed = [(one.indicator_named(name), weight) for name, weight in rows.items()]
    if any(found is None for found, _ in printed) or len(rows) != len(one.indicators):
        return False
    return all(
        any(found is top and weight == top.weight for found, weight in printed)
        for top in one.indicators
    )
