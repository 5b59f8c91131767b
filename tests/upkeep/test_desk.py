"""A bureau's desk from an empty folder to the published site, on a Chinese machine.

The locale is GBK where it can be made, all streams are GBK pipes, and the folder has a Chinese name
with a blank. Nothing of this checkout is used but the command that lays out the site: the rest runs
in the environment that the site makes for itself. Then its continuous integration runs there too.
"""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from helpers import chinese_machine, showcase
from helpers.chinese_machine import Machine
from helpers.tables import valued

from generator.upkeep.wheel import name_of, released, wheel

pytestmark = pytest.mark.slow

NAME = "绩效 公开"
RECORD = "content/records/2024/finance/lights.yml"
TYPED = "示例市\n示例市财政局\n示例市绩效公开\n市财政局\nfinance\n政府部门\n2024\n"
"""Region, organiser, site, first department, its id, its kind, year."""
NEW_RECORD = (
    "new", "record", "--type", "单位自评", "--year", "2024", "--department", "市财政局",
    "--id", "lights", "--title", "2024年度路灯节能改造项目支出绩效自评报告", "--project",
    "路灯节能改造", "--scope", "项目支出", "--frame", "单位自评-10-50-30-10", "--unit", "万元",
)  # fmt: skip
ADDRESS = "https://www.example.org/jixiao/"
SPARING = {"PIP_COMPILE": "0", "PIP_QUIET": "1"}
"""Packages are compiled as they are used; that is sooner here."""
PATIENCE = 900
USES = {
    ".gitea/workflows/site.yml": [
        "actions/checkout@v4", "actions/setup-python@v5", "actions/cache@v4",
    ],
    ".github/workflows/site.yml": [
        "actions/checkout@v6", "actions/setup-python@v6", "actions/cache@v4",
        "actions/upload-pages-artifact@v5", "actions/deploy-pages@v5",
    ],
    ".gitlab-ci.yml": [],
}  # fmt: skip
"""What only these services can run; every other step of theirs is run here."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A folder and the environment in which programs run there."""

    folder: Path
    environment: Mapping[str, str]
    encoding: str = "gbk"

    def run(self, *words: str, typed: str = "", code: int = 0) -> str:
        """What a program says on its streams, as a pipe carries it."""
        done = subprocess.run(
            [word.encode(self.encoding) for word in words],
            cwd=self.folder,
            env=self.environment,
            input=typed.encode(self.encoding),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=PATIENCE,
            check=False,
        )
        said = done.stdout.decode(self.encoding)
        assert done.returncode == code, said
        return said

    def site(self, *words: str, code: int = 0) -> str:
        """A command as the instructions of the site give it."""
        return self.run(sys.executable, "run.py", *words, code=code)

    def file(self, name: str) -> Path:
        return self.folder / name


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return chinese_machine.machine(tmp_path / "locale")


@pytest.fixture
def empty(tmp_path: Path, machine: Machine) -> Desk:
    """An empty folder; what passes through another is no less Chinese."""
    folder, passing = (tmp_path / machine.name(name) for name in (NAME, "临时 文件"))
    for made in (folder, passing):
        made.mkdir()
    return Desk(folder, {**machine.environment, **SPARING, "TMPDIR": str(passing)})


def test_the_locale_is_that_of_a_chinese_machine(machine: Machine, empty: Desk) -> None:
    if not machine.has_locale:
        pytest.skip(chinese_machine.WITHOUT)
    asked = "import locale, os, sys; print(locale.getpreferredencoding(), os.getcwd())"
    said = empty.run(sys.executable, "-c", asked)
    assert said.startswith("GBK")
    assert said.rstrip().endswith(NAME)


def test_from_an_empty_folder_to_the_published_site(empty: Desk) -> None:
    # One test, since installing takes longest; its steps stand below, in their order.
    a_site_is_laid_out_and_installs_itself(empty)
    one_command_checks_and_says_where(empty)
    one_command_publishes(empty)
    one_command_previews(empty)
    what_was_installed_makes_the_package_that_it_came_from(empty)


