"""The showcase as tests use it: copied, changed, built."""

import shutil
from collections.abc import Mapping, Sequence
from functools import cache, partial
from itertools import filterfalse
from pathlib import Path
from typing import Literal

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from generator import site
from generator.intake import content
from generator.intake.content import Content
from generator.site import Site

ROOT = Path(__file__).parents[2]
"""The checkout of the software."""
TESTS = Path(__file__).parents[1]
PROJECT = TESTS / "showcase"
"""The fictional city and the real report: a whole site, the tests' own."""
GOLDEN = TESTS / "pages" / "golden"
"""A small site of hard cases, its Markdown beside it."""
BROKEN = TESTS / "intake" / "broken"
"""Faults of content as case tables, and the site they are changes of."""
SEED = "2021/yuanjiang-shiwei-bangongshi/office-work-conference"
SEED_RECORD = f"content/records/{SEED}.yml"


EXAMPLES = ("2022/shili-xiaofang/fire-station", "2024/shili-minzheng/elderly-meals")
"""The records of the fictional city that hand-written pages link to."""


@cache
def loaded() -> Content:
    """What is read of the whole showcase."""
    return content.load(PROJECT / "content", PROJECT)


@cache
def published() -> Site:
    """What is made of it; each page is rendered when somebody asks, see `texts`."""
    return site.publish(loaded())


@cache
def texts() -> Mapping[str, str]:
    """The Markdown of every page by its address, rendered once for all that read it."""
    pages = (one for one in published().pages if one.uri.endswith("index.md"))
    return {one.uri.removesuffix("index.md"): str(one.content) for one in pages}


def copy_to(folder: Path, records: Sequence[str] | None = None) -> Path:
    """The showcase project in a folder of its own: all of it, or with some of its records only."""
    ignored = None if records is None else partial(_others, records)
    shutil.copytree(PROJECT / "content", folder / "content", ignore=ignored)
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    return folder


def _others(records: Sequence[str], folder: str, names: Sequence[str]) -> set[str]:
    """What stands in a folder of the showcase and belongs to none of these records."""
    place = Path(folder).relative_to(PROJECT / "content")
    if place.parts[:1] != ("records",):
        return set()
    kept = [("records", *record.split("/")) for record in records]

    def is_kept(name: str) -> bool:
        path = (*place.parts, name.split(".", maxsplit=1)[0])
        return any(way[: len(path)] == path[: len(way)] for way in kept)

    return set(filterfalse(is_kept, names))


def small_to(folder: Path) -> Path:
    """The showcase with three records only, for tests that build it often."""
    return copy_to(folder, (SEED, *EXAMPLES))


def seed_to(folder: Path) -> Path:
    """A project with the real report only: one region, one department, two short pages."""
    copy_to(folder, (SEED,))
    content = folder / "content"
    shutil.rmtree(content / "pages")
    for page, text in (("index.md", "公开评价报告。\n"), ("about/index.md", "# 关于本站\n")):
        (content / "pages" / page).parent.mkdir(exist_ok=True)
        (content / "pages" / page).write_text(text, encoding="utf-8")
    (content / "departments.yml").write_text(_ONE_DEPARTMENT, encoding="utf-8")
    settings = folder / "mkdocs.yml"
    before, nav, _ = settings.read_text(encoding="utf-8").partition("\nnav:\n")
    settings.write_text(f"{before}{nav}  - 关于本站: about/index.md\n", encoding="utf-8")
    return folder


_ONE_DEPARTMENT = """\
格式: 1
地区:
  - 编号: yuanjiang
    名称: 沅江市
部门:
  - 编号: yuanjiang-shiwei-bangongshi
    名称: 中共沅江市委办公室
    简称: [沅江市委办公室, 市委办]
    地区: yuanjiang
    类型: 党委部门
    顺序: 10
"""


def build(
    project: Path,
    *,
    strict: bool = True,
    command: Literal["build", "serve"] = "build",
    **settings: str,
) -> Path:
    """Build a project as `mkdocs build` does, or as a preview is; returns its site."""
    config = load_config(str(project / "mkdocs.yml"), strict=strict, **settings)
    config.plugins.on_startup(command=command, dirty=False)
    try:
        mkdocs_build(config)
    finally:
        config.plugins.on_shutdown()
    return Path(config.site_dir)


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder and its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
