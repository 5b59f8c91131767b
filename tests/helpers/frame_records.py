"""A small content folder with one record for each frame that a test names."""

from collections.abc import Mapping
from pathlib import Path

import yaml

from generator.model.frames import Frame, FrameIndicator

PUBLISHER = {"格式": "1", "名称": "示例", "主办单位": "示例市财政局"}
REGISTER = {
    "格式": "1",
    "地区": [{"编号": "shili", "名称": "示例市"}],
    "部门": [
        {"编号": "ju", "名称": "示例市某局", "地区": "shili", "类型": "政府部门", "顺序": "10"}
    ],
}


def folder(root: Path, frames: Mapping[str, Frame], year: int = 2022) -> Path:
    """Records by their ids, each in the frame beside it."""
    content = root / "content"
    (content / "records").mkdir(parents=True, exist_ok=True)
    write(content / "publisher.yml", PUBLISHER)
    write(content / "departments.yml", REGISTER)
    for name, frame in frames.items():
        write(content / "records" / str(year) / "ju" / f"{name}.yml", record(name, frame))
    return content


def record(name: str, frame: Frame) -> dict[str, object]:
    """Full marks in all that the frame gives points for, and a target met in each leaf."""
    return {
        "格式": "1",
        "状态": "已发布",
        "标题": f"项目 {name} 绩效评价",
        "项目": {"名称": f"项目 {name}"},
        "评价类型": "部门评价",
        "评价对象": "项目支出",
        "指标体系": frame.name,
        "指标": [
            _row(i, weight) for i, weight in zip(frame.indicators, _weights(frame), strict=True)
        ],
    }


def write(file: Path, data: object) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _weights(frame: Frame) -> list[str | None]:
    """The frame's level-1 weights; what it leaves open goes to the first indicator."""
    if frame.total is None:
        return [None] * len(frame.indicators)
    fixed = [i.weight or 0 for i in frame.indicators]
    return [str(w + (frame.total - sum(fixed) if n == 0 else 0)) for n, w in enumerate(fixed)]


def _row(indicator: FrameIndicator, weight: str | None) -> dict[str, object]:
    row: dict[str, object] = {"名称": indicator.name}
    if weight is not None:
        row |= {"分值": weight, "得分": weight}
    if indicator.children:
        return row | {"下级": [_row(child, None) for child in indicator.children]}
    return row | {"符号": "≥", "指标值": "95", "计量单位": "%", "完成值": "96"}
