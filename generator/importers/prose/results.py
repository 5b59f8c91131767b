"""A notice that tells the result of each project: below its name, or in a sentence or a list."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.importers import named_bodies
from generator.importers.context import Context
from generator.importers.enumerations import Stretch, put_findings, put_recommendations
from generator.importers.grades import GRADES, GRADES_TOLD
from generator.importers.heads import pairs_in, take_line
from generator.importers.ordinals import ordinal
from generator.importers.outline import Paragraph
from generator.importers.prose import pairs, result_paragraphs, told_funds, told_scores
from generator.importers.prose.headings import Layout, Section
from generator.importers.prose.told_scores import BOUND
from generator.importers.prose.whole import Years
from generator.source import At
from generator.values.text import half_width

_LEAST = 2
_POINTS = rf"(?P<total>\d{{1,3}}(?:\.\d{{1,4}})?)\s?分(?!{BOUND})"
_GRADE = rf"[“\"「]?(?P<grade>{GRADES_TOLD})(?![\u4e00-\u9fff])[”\"」]?"
_NAME = r"(?P<name>[^，,。；;：:、（()）\n]{3,50}?)"
_WHOLE_NAME = r"(?P<name>(?:[^，,。；;：:（()）\n]|[（(][^（()）\d]{1,12}[）)]){3,50}?)"
_TOLD = re.compile(
    rf"(?:\A|(?<=[。；;：:\n]))\s?(?:其中\s?[：:，,]?\s?)?{_WHOLE_NAME}\s?[，,：:。]?\s?"
    rf"(?:综合|绩效|评价|自评|最终|重点){{0,3}}(?:(?P<again>复核|复评|抽查|审核)?(?:总?得分|总?评分|总分)|(?<=自评)(?:得|为)?)[为是：:]?\s?{_POINTS}"
    rf"(?:[，,、；;]?\s?(?:经)?(?:复核|复评|抽查|审核)(?:后)?(?:认定)?(?:得分|评分|得)?[为是：:]?\s?(?P<review>\d{{1,3}}(?:\.\d{{1,4}})?)\s?分)?"
    rf"(?:[，,、；;]?\s?(?:综合|绩效|评价|自评|复核)?(?:等级|等次|评级|结果|结论)?(?:评定)?[为是：:]?\s?{_GRADE})?"
)
"""`甲项目，评价得分90.35分，评价等级为“优”`."""
_LISTED = re.compile(
    rf"(?:\A|(?<=[。；;：:、，,\n]))\s?{_NAME}[（(]\s?(?:得分)?[为：:]?\s?{_POINTS}(?:[，,、]\s?{_GRADE})?\s?[）)]"
)
"""`甲项目（92.5分）、乙项目（90分）`, perhaps behind the grade that all of them have."""
_GRADE_OF_ALL = re.compile(
    rf"(?:等级|等次|评级|结果)?[为是]?\s?[“\"「](?P<grade>{GRADES})[”\"」]"
    r"(?:等?级?|等次)的?[^。；;：:]{0,16}[：:]"
)
_NO_NAME = re.compile(
    r"平均|最[高低]|总体|综合$|本次|合计|其中$|^(?:该|本|各|全部|所有|以上|上述)|得分|^(?:按|根据|依据|对照)|\d{1,4}\s?个|个项目|\d\s?(?:亿|万)?元|\d\s?[%分]|(?:部门|单位|机构|主体)[为是]|^(?:项目|年度|财政)?(?:预算|资金|金额|执行率|支出)[为是共]?$"
)


_WRONG = re.compile(
    r"(?:主要|存在的?|存在的?主要|发现的?)问题(?:有|是|为)?[：:](?P<text>[^\n]{4,400})"
)


_PROBLEMS = re.compile(
    r"\s{0,8}(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]\s?)?(?:存在的?|主要|发现的?){0,2}问题\s?[：:]\s?"
)
_ADVICE = re.compile(
    r"\s{0,8}(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]\s?)?(?:改进|整改|有关|相关|意见|主要|对策){0,2}(?:和|及)?建议\s?[：:]\s?"
)


class _Told(NamedTuple):
    """The result of one project in a paragraph."""

    paragraph: Paragraph
    name: tuple[int, int]
    points: Mapping[str, tuple[int, int]]
    """By the field, `total` or `review_total`."""
    grade: tuple[int, int] | None


def read(context: Context, layout: Layout, years: Years) -> None:
    """Put an item for each project whose result is told, where there are several.

    Headings with a project's name are taken out of the layout; sentences stay in it.
    """
    sections = [one for one in layout.sections if _tells_result(one)]
    if len(sections) >= _LEAST and len({one.style for one in sections}) == 1:
        for n, section in enumerate(sections):
            _below(context, section, years, n)
        layout.sections[:] = [one for one in layout.sections if one not in sections]
        return
    told = [one for paragraph in _lines(layout) for one in _in_sentences(paragraph)]
    numbered = result_paragraphs.found(_lines(layout))
    if len(numbered) >= max(_LEAST, len(told) + 1) or (numbered and any(map(_with_role, told))):
        for n, paragraph in enumerate(numbered):
            result_paragraphs.put(context, paragraph, years, n)
        return
    if len(told) >= _LEAST:
        for n, one in enumerate(told):
            alone = sum(other.paragraph is one.paragraph for other in told) == 1
            _put(context, one, years if alone else None, n)


def _with_role(one: _Told) -> bool:
    """Whether a name was read with the body behind it: `甲项目（主管部门：某局）`."""
    return {"：", ":"}.isdisjoint(one.paragraph.text[slice(*one.name)]) is False


def _tells_result(section: Section) -> bool:
    is_told = any(told_scores.tells_total(paragraph.text) for paragraph in section.body)
    return is_told and sum(1 for one in section.body for _ in _in_sentences(one)) < _LEAST


def _below(context: Context, section: Section, years: Years, number: int) -> None:
    item, heading = ("items", number), section.heading
    context.label(heading, 0, section.start)
    context.put((*item, "id"), heading, f"item-{number + 1}", (0, 0))
    context.put((*item, "project", "name"), heading, section.title, (section.start, section.end))
    told_scores.read(context, section.body, years, section.title, item)
    told_funds.read(context, section.body, years, section.title, item)
    named_bodies.read(context, section.body, item)
    for paragraph in section.body:
        pair = next(pairs_in(context, paragraph), None)
        if pair is not None and pair.name.start == 0 and pair.field.startswith(_WHO):
            take_line(context, paragraph, item)
    _opinions(context, section.body, item)


_WHO = ("bodies.", "project.unit", "project.code", "evaluator")


def _opinions(context: Context, body: Sequence[Paragraph], item: At) -> None:
    """What was wrong with a project and what is advised, on lines that begin with its name."""
    first = next((n for n, one in enumerate(body) if _PROBLEMS.match(one.text)), None)
    if first is None or pairs.put(context, body[first:], item):
        return
    problems, advice = list[Stretch](), list[Stretch]()
    taken: list[Stretch] | None = None
    for paragraph in body[first:]:
        text, start = paragraph.text, 0
        if (mark := _PROBLEMS.match(text) or _ADVICE.match(text)) is not None:
            taken = advice if mark.re is _ADVICE else problems
            start = mark.end()
            context.label(paragraph, 0, start)
        elif ordinal(text.lstrip()) is None:
            taken = None  # what has no number goes on with neither list
        if taken is not None and text[start:].strip():
            taken.append((paragraph, (start, None)))
    put_findings(context, problems, item)
    put_recommendations(context, advice, item)


def _lines(layout: Layout) -> Iterator[Paragraph]:
    """What may tell results: all but problems and advice."""
    yield from layout.front
    for section in layout.sections:
        yield section.heading
        if not (section.lists_problems or section.lists_advice):
            yield from section.body


def _in_sentences(paragraph: Paragraph) -> Iterator[_Told]:
    plain = half_width(paragraph.text)
    number = ordinal(plain.lstrip())
    first = len(plain) - len(plain.lstrip()) + (number.end if number else 0)
    found = list(_matches(plain[first:]))
    common = list(_GRADE_OF_ALL.finditer(plain, first))
    for match in found:
        start, end = (first + place for place in match.span("name"))
        inner = ordinal(plain[start:end])
        start += inner.end if inner else 0
        if _NO_NAME.search(plain[start:end]):
            continue
        points = _points(match, first)
        grade: tuple[int, int] | None
        grade = (first + match.start("grade"), first + match.end("grade"))
        if not match["grade"]:
            before = [one for one in common if one.end() <= start]
            grade = before[-1].span("grade") if before else None
        yield _Told(paragraph, (start, end), points, grade)


def _points(match: re.Match[str], first: int) -> Mapping[str, tuple[int, int]]:
    found = match.groupdict()
    fields = {"total": "review_total" if found.get("again") else "total", "review": "review_total"}
    return {
        field: (first + match.start(group), first + match.end(group))
        for group, field in fields.items()
        if found.get(group)
    }


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Results in sentences, else those of a list in brackets."""
    told = list(_TOLD.finditer(text))
    yield from told or _LISTED.finditer(text)


def _put(context: Context, one: _Told, years: Years | None, number: int) -> None:
    item, piece = ("items", number), one.paragraph
    name = piece.text[slice(*one.name)].strip().strip('“”"「」《》')
    context.put((*item, "id"), piece, f"item-{number + 1}", (0, 0))
    context.put((*item, "project", "name"), piece, name, one.name)
    for field, part in one.points.items():
        context.put((*item, "result", field), piece, None, part)
    if one.grade is not None:
        context.put((*item, "result", "grade"), piece, None, one.grade)
    if years is not None and (wrong := _WRONG.search(piece.text)) is not None:
        put_findings(context, [(piece, wrong.span("text"))], item)
    if years is not None:
        told_funds.read(context, [piece], years, name, item)
