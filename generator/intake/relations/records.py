"""What a record says of its own place and refers to must exist and agree."""

from collections.abc import Iterator, Mapping, Sequence

from generator.binding.filling import Form
from generator.diagnostics import Diagnostic
from generator.intake.record_paths import RecordPath
from generator.model.evaluation import Evaluation
from generator.model.frames import Frame
from generator.source import At
from generator.values.lookalikes import as_typed, told
from generator.values.names import folded
from generator.values.text import nearest, shown


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
    form: Form[Evaluation], evaluation: Evaluation, frames: Mapping[str, Frame]
) -> Iterator[Diagnostic]:
    """What the record refers to exists."""
    if folded(evaluation.frame) not in frames:
        names = list(dict.fromkeys(frame.name for frame in frames.values()))
        guess = nearest(as_typed(evaluation.frame), names)
        asked = f"是否应为「{guess}」？" if guess else ""
        message = f"没有名为「{shown(evaluation.frame)}」的指标体系{told(evaluation.frame)}"
        yield form.fault(
            "unknown-frame", ("frame",), message, f"{asked}可用的指标体系：{'、'.join(names)}",
            found=shown(evaluation.frame), expected=guess or "",
        )  # fmt: skip
    yield from _findings(form, evaluation)


def doubted(at: At) -> At:
    """What cannot be judged where a value is wrong: any finding may be meant by a wrong id."""
    refers = at[:1] == ("recommendations",) and "findings" in at
    return ("findings",) if refers else at


def _findings(form: Form[Evaluation], evaluation: Evaluation) -> Iterator[Diagnostic]:
    yield from _twins(form, "findings", "问题", [f.id for f in evaluation.findings])
    yield from _twins(form, "recommendations", "建议", [r.id for r in evaluation.recommendations])
    known = dict.fromkeys(finding.id for finding in evaluation.findings)
    for n, recommendation in enumerate(evaluation.recommendations):
        for m, name in enumerate(recommendation.findings):
            if name not in known:
                at: At = ("recommendations", n, "findings", m)
                message = f"建议引用的问题「{shown(name)}」不存在{told(name)}"
                yield form.fault(
                    "unknown-finding",
                    at,
                    message,
                    f"已有的问题编号：{'、'.join(known) or '无'}",
                    found=shown(name),
                )


def _twins(
    form: Form[Evaluation], block: str, name: str, ids: Sequence[str | None]
) -> Iterator[Diagnostic]:
    """Ids that another of the same block has."""
    first: dict[str, int] = {}
    for n, own in enumerate(ids):
        if own is None:
            continue
        if own in first:
            line = form.location((block, first[own], "id")).line
            message = f"{name}编号「{own}」与第 {line} 行重复"
            at: At = (block, n, "id")
            yield form.fault("duplicate-id", at, message, "请改用另一个编号", found=own)
        first.setdefault(own, n)
