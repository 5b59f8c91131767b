"""What frames say of their place, of their grades and of one another."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.binding.filling import Form
from generator.diagnostics import Diagnostic
from generator.model.frames import Frame
from generator.values.names import folded
from generator.values.text import shown


def faults(frames: Mapping[Path, Form[Frame]]) -> Iterator[Diagnostic]:
    """A frame carries its file's name and one of its own; its grades stand from high to low."""
    for file, form in frames.items():
        yield from _place(file, form)
        yield from _bands(form)
        yield from _veto(form)
    yield from _namesakes(frames)


def _place(file: Path, form: Form[Frame]) -> Iterator[Diagnostic]:
    if form.value is not None and form.value.id != file.stem:
        message = f"「{form.label(('id',))}」写的是「{form.value.id}」，而文件名是「{file.stem}」"
        yield form.fault("path-mismatch", ("id",), message, "请改为一致", found=form.value.id)


def _bands(form: Form[Frame]) -> Iterator[Diagnostic]:
    bands = form.value.bands if form.value else ()
    starts = [band.start for band in bands if band.start is not None]
    if starts != sorted(set(starts), reverse=True):
        path = ("bands",)
        yield form.fault("bands-out-of-order", path, "等级的起点没有由高到低排列", "请调整顺序")


def _veto(form: Form[Frame]) -> Iterator[Diagnostic]:
    """What a veto sets is one of the frame's grades, or it would set none."""
    frame = form.value
    if frame is None or frame.veto is None or frame.band_named(frame.veto.grade):
        return
    names = "、".join(band.name for band in frame.bands) or "没有"
    grade = shown(frame.veto.grade)
    yield form.fault(
        "unknown-choice", ("veto", "grade"), f"否决的等级「{grade}」不在这一指标体系的等级之内",
        f"可选：{names}", found=grade,
    )  # fmt: skip


def _namesakes(frames: Mapping[Path, Form[Frame]]) -> Iterator[Diagnostic]:
    """A local frame must not take the place of another under its name or id."""
    first: dict[str, Form[Frame]] = {}
    for form in frames.values():
        if form.value is None:
            continue
        for name in ("id", "name"):
            value = getattr(form.value, name)
            other = first.setdefault(folded(value), form)
            if other is not form:
                message = f"指标体系「{value}」与 {other.document.path} 重名"
                yield form.fault("duplicate-id", (name,), message, "请改用另一个名称", found=value)
