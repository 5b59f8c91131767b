"""What criteria say of one another and of the fields they look at: each must be able to speak."""

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.binding.filling import Form
from generator.diagnostics import Diagnostic
from generator.model.criteria import Criteria, Criterion, Gravity, Way, cell_named, cells
from generator.source import At
from generator.values.lookalikes import as_typed, told
from generator.values.text import nearest, shown


def faults(form: Form[Criteria], every: Sequence[Criterion]) -> Iterator[Diagnostic]:
    """What is wrong with a file; `every` holds its criteria and those of the sets it names."""
    borne = {field: Counter(getattr(one, field) for one in every) for field in ("id", "title")}
    for n, criterion in enumerate(form.value.criteria if form.value else ()):
        at = ("criteria", n)
        for field, counted in borne.items():
            typed = getattr(criterion, field)
            if counted[typed] > 1:
                yield form.fault(
                    "duplicate-id", (*at, field),
                    f"有 {counted[typed]} 条要点的「{form.label((*at, field))}」都是「{typed}」",
                    "请改用不同的", found=typed,
                )  # fmt: skip
        unknown = tuple(_unknown_fields(form, criterion, at))
        yield from unknown or _contradictions(form, criterion, at)


def is_usable(criterion: Criterion) -> bool:
    """Whether it can speak as it stands."""
    return not any(_unknown(criterion)) and not any(_said(criterion))


def _unknown(criterion: Criterion) -> Iterator[tuple[At, str]]:
    """The fields it names that there are not, by their places."""
    places: dict[At, str | None] = {
        ("field",): criterion.field, ("condition", "same_as"): criterion.condition.same_as,
    }  # fmt: skip
    for place, typed in places.items():
        if typed is not None and cell_named(typed) is None:
            yield place, typed


def _unknown_fields(form: Form[Criteria], criterion: Criterion, at: At) -> Iterator[Diagnostic]:
    for place, typed in _unknown(criterion):
        guess = nearest(as_typed(typed), cells(form.language)) or ""
        asked = f"是否应为「{guess}」？" if guess else ""
        yield form.fault(
            "unusable-criterion", (*at, *place),
            f"没有名为「{shown(typed)}」的文字栏目{told(typed)}",
            f"{asked}请填写数据字典中的文字栏目，如 指标值、绩效目标.预期目标",
            found=typed, expected=guess,
        )  # fmt: skip


def _contradictions(form: Form[Criteria], criterion: Criterion, at: At) -> Iterator[Diagnostic]:
    for place, message, remedy in _said(criterion):
        yield form.fault("unusable-criterion", (*at, *place), message, remedy)


def _said(criterion: Criterion) -> Iterator[tuple[At, str, str]]:
    """Everything that would do nothing, or could never be."""
    condition, cell = criterion.condition, criterion.cell
    other = cell_named(condition.same_as) if condition.same_as else None
    by_hand = criterion.way is Way.BY_HAND
    is_soft = criterion.gravity is Gravity.HINT
    rows_only = condition.repeated or bool(criterion.groups)
    if not by_hand and not (condition.asks_text or condition.asks_table):
        yield ("condition",), "方式是自动，而没有写条件", "请补充「条件」，或把方式改为 人工"
    if condition.asks_text and cell is None:
        yield ("condition",), "条件说的是文字，而没有写字段", "请补充「字段」"
    if not by_hand and cell is not None and condition.asks_table and not condition.asks_text:
        yield ("field",), "条件没有用到字段", "请删去「字段」，或补充对它的条件"
    if condition.blank and condition.asks_filled:
        yield ("condition", "blank"), "空着的文字不会符合别的条件", "请分成两条"
    if rows_only and cell is not None and not cell.of_rows:
        yield ("field",), "字段不在指标表里，而其他设置说的是指标", "请改为指标表的一栏"
    if cell is not None and other is not None and cell.of_rows is not other.of_rows:
        yield ("condition", "same_as"), "两个字段不在同一处，不能比较", "请改为同一处的字段"
    if by_hand and not is_soft:
        yield ("gravity",), "人工判断的要点总是提示", "请删去「级别」"
    if criterion.public and (by_hand or is_soft):
        yield ("public",), "提示从不公开", "请把级别改为 警告 或 错误，或删去「公开」"
