"""Points that sentences tell: `投入满分30分，自评30分：其中时效情况10分、项目立项10分`."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.importers.context import Context
from generator.importers.grades import FOUR_GRADES, GRADES, GRADES_TOLD
from generator.importers.ledger import Confidence
from generator.importers.outline import Piece
from generator.importers.part import Part
from generator.importers.prose.whole import Years, is_whole
from generator.importers.values import spelt
from generator.model.outcome import Result
from generator.schema.vocabulary import vocabulary
from generator.source import At
from generator.values.sentences import said_before
from generator.values.text import half_width

VERDICT = (
    "(?:建议|同意|原则上?|予以|不予|不|部分|暂不|暂缓|调整|完善|优化|修改|压减|核减|有条件|后|再|可|全额|全部|给予|整合|缩减){0,6}"
    "(?:支持|立项|通过|同意|安排|实施|纳入预算|可行|暂缓)(?:立项|实施|安排|支持)?"
)
"""Words for or against a project, as each place has its own: `调整完善后支持`."""
_NUMBER = r"\d{1,3}(?:\.\d{1,4})?"
BOUND = r"\s?(?:[（(]?含?[）)]?(?:及|\(含\)|（含）)?以[上下内]|[-—–~～至]\s?\d)"
"""What makes points the bound of a grade."""
_NAME = r"[\u4e00-\u9fff（）()“”\"]{2,24}?"
_TOP = re.compile(
    rf"(?:^|(?<=[。；;，,、：:\n]))\s?(?:[（(]?[一二三四五六七八九十\d]{{1,2}}[）)]?[、.．]?\s?)?(?P<name>{_NAME})"
    rf"[。：:，,、；;]?\s?(?:[该此本](?:项|类)?(?:[一二三]级)?指标)?[（(]?(?:满分|总分值|总分|分值|权重分|权重|标准分)?(?:为|共|是|计)?\s?[（(]?(?P<weight>{_NUMBER})\s?分[）)]?"
    rf"[，,、；;。：:]?\s?(?:本项目|本项|该项|[该此本]类?指标|实际)?(?:自评得?分?|评价得分|评分|得分|实得|考评得分|得)(?:为|是)?\s?(?P<score>{_NUMBER})\s?分(?!{BOUND})"
)
_ROW = re.compile(
    rf"[：:，,、；;和及（(]?+\s?+(?:其中\s?[：:，,]?)?+\s?+(?P<name>(?![（()）]){_NAME})"
    rf"(?:(?:满分|分值)?(?:为)?\s?(?P<weight>{_NUMBER})\s?分[，,]?\s?(?:自评|得分?|评分|实得)(?:为)?\s?(?P<score>{_NUMBER})\s?分"
    rf"|(?:得分?|自评|评分)?(?:为)?\s?(?P<only>{_NUMBER})\s?分)[）)]?"
)
_TOTAL = re.compile(
    rf"(?:(?:自评|自查|评价|评估|考评|评定|综合评价|评价综合)总?得分|综合得分|综合评分|最终得分|总得分|总评分|总分|自评分|合计得分|(?P<review>(?:复核|复评|审核|再评价|抽查)总?(?:得分|评分))|(?:本?项目|综合评价|经?评价|评估)[，,]?总?得分)(?:为|是|共|共计|合计)?[：:]?\s?(?P<total>{_NUMBER})\s?分(?!{BOUND})"
)
_BARE_TOTAL = re.compile(
    r"(?:\A|(?<=[，,。；;、：:\s（(经]))"
    rf"(?:20\d\d年度?)?(?:本?项目|政策|部门|单位|整体|支出|绩效|综合|评价|评估|自评|自查|最终|总体|考评|考核|评定|评审|本次|结果){{1,4}}[，,]?"
    rf"(?:总?得分|总?评分|分值|分数|得)?(?:评定)?(?:为|是|共|共计|合计)?[：:]?\s?(?P<total>{_NUMBER})\s?分(?!值|制|别|{BOUND})"
)
"""Points of the whole in a few words: `自评98.1分`, `评定为88分`."""
_OF_ROW = re.compile("满分|分值|权重|指标|扣|其中|标准分")
_GRADE = re.compile(
    rf"(?:等级|等次|评级)(?:评定)?(?:为|是|：|:)?\s?[“\"「『]?(?P<grade>{GRADES_TOLD})(?=[”\"」』，,。；;）)、\s]|级|$)"
    rf"|(?:评价|自评|评定)(?:结果|结论|等次)?(?:为|是|：)\s?[“\"「『]?(?P<quoted>{GRADES})(?=[”\"」』，,。；;]|$)"
)
_REVIEWED = re.compile(r"(?:复核|复评|审核|再评价|抽查)[^，。；;：:\d]{0,4}[，,]?$")
_REVIEW_TOTAL = re.compile(
    r"(?:复核|复评|审核|再评价|抽查)(?:后)?[，,]?(?:确定|认定|核定|最终|综合)?(?:的)?(?:总?得分|总?评分|总分)?(?:为|是|调整为|核定为|核减为)?\s?"
    rf"(?P<total>{_NUMBER})\s?分"
)
"""Points that those who looked again give: `经复核，得分89.6分`."""
_OF_REVIEW = re.compile("复核|复评|审核后|再评价|抽查")
_CONCLUDED = re.compile(
    r"(?:评估|评价|论证)(?:结论|意见|结果)[为是：:]{0,2}\s?[“\"「『]?(?P<word>[\u4e00-\u9fff]{2,10})"
)
_QUOTED = re.compile(
    r"(?:(?:评估|评价|论证|评审|审核)(?:的)?(?:最终|综合)?(?:结论|意见|结果)[为是：:]{0,2}|建议)\s?[“\"「『]"
    rf"(?P<word>{VERDICT})[”\"」』]"
)


def read(
    context: Context, paragraphs: Sequence[Piece], years: Years, known: str, at: At = ()
) -> None:
    """Rows, total and grade, where sentences tell them and no table does."""
    has_table = context.gathering.has(*at, "indicators")
    for paragraph in paragraphs:
        if not has_table:
            _rows(context, paragraph, at)
    for paragraph in paragraphs:
        _result(context, paragraph, years, known, at)
    _bare_total(context, paragraphs, years, known, at)


def read_opinion(context: Context, at: At = ()) -> None:
    """The grade that the conclusion of a form tells in a sentence, where nothing else does."""
    opinion = context.gathering.values.get((*at, "result", "opinion"))
    grade: At = (*at, "result", "grade")
    if opinion is None or context.gathering.has(*grade):
        return
    spans = {m.span("grade" if m["grade"] else "quoted") for m in _GRADE.finditer(opinion.text)}
    words = {opinion.text[start:end] for start, end in spans}
    if len(words) == 1:
        context.put_spans(grade, words.pop(), opinion.spans, confidence=Confidence.INFERRED)


_GRADE_BEHIND = re.compile(
    rf"{_NUMBER}\s?分\s?[（(，,、]\s?(?:评价|绩效|自评)?(?:等级|等次|结果|级别)?(?:评定)?(?:为|是|属于?|：|:)?\s?[“\"「]?"
    rf"(?P<grade>{FOUR_GRADES})(?=[）)”\"」。；;，,]|等?[级次档]|$)"
)
"""A grade directly behind the points: `92.5分（优）`."""


def _bare_total(
    context: Context, pieces: Sequence[Piece], years: Years, known: str, at: At
) -> None:
    """The points of the whole in a few words, where nothing says more of them."""
    total: At = (*at, "result", "total")
    for piece in pieces:
        plain = half_width(piece.text)
        for match in _BARE_TOTAL.finditer(plain):
            before = said_before(plain, match.start())
            if _OF_ROW.search(before) or context.gathering.has(*total):
                continue
            if is_whole(plain, match.start(), years, known):
                context.put(total, piece, None, match.span("total"))


def tells_total(text: str) -> bool:
    """Whether a text tells the points of a whole."""
    return _TOTAL.search(half_width(text)) is not None


def totals(text: str) -> int:
    """How many times a text tells the points of a whole."""
    return sum(1 for _ in _TOTAL.finditer(half_width(text)))


def _rows(context: Context, piece: Piece, at: At) -> None:
    plain, place = half_width(piece.text), 0
    for scored in _SCORED.finditer(plain):
        n = context.gathering.length(*at, "indicators")
        name = scored.span("name") if _is_row(context, scored) else _run_in(plain)
        if name is not None:
            _put(context, piece, (*at, "indicators", n), scored, name)
        place = scored.end()
    row: At = ()
    child, is_part = 0, False
    while top := _TOP.search(plain, place):
        if not _is_row(context, top):
            place = top.end("name")
            continue
        among = _AMONG.match(top["name"])
        start = top.start("name") + (among.end() if among else 0)
        opens = (
            among is not None or _AMONG_ABOVE.search(plain, max(0, start - 6), start) is not None
        )
        is_part = bool(row) and (opens or (is_part and "。" not in plain[place:start]))
        if is_part:
            _put(context, piece, (*row, "children", child), top, (start, top.end("name")))
            place, child = top.end(), child + 1
            continue
        row, child = (*at, "indicators", context.gathering.length(*at, "indicators")), 0
        _put(context, piece, row, top, (start, top.end("name")))
        place = top.end()
        while (below := _ROW.match(plain, place)) and not _TOP.match(plain, below.start("name")):
            _put(context, piece, (*row, "children", child), below, below.span("name"))
            place, child = below.end(), child + 1


_AMONG = re.compile(r"其中\s?")
_AMONG_ABOVE = re.compile(r"其中\s?[：:，,]\s?\Z")
"""What says that the rows behind are parts of the one before."""


def _is_row(context: Context, match: re.Match[str]) -> bool:
    """Whether what points are told of is a row, and no name of a column."""
    name = match["name"].strip('（）()“”"')
    labels = context.labels
    field = labels.field(Part.INDICATORS, name)
    is_column = field is not None and not field.startswith("level.")
    is_total = labels.field(Part.TOTAL, name) is not None
    return not (is_column or is_total or _NO_ROW.fullmatch(name) or _OF_MANY.search(name))


_OF_MANY = re.compile("平均|最[高低]|上年|去年|往年|同期|同类|类似|其[他它]|[某邻]")
"""What tells points of several, of another time, or of another project."""


_NO_ROW = re.compile(
    r"(?:本|此|该|各)(?:项|类|条)?(?:指标)?|(?:其中|满分|总分|分值|权重|标准分|设定|共|共计|合计|指标|得分|扣分|自评|实得|应得|为|是|计|值){1,4}"
    "|(?:项目|政策|资金|单位|部门)?(?:综合|总体|最终|本次|经)?(?:评价|评估)?"
)
"""Words before points that name no row."""
_SCORED = re.compile(
    rf"(?:\A|(?<=[。；;，,、：:]))\s?(?:其中\s?[：:]?\s?)?(?P<name>{_NAME})(?:得分?|评分)?\s?(?P<score>{_NUMBER})\s?分"
    rf"[（(](?:满分|总分|分值|权重|标准分)[为：:]?\s?(?P<weight>{_NUMBER})\s?分?[）)]"
)
"""`决策14分（满分15分）、过程22.1分（满分25分）`."""


def _run_in(plain: str) -> tuple[int, int] | None:
    """The name of a row that begins its line: `（一）立项必要性：得分18分（满分20分）`."""
    named = _RUN_IN.match(plain)
    is_alone = len(_SCORED.findall(plain)) == 1
    return named.span("name") if named is not None and is_alone else None


_RUN_IN = re.compile(
    r"\s{0,8}[（(]?(?:[一二三四五六七八九十]{1,2}|\d{1,2})[）)、.．]\s?(?P<name>[\u4e00-\u9fff]{2,20})[：:。]"
)


def _put(
    context: Context, piece: Piece, row: At, match: re.Match[str], name: tuple[int, int]
) -> None:
    found = match.groupdict()
    context.put((*row, "name"), piece, None, name)
    if found.get("weight"):
        context.put((*row, "weight"), piece, None, match.span("weight"))
    score = "score" if found.get("score") else "only"
    context.put((*row, "score"), piece, None, match.span(score))


def _result(context: Context, piece: Piece, years: Years, known: str, at: At) -> None:
    plain = half_width(piece.text)
    result: At = (*at, "result")
    of_rows = [match.span() for match in _TOP.finditer(plain)]

    def is_told(place: int) -> bool:
        is_of_row = any(start <= place < end for start, end in of_rows)
        is_other = is_of_row or _OF_EVALUATOR.search(said_before(plain, place))
        return not is_other and is_whole(plain, place, years, known)

    for field, span in _points(plain, is_told):
        context.put((*result, field), piece, None, span)
    for span in _grades(plain, is_told):
        context.put((*result, "grade"), piece, None, span)
    verdicts = {word for kind in context.declared.kinds for word in kind.verdicts}
    for span in _verdicts(plain, is_told, verdicts):
        if not context.gathering.has(*result, "grade"):
            context.put((*result, "grade"), piece, None, span)


_OF_EVALUATOR = re.compile(
    "(?:评价|工作|报告|服务|执业|自评)质量|(?:机构|事务所|公司)(?:的)?[^，,。；;]{0,8}(?:考核|评级|评分)"
    "|同类|类似|邻[近省市县区乡镇]|外[省市县]|兄弟"
)
"""What is said of who evaluated, or of another place, and not of the project."""


def _points(plain: str, is_told: Callable[[int], bool]) -> Iterator[tuple[str, tuple[int, int]]]:
    """The totals of the whole, each with the field it fills."""
    total = vocabulary(Result).terms["total"]
    for match in _TOTAL.finditer(plain):
        if _is_rule(plain, match):
            continue
        if is_told(match.start()) and spelt(match["total"], total):
            before = plain[max(0, match.start() - _NEAR) : match.start()]
            is_review = match["review"] or _REVIEWED.search(before)
            yield "review_total" if is_review else "total", match.span("total")
    for match in _REVIEW_TOTAL.finditer(plain):
        if is_told(match.start()):
            yield "review_total", match.span("total")


def _is_rule(plain: str, match: re.Match[str]) -> bool:
    """Whether a sentence says what points there may be at most, and not what was given."""
    is_bare = match["total"] == _MOST and _OWN.search(match[0]) is None
    return is_bare and _RULE.search(said_before(plain, match.start())) is not None


_MOST = "100"
_OWN = re.compile("自|评|核|抽查")
_RULE = re.compile("最[高多大]|上限|[一二三各]档|不[能得可应]超过|满分")
"""Words of those who explain how points are given."""


def _grades(plain: str, is_told: Callable[[int], bool]) -> Iterator[tuple[int, int]]:
    """The grades of the whole; where somebody looked again, what he says."""
    found = [
        *((m.start(), m.span("grade" if m["grade"] else "quoted")) for m in _GRADE.finditer(plain)),
        *(
            (match.start(), match.span("grade"))
            for match in _GRADE_BEHIND.finditer(plain)
            if not _OF_ROW.search(said_before(plain, match.start()))
        ),
    ]
    reviewed = [one for one in found if _OF_REVIEW.search(said_before(plain, one[0]))]
    yield from (span for start, span in reviewed or found if is_told(start))


def _verdicts(
    plain: str, is_told: Callable[[int], bool], verdicts: Iterable[str]
) -> Iterator[tuple[int, int]]:
    """Words for or against a project: quoted in any words, else one of those that kinds have."""
    for match in _QUOTED.finditer(plain):
        if is_told(match.start()):
            yield match.span("word")
    for match in _CONCLUDED.finditer(plain):
        word = max((v for v in verdicts if match["word"].startswith(v)), key=len, default="")
        if word and is_told(match.start()):
            start = match.start("word")
            yield start, start + len(word)


_NEAR = 12