@pytest.mark.promises
def test_a_published_site_is_upgraded_and_built_by_a_service(empty: Desk, tmp_path: Path) -> None:
    a_site_is_laid_out_and_installs_itself(empty)
    one_command_publishes(empty)
    a_package_is_all_that_an_upgrade_takes(empty)
    a_rebuilt_package_of_the_same_version_is_installed_anew(empty)
    runner = in_a_repository(empty, tmp_path / "home")
    every_line_of_its_continuous_integration_runs(runner)
    the_branch_of_pages_is_the_site(runner)


def a_site_is_laid_out_and_installs_itself(desk: Desk) -> None:
    made = desk.run(sys.executable, "-m", "generator", "new", "site", ".", typed=TYPED)
    assert "预览：Windows 双击 preview.cmd" in made
    assert "正在准备程序" in desk.site(*NEW_RECORD)


def one_command_checks_and_says_where(desk: Desk) -> None:
    said = desk.site("check")
    assert "正在准备程序" not in said, "installed twice"
    assert "可以使用的评价记录 2 份；错误 0 处" in said
    file = desk.file(RECORD)
    sound = file.read_bytes()
    file.write_bytes(sound.replace("状态: 草稿".encode(), "状态: 公示".encode()))
    said = desk.site("publish", code=1)
    assert f"{RECORD}:" in said
    assert "网站没有生成" in said
    assert not desk.file("site").exists()
    file.write_bytes(sound)


def one_command_publishes(desk: Desk) -> None:
    example = desk.file("content/records/2024/finance/example.yml")
    text = example.read_text(encoding="utf-8")
    published = text.replace("状态: 草稿", "状态: 已发布")
    example.write_text(published, encoding="utf-8")
    assert "写明是虚构的示例" in desk.site("publish", code=1)
    example.write_text(published.replace("虚构: 是\n", ""), encoding="utf-8")
    said = desk.site("publish")
    assert "网站已生成：" in said
    assert "网站服务器的网页目录" in said
    page = desk.file("site/2024/finance/example/index.html").read_text(encoding="utf-8")
    assert "96.5" in page
    assert not desk.file("site/2024/finance/lights").exists(), "a draft was published"


def one_command_previews(desk: Desk) -> None:
    with served(desk) as address:
        assert address.startswith("http://127.0.0.1:")
        assert "示例市绩效公开" in page_at(address)


def what_was_installed_makes_the_package_that_it_came_from(desk: Desk) -> None:
    assert desk.site("--version").endswith(f"{wheel().version}\n")
    assert desk.site("upgrade", "--check").endswith("没有需要改动的文件。\n")


def a_package_is_all_that_an_upgrade_takes(desk: Desk) -> None:
    package, workflow = desk.file(f"wheels/{wheel().name}"), desk.file(".gitlab-ci.yml")
    elsewhere = package.replace(desk.file(wheel().name))
    desk.file("requirements.txt").write_bytes(b"")
    assert "--require-hashes" in workflow.read_text(encoding="utf-8")
    said = desk.site("upgrade", elsewhere.name, "--replace", "requirements.txt")
    assert f"新增 wheels/{wheel().name}" in said
    assert package.read_bytes() == elsewhere.read_bytes()
    elsewhere.unlink()


@contextmanager
def served(desk: Desk) -> Iterator[str]:
    """The address of the preview while it runs; it and what it started are ended at the end."""
    words = [sys.executable, "run.py", "preview", "--no-open"]
    with subprocess.Popen(
        words, cwd=desk.folder, env=desk.environment, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, start_new_session=True,
    ) as program:  # fmt: skip
        try:
            assert program.stdout is not None
            line = program.stdout.readline().decode(desk.encoding)
            found = re.search(r"http://\S+", line)
            assert found, line
            yield found[0]
        finally:
            os.killpg(program.pid, signal.SIGTERM)


