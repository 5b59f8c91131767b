"""Files that other tools read are ASCII: each of those tools picks an encoding of its own.

An older pip, for one, reads requirements in the encoding of the system, which is GBK on a Chinese
Windows, and gives up at a comment in UTF-8.
"""

from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

import pytest
from click.testing import CliRunner
from helpers import demo_site, showcase

from generator.cli import main

SETTINGS = ("mkdocs.yml",)
"""MkDocs reads bytes, and YAML in bytes is UTF-8."""
UTF_8 = frozenset({".md", ".json", ".py"})
"""What people read, and what is UTF-8 by its own standard."""
PACKED = ".whl"
FOLDERS = (".ci", ".github", ".gitlab", "tests/cli/editor", "tools")
"""Where the checkout keeps such files, beside its top."""


def is_foreign(name: str) -> bool:
    """Whether a tool reads a file of a project that knows nothing of our encoding."""
    path = PurePosixPath(name)
    is_text = path.suffix not in {*UTF_8, PACKED}
    return path.parts[0] != "content" and name not in SETTINGS and is_text


def new_site(folder: Path) -> Path:
    words = ["--region-name", "示例市", "--organiser", "示例市财政局", "--name", "公开㎥"]
    words += [
        "--year",
        "2024",
        "--department-name",
        "市财政局",
        "--department",
        "finance",
        "--kind",
        "政府部门",
    ]
    made = CliRunner().invoke(main, ["new", "site", str(folder), *words])
    assert made.exit_code == 0, made.output
    return folder


def demo(folder: Path) -> Path:
    return demo_site.made(folder, 3, faults="0.5")


@pytest.mark.parametrize("make", [new_site, demo])
def test_what_is_written_for_other_tools_is_ascii(
    make: Callable[[Path], Path], tmp_path: Path
) -> None:
    files = showcase.files_of(make(tmp_path / "made"))
    assert [n for n, data in files.items() if is_foreign(n) and not data.isascii()] == []


def test_a_new_site_has_such_files(tmp_path: Path) -> None:
    names = filter(is_foreign, showcase.files_of(new_site(tmp_path / "made")))
    assert set(names) == {
        ".gitattributes", ".gitea/workflows/site.yml", ".github/workflows/site.yml", ".gitignore",
        ".gitlab-ci.yml", "gongkai.cmd", "preview.cmd", "publish.cmd", "requirements.txt",
    }  # fmt: skip


def of_the_checkout() -> Iterator[str]:
    """The files at the top of the checkout, and in the folders of tools."""
    for path in showcase.ROOT.iterdir():
        if path.is_file():
            yield path.name
    for folder in FOLDERS:
        for path in sorted((showcase.ROOT / folder).rglob("*")):
            if path.is_file() and "node_modules" not in path.parts:
                yield path.relative_to(showcase.ROOT).as_posix()


@pytest.mark.parametrize("name", sorted(filter(is_foreign, of_the_checkout())))
def test_so_are_those_of_the_checkout(name: str) -> None:
    assert (showcase.ROOT / name).read_bytes().isascii()
