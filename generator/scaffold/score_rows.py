"""The rows of a draft's score table: those of its frame, of an earlier year, or the usual ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.binding.spelling import spell
from generator.model.frames import FrameIndicator
from generator.model.indicators import Indicator
from generator.model.kinds import Timing
from generator.scaffold.blank_form import BlankForm, Values, comment
from generator.scaffold.draft import Draft
from generator.schema.languages import Language
from generator.schema.vocabulary import vocabulary
from generator.source import At, Plain

_PLANNED = ("weight", "operator", "target", "unit")
_TIMED = {
    Timing.BEFORE: (),
    Timing.DURING: ("actual", "forecast", "likelihood", "deviation_reason"),
    Timing.AFTER: ("actual", "deviation_reason"),
    Timing.RECTIFYING: (),
}
_POINTS = frozenset({"weight", "score"})
_ABOUT_POINTS = _POINTS | {"counting", "score_rate", "review_score", "score_note"}
_PLAIN = frozenset({"weight", "unit"})
"""Cells that need no explanation."""
_LASTING = frozenset({"name", "code", "counting", *_PLANNED, "explanation", "scoring_rule"})
"""What of a row is the same every year."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row before the evaluation."""

    values: Values
    explanation: str | None = None
    children: tuple["Row", ...] = ()


_USUAL = tuple(
    Row({"name": name}, None, tuple(Row({"name": below}) for below in inner))
    for name, inner in (
        ("产出指标", ("数量指标", "质量指标", "时效指标", "成本指标")),
        ("效益指标", ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标")),
        ("满意度指标", ("服务对象满意度指标",)),
    )
)
"""Levels 1 and 2 of national practice, where no frame says otherwise."""


def laid_out(form: BlankForm, draft: Draft) -> list[Plain]:
    """The score table, with a guide to its cells once above it."""
    kept = draft.earlier.evaluation.indicators if draft.earlier else ()
    framed = map(_planned, draft.framed.indicators)
    rows = tuple(map(_kept, kept)) or tuple(framed) or _USUAL
    cells = _cells(draft)
    named = f"按指标体系“{draft.frame.name}”列出" if draft.frame and not kept else "已列出"
    if draft.is_unlisted and not kept:
        named = "按通行的三类列出，请照原表改"
    terms = vocabulary(Indicator).terms
    told = {"likelihood": "、".join(draft.type.likelihoods)}
    explained = "、".join(
        f"{terms[name].key(form.language)}（{told.get(name, terms[name].description)}）"
        for name in cells
        if name not in _PLAIN
    )
    unasked = frozenset() if draft.gives_points else _ABOUT_POINTS
    below, name = form.key(Indicator, "children"), form.key(Indicator, "name")
    at: At = ("indicators",)
    form.note(
        at,
        f"指标{named}，可以增加、改名，用不上的删去；再分一级的，在那一行最后的“}}”前面加上"
        f"“, {below}: [{{{name}: …}}, {{{name}: …}}]”。"
        '文字中有英文逗号的，用引号括起来；单位是 % 的，写 "%"。',
        f"填写：{explained}",
        f"还可以填写：{form.keys(Indicator, {'name', 'children', *cells, *unasked})}",
    )
    return _rows(form, at, rows, draft, cells)


def _cells(draft: Draft) -> tuple[str, ...]:
    """The cells of a row that a form of this kind has, in the model's order."""
    timed = _TIMED[draft.type.timing]
    wanted = {*_PLANNED, *timed}
    if draft.gives_scores:
        wanted.add("score")
    if not draft.gives_points:
        wanted -= _POINTS
    if not draft.type.likelihoods:
        wanted -= {"likelihood"}
    return tuple(name for name in vocabulary(Indicator).terms if name in wanted)


def _rows(
    form: BlankForm, at: At, rows: Sequence[Row], draft: Draft, cells: tuple[str, ...]
) -> list[Plain]:
    laid: list[Plain] = []
    for n, row in enumerate(rows):
        here = (*at, n)
        if row.explanation and len(at) == 1:
            form.beside[here if not row.children else (*here, "name")] = (comment(row.explanation),)
        if row.children:
            group: dict[str, Plain] = dict(row.values)
            if draft.gives_points:
                group.setdefault("weight", None)
            below = _rows(form, (*here, "children"), row.children, draft, cells)
            laid.append({**group, "children": below})
        else:
            laid.append(form.row(here, Indicator, cells, row.values))
    return laid


def _planned(indicator: FrameIndicator) -> Row:
    """A row as the frame prints it."""
    return Row(
        {"name": indicator.name} | _number("weight", indicator.weight),
        indicator.explanation,
        tuple(map(_planned, indicator.children)),
    )


def _kept(indicator: Indicator) -> Row:
    """A row of last year without what that year brought: scores, actual values, reasons."""
    spelt = spell(indicator, Language.ENGLISH)
    return Row(
        {name: value for name, value in spelt.items() if name in _LASTING},
        None,
        tuple(map(_kept, indicator.children)),
    )


def _number(name: str, value: Decimal | None) -> dict[str, Plain]:
    return {} if value is None else {name: f"{value:f}"}
