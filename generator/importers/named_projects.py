"""The project that a report is of: the one it takes for an example, else the one of its title."""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.importers.context import Context
from generator.importers.heads import Pair, pairs_in
from generator.importers.ledger import Confidence, Gathering, Span
from generator.importers.named_bodies import is_known
from generator.importers.outline import Piece
from generator.importers.placing import place
from generator.values.text import half_width

_EXAMPLE = re.compile(r"以(?P<name>[^，。；以]{4,40}?)(?:项目)?为例")
_IN_TITLE = re.compile(
    r"(?:20[0-9]{2}\s?年(?:度)?(?:[0-9]{1,2}\s?[-—–~至]\s?[0-9]{1,2}月份?)?|^|关于)(?P<name>(?:[^年]|(?<=[青少老成周历])年){4,60}?)(?:项目)?(?:支出)?(?:成本)?(?:的?(?:管理)?[和与及]?(?:使用|实施|执行|落实|安排|开展)(?:管理)?情况)?的?"
    r"(?:部门|财政|重点|事前|单位|第三方|绩效|预算|自评){0,3}"
    r"(?:自评|自查|评价|自我评价|评估|跟踪评价|复核|运行监控|监控)(?:发现的?)?(?:问题|结果|评分)?(?:整改)?(?:落实)?(?:的)?(?:抽查)?(?:复核|评审|复评)?(?:工作)?(?:报告|情况|结果|意见(?!的?整改))"
)
_BEFORE_YEAR = re.compile(
    r"\A(?P<name>(?:[^年]|(?<=[青少老成周历])年){4,60}?)(?:项目)?(?:20[0-9]{2}\s?年?\s?[-—–~至]{1,2}\s?)?20[0-9]{2}\s?年度?(?:运营期|建设期|运营|项目|支出|资金|整体|事前|绩效|成本|部门|财政|重点){0,3}(?:自评|评价|评估)"
)
"""A project that stands before the year, behind which nothing else is named."""
_OF_TABLE = re.compile(
    r"\A(?:[^年]{0,12}20[0-9]{2}\s?年度?)?(?P<name>(?:(?!项目|[省市县区镇乡本]级|[年部门表])[^，。；：]){6,40})(?=项目(?:财政|部门|重点)?绩效评价(?:评分|得分|打分)?表)"
)
"""A project by whose name the table of its evaluation is called."""
_QUOTED = re.compile(r"[“\"「《](?P<name>[^”\"」》]{3,40})[”\"」》]")
_BODY = re.compile("(?:局|委|厅|中心|站|馆|院|校|所|办公室|办|会|公司|政府|部门|单位)$")
"""A title that goes on with a body only names no project."""
_PLACE = re.compile(
    "[\u4e00-\u9fff]{1,7}(?:[省市州盟县旗镇乡]|(?<![园社街片库景矿林牧灌校厂湖港湾])区|街道)"
    "(?:[省市州盟县区旗镇乡本]级)?"
)
"""A region alone, which a title has before the year, is what everything there is of."""
_NO_NAME = re.compile(
    "项目|支出|事前|事中|事后|绩效|预算|目标|年度|部门|财政|重点|自评|评价|成本|整体|情况|的"
)
"""Words that say how a document evaluates, and nothing of what."""
_WHOLE_BODY = re.compile("部门整体|单位整体|整体支出")
_OWNER = re.compile(
    r"^[\u4e00-\u9fff]{2,12}?[省市州盟县区旗镇乡][\u4e00-\u9fff]{0,10}?(?:局|厅|委员会|委|办公室|人民政府|街道办事处)(?:关于)?(?=[\u4e00-\u9fff]{4})"
)
"""The office that a title begins with, where no year stands between it and its project."""
_WITH_WORD = 3
"""Signs of a name that has 项目 behind it and is short."""
_OF_SEVERAL = re.compile(
    "财政重点|部门(?:项目|重点)|重点项目|部分|各|有关|相关|一批|所有|全部|所属|部门整体|单位整体|整体支出|项目支出$|专项资金$|市级|省级|县级|区级|预算项目|[0-9一二三四五六七八九十]{1,3}个|部门$|单位$|重点$|绩效|关于$|发现"
)
"""What a title says of projects that it does not name."""


def project(context: Context, title: Sequence[Piece], front: Iterable[Piece]) -> None:
    """The project of a report: the one it takes for an example, else the one of its title."""
    gathering = context.gathering
    if gathering.has("project", "name") or gathering.has("items"):
        return
    for piece in front:
        if match := _EXAMPLE.search(piece.text):
            context.put(("project", "name"), piece, None, match.span("name"))
            return
    spans = [gathering.ledger.span(piece) for piece in title]
    whole = "".join(piece.text for piece in title)
    plain = half_width(whole)
    match = _BEFORE_YEAR.match(plain) or _IN_TITLE.search(plain) or _OF_TABLE.match(plain)
    if match is None:
        return
    name = whole[match.start("name") : match.end("name")]
    if (quoted := _QUOTED.search(name)) is not None:
        name = quoted["name"]
    else:
        name = name[len(_owner(gathering, name)) :].removeprefix("关于")
    if len(name) > _WITH_WORD:
        name = name.removesuffix("项目")
    if _WHOLE_BODY.search(name):
        return
    is_body = (_BODY.search(name) or _PLACE.fullmatch(name)) and not whole[
        match.end("name") :
    ].startswith("项目")
    if not _OF_SEVERAL.match(name) and not is_body and _NO_NAME.sub("", name):
        for span in _holding(gathering, spans, name):
            context.put_spans(("project", "name"), name, (span,), confidence=Confidence.INFERRED)


def take_lines(context: Context, paragraphs: Iterable[Piece]) -> None:
    """Place what lines of a text tell of the project: `项目单位：某院`, each told once and alone.

    Where several lines have one name, they tell of several projects.
    """
    found: dict[str, list[Pair]] = {}
    for piece in paragraphs:
        pairs = tuple(pairs_in(context, piece)) if len(piece.text) <= _LONGEST_LINE else ()
        if len(pairs) == 1 and pairs[0].name.start == 0 and pairs[0].field in _OF_PROJECT:
            found.setdefault(pairs[0].field, []).append(pairs[0])
    for field, told in found.items():
        if len(told) == 1 and not is_known(context, field):
            context.label(told[0].name.piece, *told[0].name.part)
            place(context, field, told[0].value)


_LONGEST_LINE = 60
_OF_PROJECT = frozenset(("project.name", "project.code", "project.unit", "bodies.主管部门"))


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
