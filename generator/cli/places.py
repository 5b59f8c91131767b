"""Where a command may write: never into a site's content or its pages, never over other files."""

import os
from pathlib import Path
from typing import Any

import click

from generator.cli.project import content_name
from generator.intake.record_paths import RECORDS
from generator.source.settings import scalar

_SETTINGS = "mkdocs.yml"
_PAGES = "site"
"""Where MkDocs writes when its settings name no folder."""


class Written(click.Path):
    """A path that is written to; what a mistaken one would cost is refused."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path; fails with a Chinese sentence where nothing may be written."""
        if not str(value):
            self.fail("没有写明路径", param, ctx)
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        is_refused_anyway = path.is_dir() and any(path.iterdir())
        if _is_content(path) and not is_refused_anyway:
            self.fail(f"「{path}」在内容文件夹里；请写到别处", param, ctx)
        if _is_published(path):
            self.fail(f"「{path}」在网站的输出文件夹里，会随网站公开；请写到别处", param, ctx)
        if path.is_file() and path.suffix != ".json":
            told = f"「{path}」已经存在，不会覆盖；请换一个以 .json 结尾的名称"
            self.fail(told, param, ctx)
        return path


JSON_FILE: click.ParamType[Any] = Written(dir_okay=False, path_type=Path)
"""A file of JSON, written anew."""
FOLDER: click.ParamType[Any] = Written(file_okay=False, path_type=Path)
"""A folder to be filled."""


def _is_published(path: Path) -> bool:
    """Whether it is the folder that a build of a site replaces, or something within."""
    place = path.resolve()
    for root in place.parents:
        try:
            settings = (root / _SETTINGS).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            continue
        if (root / (scalar(settings, "site_dir") or _PAGES)).resolve() in (place, *place.parents):
            return True
    return False


def _is_content(path: Path) -> bool:
    """Whether it is the content folder of a site, or something within."""
    place = path.resolve()
    for root in place.parents:
        folder = root / content_name(root)
        is_site = (root / _SETTINGS).is_file() or (folder / RECORDS).is_dir()
        if is_site and folder in (place, *place.parents):
            return True
    return False
