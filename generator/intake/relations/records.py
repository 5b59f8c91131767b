"""What a record says of its own place and refers to must exist and agree."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from generator.binding.filling import Form
from generator.diagnostics import Diagnostic, Severity
from generator.intake.record_paths import RecordPath
from generator.intake.relations import items, named_findings, untouched
from generator.model.evaluation import Evaluation
from generator.model.frames import Frame
from generator.model.items import Item
from generator.model.kinds import Block, EvaluationKind
from generator.schema.lexicon import Lexicon
from generator.source import At
from generator.values.lookalikes import as_typed, told
from generator.values.names import folded
from generator.values.text import nearest, shown


class Declared(Protocol):
    """What other files declare for records."""

    @property
    def frames(self) -> Sequence[Frame]: ...
    @property
    def frame_named(self) -> Mapping[str, Frame]:
        """By id and name, folded."""

    @property
    def kind_named(self) -> Mapping[str, EvaluationKind]: ...
    @property
    def lexicon(self) -> Lexicon: ...


def misplaced(
    path: RecordPath, form: Form[Evaluation], evaluation: Evaluation
) -> Iterator[Diagnostic]:
    """What the record says of its own place agrees with its path."""
    said = {
        "year": (evaluation.year, int(path.year)),
        "department": (evaluation.department, path.department),
        "id": (evaluation.id, path.id),
    }
    for name, (stated, actual) in said.items():
        if stated is not None and stated != actual:
            message = f"「{form.label((name,))}」写的是「{stated}」，而文件所在位置是「{actual}」"
            yield form.fault(
                "path-mismatch", (name,), message, "请改正其一，或删去这一行",
                found=str(stated), expected=str(actual),
            )  # fmt: skip


def faults(
    form: Form[Evaluation], evaluation: Evaluation, declared: Declared
) -> Iterator[Diagnostic]:
    """What the record refers to exists, and each of its items says what it has to."""
    yield from _of_item(form, evaluation, (), declared)
    yield from _namesakes(form, "分项", tuple(_ids_below(evaluation)))
    severity = Severity.HINT if evaluation.format == 1 else Severity.ERROR
    yield from _quoted(form, evaluation, (), severity)
    yield from items.faults(form, evaluation, declared.lexicon)
    yield from untouched.faults(form, evaluation)
    if evaluation.format == 1:
        yield from _missing(form, (), {"scope": evaluation.scope, "frame": evaluation.frame})


def unseen(item: Item, declared: Declared, at: At = ()) -> Iterator[At]:
    """Paths of frames that may stand in a file that cannot be read; nothing is said of them."""
    if item.frame is not None and _is_unseen(item.frame, declared):
        yield (*at, "frame")
    for n, inner in enumerate(item.items):
        yield from unseen(inner, declared, (*at, "items", n))


def _is_unseen(frame: str, declared: Declared) -> bool:
    return folded(frame) not in declared.frame_named and declared.lexicon.may_hold("frames", frame)


def _of_item(
    form: Form[Evaluation], item: Item, at: At, declared: Declared
) -> Iterator[Diagnostic]:
    is_known = item.frame is None or folded(item.frame) in declared.frame_named
    if item.frame is not None and not is_known and not _is_unseen(item.frame, declared):
        names = [frame.name for frame in declared.frames]
        guess = nearest(as_typed(item.frame), names)
        asked = f"是否应为「{guess}」？" if guess else ""
        message = f"没有名为「{shown(item.frame)}」的指标体系{told(item.frame)}"
        yield form.fault(
            "unknown-frame", (*at, "frame"), message, f"{asked}可用的指标体系：{'、'.join(names)}",
            found=shown(item.frame), expected=guess or "",
        )  # fmt: skip
    # A list names the projects in its items; what is about a whole department has none.
    if not item.items and not (item.scope and item.scope.is_whole_department):
        yield from _missing(form, at, {"project": item.project})
    kind = declared.kind_named.get(item.evaluation_type or "")
    if kind is not None:
        yield from _blocks(form, item, at, kind)
    if item.period is not None and item.period.is_reversed:
        yield form.fault(
            "period-reversed", (*at, "period"),
            f"期间的起始日期 {item.period.start} 晚于截止日期 {item.period.end}", "请核对两个日期",
            found=str(item.period.start), expected=str(item.period.end),
        )  # fmt: skip
    yield from _findings(form, item, at)
    yield from _rectified(form, item, at, elsewhere=bool(at) or "related" in item.model_fields_set)
    for n, inner in enumerate(item.items):
        within = (*at, "items", n)
        yield from _missing(form, within, {"id": inner.id})
        yield from _of_item(form, inner, within, declared)


def _missing(form: Form[Evaluation], at: At, fields: Mapping[str, object]) -> Iterator[Diagnostic]:
    """What one item has to say and another has not."""
    for name, value in fields.items():
        if value is None:
            label = form.label((*at, name))
            inside = f"「{form.label(at)}」中" if at else ""
            yield form.fault(
                "missing-field", (*at, name), f"{inside}没有填写「{label}」", f"请补充「{label}」"
            )


def _blocks(
    form: Form[Evaluation], item: Item, at: At, kind: EvaluationKind
) -> Iterator[Diagnostic]:
    """The parts that a kind asks for; those of the whole document are asked for there only."""
    for block in kind.required:
        if at and block in _OF_DOCUMENT:
            continue
        if block is Block.RECTIFICATION and any(one.rectification for one in item.items):
            continue
        in_items = item.items and block not in _OF_DOCUMENT
        if not in_items and block.value not in item.model_fields_set:
            yield form.fault(
                "missing-block", (*at, block.value),
                f"评价类型是「{kind.name}」，而没有填写「{block.label}」",
                f"请补充「{block.label}」；原文没有这一部分的，请在来源中注明不全",
                severity=Severity.WARNING,
            )  # fmt: skip


_OF_DOCUMENT = frozenset({Block.RELATED, Block.ITEMS, Block.RECTIFICATION})


def doubted(at: At) -> At:
    """What cannot be judged where a value is wrong: any finding may be meant by a wrong id."""
    refers = "recommendations" in at and at[-2:-1] == ("findings",)
    return (*at[: at.index("recommendations")], "findings") if refers else at


def _findings(form: Form[Evaluation], item: Item, at: At) -> Iterator[Diagnostic]:
    yield from _twins(form, (*at, "findings"), "问题", [f.id for f in item.findings])
    yield from _twins(form, (*at, "recommendations"), "建议", [r.id for r in item.recommendations])
    known = dict.fromkeys(finding.id for finding in item.findings)
    for n, recommendation in enumerate(item.recommendations):
        here: At = (*at, "recommendations", n, "findings")
        named = recommendation.findings
        yield from named_findings.unknown(form, here, named, known, "建议引用的问题")


def _quoted(form: Form[Evaluation], item: Item, at: At, severity: Severity) -> Iterator[Diagnostic]:
    """Sums of money outside the fund table need its unit, or one of their own."""
    for path, amount in item.quoted:
        if item.amount(amount) is None:
            yield form.fault(
                "unit-missing", (*at, *path),
                f"「{form.label((*at, *path))}」填写的「{amount}」没有单位，也没有资金表可以依据",
                f"请写明单位，如 {amount}万元", found=str(amount), severity=severity,
            )  # fmt: skip
    for n, inner in enumerate(item.items):
        yield from _quoted(form, inner, (*at, "items", n), severity)


def _rectified(
    form: Form[Evaluation], item: Item, at: At, *, elsewhere: bool
) -> Iterator[Diagnostic]:
    """Entries of rectification name problems of this record, or of one that it answers."""
    known = dict.fromkeys(finding.id for finding in item.findings)
    for n, entry in enumerate(item.rectification if known and not elsewhere else ()):
        here: At = (*at, "rectification", n, "findings")
        yield from named_findings.unknown(
            form, here, entry.findings, known, "整改对应的问题",
            "；是另一份评价的问题时，请填写「关联」",
        )  # fmt: skip


def _twins(
    form: Form[Evaluation], block: At, name: str, ids: Sequence[str | None]
) -> Iterator[Diagnostic]:
    """Ids that another of the same block has."""
    yield from _namesakes(form, name, [((*block, n, "id"), own) for n, own in enumerate(ids)])


def _ids_below(item: Item, at: At = ()) -> Iterator[tuple[At, str | None]]:
    """Those of all items below one, however deep: each is an anchor of the same page."""
    for n, inner in enumerate(item.items):
        within = (*at, "items", n)
        yield (*within, "id"), inner.id
        yield from _ids_below(inner, within)


def _namesakes(
    form: Form[Evaluation], name: str, ids: Sequence[tuple[At, str | None]]
) -> Iterator[Diagnostic]:
    """Ids that one before has, each with its path."""
    first: dict[str, At] = {}
    for here, own in ids:
        if own is None:
            continue
        if own in first:
            message = f"{name}编号「{own}」与第 {form.location(first[own]).line} 行重复"
            yield form.fault("duplicate-id", here, message, "请改用另一个编号", found=own)
        first.setdefault(own, here)
