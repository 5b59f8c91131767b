"""`mkdocs serve` as staff use it: edit, break, mend, add, delete, rename."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from helpers import showcase

from generator.plugin import faults

pytestmark = pytest.mark.slow
PATIENCE = 60
"""Seconds after which a preview counts as stuck; a bound, not a claim."""


class Preview:
    """A running `mkdocs serve`."""

    def __init__(self, project: Path, port: int, said: Path) -> None:
        self.url = f"http://127.0.0.1:{port}/"
        self._said = said
        with said.open("wb") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
                cwd=project,
                env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
                stdout=output,
                stderr=output,
            )
        until(lambda: "Serving on" in self.said() or self._process.poll() is not None)
        assert self._process.poll() is None, self.said()

    def said(self) -> str:
        return self._said.read_text(encoding="utf-8")

    def page(self, address: str) -> str:
        """A page's HTML, empty when there is none."""
        try:
            with urllib.request.urlopen(self.url + address, timeout=PATIENCE) as answer:  # noqa: S310 - ours
                text: str = answer.read().decode()
                return text
        except urllib.error.HTTPError as error:
            error.close()
            return ""

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(PATIENCE)


@pytest.fixture
def serve(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[], Preview]]:
    """Starts a preview of the project, and ends it."""
    started = []

    def start() -> Preview:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port: int = free.getsockname()[1]
        started.append(Preview(project, port, tmp_path_factory.mktemp("serve") / "output"))
        return started[-1]

    yield start
    for preview in started:
        preview.stop()


def until(condition: Callable[[], bool]) -> None:
    """Wait for something another process does."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "the preview did not follow"
        time.sleep(0.1)


def record(project: Path) -> Path:
    return project / showcase.SEED_RECORD


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_day_of_editing(project: Path, serve: Callable[[], Preview]) -> None:
    page = serve().page
    assert "9.5万元" in page(f"{showcase.SEED}/")

    change(record(project), "支出: 9.5", "支出: 6.5")
    until(lambda: "6.5万元" in page(f"{showcase.SEED}/"))

    change(record(project), "支出: 6.5", "支出: 六点五")
    until(lambda: "「六点五」" in page(faults.SCRIPT))
    assert "6.5万元" in page(f"{showcase.SEED}/")
    assert faults.SCRIPT in page(f"{showcase.SEED}/")
    assert faults.SCRIPT in page("about/")

    change(record(project), "支出: 六点五", "支出: 5.5")
    until(lambda: "5.5万元" in page(f"{showcase.SEED}/"))
    assert "六点五" not in page(faults.SCRIPT)


def test_records_come_move_and_go(project: Path, serve: Callable[[], Preview]) -> None:
    page = serve().page
    second = record(project).with_name("training.yml")
    text = record(project).read_text(encoding="utf-8")
    second.write_text(text.replace("工作会议专项", "培训专项"), encoding="utf-8")
    address = showcase.SEED.replace("office-work-conference", "training")
    until(lambda: "培训专项" in page(f"{address}/"))

    renamed = second.rename(second.with_name("course.yml"))
    until(lambda: "培训专项" in page(f"{address.replace('training', 'course')}/"))
    assert page(f"{address}/") == ""

    renamed.unlink()
    until(lambda: "培训专项" not in page("2021/"))


def test_everything_a_page_is_made_of_is_watched(
    project: Path, serve: Callable[[], Preview]
) -> None:
    preview = serve()
    change(project / "content" / "departments.yml", "名称: 沅江市\n", "名称: 沅江市（县级）\n")
    until(lambda: "沅江市（县级）" in preview.page("2021/"))
    change(project / "content" / "publisher.yml", "公告: ", "公告: 新公告。")
    until(lambda: "新公告。" in preview.page("2021/"))
    about = project / "content" / "pages" / "about" / "index.md"
    change(about, "# 关于本站", "# 本站说明")
    until(lambda: "本站说明" in preview.page("about/"))
    change(project / "mkdocs.yml", "关于本站: about", "说明: about")
    until(lambda: "说明" in preview.page("2021/"))


def test_a_failed_rebuild_leaves_the_last_pages(
    project: Path, serve: Callable[[], Preview]
) -> None:
    preview = serve()
    change(project / "mkdocs.yml", "  - gongkai\n", "  - gongkai\n  - nonesuch\n")
    until(lambda: "没有重新生成" in preview.said())
    assert "9.5万元" in preview.page(f"{showcase.SEED}/")
    change(project / "mkdocs.yml", "  - nonesuch\n", "")
    change(record(project), "支出: 9.5", "支出: 6.5")
    until(lambda: "6.5万元" in preview.page(f"{showcase.SEED}/"))


def test_it_starts_on_a_broken_record(project: Path, serve: Callable[[], Preview]) -> None:
    change(record(project), "支出: 9.5", "支出: 九点五")
    preview = serve()
    assert "「九点五」" in preview.page(faults.SCRIPT)
    assert faults.SCRIPT in preview.page("")
    assert preview.page(f"{showcase.SEED}/") == ""
    change(record(project), "支出: 九点五", "支出: 9.5")
    until(lambda: "9.5万元" in preview.page(f"{showcase.SEED}/"))
