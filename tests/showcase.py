"""The showcase as tests use it: copied, changed, built."""

import shutil
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

ROOT = Path(__file__).parent.parent
SEED = "2021/yuanjiang-shiwei-bangongshi/office-work-conference"
SEED_RECORD = f"content/records/{SEED}.yml"


EXAMPLES = ("2022/shili-xiaofang/fire-station", "2024/shili-minzheng/elderly-meals")
"""The records of the fictional city that hand-written pages link to."""


def copy_to(folder: Path) -> Path:
    """The whole showcase project in a folder of its own."""
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def small_to(folder: Path) -> Path:
    """The showcase with three records only, for tests that build it often."""
    copy_to(folder)
    records = folder / "content" / "records"
    for file in sorted(records.rglob("*.*")):
        kept = file.relative_to(records).as_posix().startswith((SEED, *EXAMPLES))
        if file.is_file() and not kept:
            file.unlink()
    return folder


def build(project: Path, *, strict: bool = True, **settings: str) -> Path:
    """Build a project as `mkdocs build` does; returns its site."""
    config = load_config(str(project / "mkdocs.yml"), strict=strict, **settings)
    config.plugins.on_startup(command="build", dirty=False)
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
