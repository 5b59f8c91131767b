"""A site whose every sum can be worked out by hand: statistics.yml."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from generator.catalog import Catalog
from generator.intake import content
from generator.pages.edition import Edition
from generator.pages.rendering import Renderer
from generator.pages.views import department, department_year, departments, home, sitemap, year
from helpers.frame_records import PUBLISHER, write
from helpers.tables import typed

LISTS = (home, year, department_year, departments, department, sitemap)
_DATA = Path(__file__).with_name("statistics.yml")
_HEAD = {
    "格式": "2", "状态": "已发布", "评价对象": "项目支出", "指标体系": "决策管理绩效-2-13-85",
}  # fmt: skip


@cache
def _data() -> Mapping[str, Mapping[str, Any]]:
    data: dict[str, Any] = typed(_DATA)
    return data


def edition(root: Path, changes: Mapping[str, Any] | None = None) -> Edition:
    """The site with records put in by their paths; a path without one is left out."""
    folder = root / "content"
    write(folder / "publisher.yml", PUBLISHER)
    write(folder / "departments.yml", _data()["departments"])
    records: dict[str, Any] = {**_data()["records"], **(changes or {})}
    for path, record in records.items():
        if record:
            write(
                folder / "records" / f"{path}.yml", _HEAD | {"标题": _title(path, record)} | record
            )
    loaded = content.load(folder, root)
    assert loaded.publisher is not None
    assert [str(fault) for fault in loaded.diagnostics if fault.severity == "error"] == []
    return Edition(loaded.publisher, Catalog(loaded.regions, loaded.departments, loaded.records))


def lists(made: Edition) -> dict[str, str]:
    """The Markdown of all its lists by address."""
    renderer = Renderer()
    views = (view for module in LISTS for view in module.views(made))
    return {view.address: renderer.render(view) for view in views}


def _title(path: str, record: Mapping[str, Any]) -> str:
    name = record.get("项目", {}).get("名称", "专项债券")
    return f"{name}{path[:4]}年度{record['评价类型']}（虚构）"