def page_at(address: str) -> str:
    """What is served there, once it is."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310
                return str(answer.read().decode("utf-8"))
        except OSError:
            assert time.monotonic() < until, address
            time.sleep(0.2)


def a_rebuilt_package_of_the_same_version_is_installed_anew(desk: Desk) -> None:
    (program,) = desk.file(".venv").rglob("site-packages/generator/__init__.py")
    program.write_bytes(program.read_bytes() + b"\n")
    said = desk.site("upgrade")
    assert f"删去 wheels/{wheel().name}" in said
    (package,) = desk.file("wheels").iterdir()
    assert package.name != wheel().name
    assert "正在准备程序" in desk.site("check")
    version = desk.site("--version").split()[-1]
    assert package.name == name_of(version)
    assert version.startswith(f"{released()}+")


def in_a_repository(desk: Desk, home: Path) -> Desk:
    """The same folder as a service that runs on Linux sees it, in a repository with a remote.

    There names are UTF-8. The default branch has a name that nobody would guess.
    """
    folder = desk.folder.with_name(NAME)
    desk.folder.rename(folder)
    environment = chinese_machine.plain() | SPARING | {
        "HOME": str(home), "LC_ALL": "C.UTF-8", "SITE_URL": ADDRESS, "NO_MKDOCS_2_WARNING": "1",
        "PATH": f"{folder / '.venv/bin'}:{os.environ['PATH']}",
        "GIT_AUTHOR_NAME": "site", "GIT_AUTHOR_EMAIL": "site@localhost",
        "GIT_COMMITTER_NAME": "site", "GIT_COMMITTER_EMAIL": "site@localhost",
    }  # fmt: skip
    runner = Desk(folder, environment, "utf-8")
    remote = str(home / "remote.git")
    runner.run("git", "init", "--quiet", "--bare", "--initial-branch=zhu", remote)
    for words in (
        ("init", "--quiet", "--initial-branch=zhu"),
        ("add", "--all"),
        ("commit", "--quiet", "--message", "新建网站"),
        ("remote", "add", "origin", remote),
        ("push", "--quiet", "-u", "origin", "HEAD"),
    ):
        runner.run("git", *words)
    return runner


def steps(node: Any) -> Iterator[tuple[str, str]]:
    """What a file of continuous integration has run and what it uses, in their order."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in {"run", "uses"} and isinstance(value, str):
                yield key, value
            elif key in {"script", "before_script", "after_script"}:
                yield from (("run", line) for line in value)
            else:
                yield from steps(value)
    elif isinstance(node, list):
        for entry in node:
            yield from steps(entry)


def every_line_of_its_continuous_integration_runs(runner: Desk) -> None:
    lines: dict[str, None] = {}
    for name, uses in USES.items():
        found = list(steps(valued(runner.file(name))))
        assert [value for key, value in found if key == "uses"] == uses
        own = [value for key, value in found if key == "run"]
        assert "mkdocs build --strict" in own
        lines |= dict.fromkeys(own)
    # What several services run alike is run once.
    for line in lines:
        runner.run("bash", "-e", "-o", "pipefail", "-c", line)
    sitemap = runner.file("site/sitemap.xml").read_text(encoding="utf-8")
    assert f"<loc>{ADDRESS}2024/finance/example/" in sitemap
    assert runner.run("git", "status", "--porcelain") == "", "it left files that Git would take"


def the_branch_of_pages_is_the_site(runner: Desk) -> None:
    text = runner.file(".gitea/workflows/site.yml").read_text(encoding="utf-8")
    *_, (_, publishing) = steps(yaml.safe_load(text))
    for title in ("first", "second"):
        runner.file("site/index.html").write_text(title, encoding="utf-8")
        runner.run("bash", "-e", "-c", publishing)
        runner.run("git", "fetch", "--quiet", "origin", "pages")
        assert runner.run("git", "show", "FETCH_HEAD:index.html") == title
        assert runner.run("git", "rev-list", "--count", "FETCH_HEAD") == "1\n"
    listed = runner.run("git", "ls-tree", "-r", "-z", "--name-only", "FETCH_HEAD").split("\0")
    assert sorted(filter(None, listed)) == sorted(showcase.files_of(runner.file("site")))
