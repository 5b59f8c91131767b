"""`run.py` of a site: what it does before there is a program that could speak for itself."""

import os
import runpy
import socket
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from generator.scaffold.site import TEMPLATES

Run = dict[str, Any]
LOCK = "requirements.txt"
PORTS = range(8000, 8020)


class Programs:
    """What was started, without starting it; `failing` is a word of what does not go well."""

    def __init__(self, failing: str = "") -> None:
        self.failing = failing
        self.started: list[list[str]] = []

    def __call__(self, words: list[str | Path], **_: object) -> int:
        told = list(map(str, words))
        self.started.append(told)
        if "venv" in told and self.failing != "venv":
            python = Path(told[-1]) / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
            python.parent.mkdir(parents=True, exist_ok=True)
            python.touch()
        return int(self.failing in told)

    def asked(self) -> list[str]:
        """The modules that were run, in order."""
        return [words[words.index("-m") + 1] for words in self.started if "-m" in words]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "run.py").write_bytes((TEMPLATES / "run.py").read_bytes())
    (tmp_path / LOCK).write_bytes(b"a==1\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "")
    return tmp_path


@pytest.fixture
def start(site: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, Programs]]:
    def started(
        *words: str, failing: str = "", ports: Sequence[int] = PORTS
    ) -> tuple[int, Programs]:
        programs = Programs(failing)

        class Started:
            def __init__(self, words: list[str | Path]) -> None:
                self.code = programs(words)

            def wait(self) -> int:
                return self.code

        monkeypatch.setattr(subprocess, "call", programs)
        monkeypatch.setattr(subprocess, "Popen", Started)
        run = runpy.run_path(str(site / "run.py"))
        run["main"].__globals__["PORTS"] = ports
        return run["main"](list(words)), programs

    return started


Start = Callable[..., tuple[int, Programs]]


def test_it_installs_once_and_again_only_when_the_lock_has_changed(
    start: Start, site: Path
) -> None:
    assert start("check")[1].asked() == ["venv", "pip", "generator"]
    assert start("check")[1].asked() == ["generator"]
    (site / LOCK).write_bytes(b"a==2\n")
    code, programs = start("check", "--summary")
    assert (code, programs.asked()) == (0, ["pip", "generator"])
    install = next(words for words in programs.started if "install" in words)
    assert install[install.index("install") :] == [
        "install", "--quiet", "--require-hashes", "--requirement", str(site / LOCK),
    ]  # fmt: skip
    assert programs.started[-1][1:] == ["-m", "generator", "check", "--summary"]


@pytest.mark.parametrize("failing", ["venv", "install"])
def test_a_failed_preparation_is_said_and_made_good_next_time(
    failing: str, start: Start, capfd: pytest.CaptureFixture[str]
) -> None:
    code, programs = start("check", failing=failing)
    assert code == 3
    assert "generator" not in programs.asked()
    said = capfd.readouterr().err
    assert said.startswith("错误：没有")
    assert said.count("\n") == 1
    assert start("check")[1].asked()[-2:] == ["pip", "generator"]


def test_a_folder_without_its_lock_is_named(
    start: Start, site: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (site / LOCK).unlink()
    code, programs = start("check")
    assert (code, programs.started) == (3, [])
    said = capfd.readouterr().err
    assert said.startswith("错误：读写文件失败")
    assert said.endswith(f"{LOCK}\n")


def test_an_environment_whose_python_is_gone_is_made_anew(start: Start) -> None:
    start("check")
    code, programs = start("check", failing="import pip")
    assert (code, programs.asked()) == (0, ["venv", "pip", "generator"])
    assert "--clear" in programs.started[1]


def test_a_failed_upgrade_leaves_nothing_half_done(start: Start, site: Path) -> None:
    start("check")
    (site / "new.whl").touch()
    code, programs = start("upgrade", "new.whl", "--check", failing=str(site / "new.whl"))
    assert (code, programs.asked()) == (3, ["pip"])
    assert start("check")[1].asked() == ["pip", "generator"], "the lock's version was not restored"
    assert start("upgrade", "new.whl", "--check")[1].started[-1][2:] == [
        "generator", "upgrade", "--check",
    ]  # fmt: skip


def test_a_port_that_is_taken_is_passed_over(
    start: Start, capfd: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as taken, socket.socket() as other:
        for one in (taken, other):
            one.bind(("127.0.0.1", 0))
        taken.listen()
        ports = [taken.getsockname()[1], other.getsockname()[1]]
        other.close()
        code, programs = start("preview", "--no-open", ports=ports)
        assert programs.started[-1][2:] == [
            "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{ports[1]}",
        ]  # fmt: skip
        assert f"预览：http://127.0.0.1:{ports[1]}/" in capfd.readouterr().out
        assert code == 0
        code, programs = start("preview", ports=ports[:1])
    assert code == 3
    assert "mkdocs" not in programs.asked()
    assert capfd.readouterr().err.startswith(f"错误：端口 {ports[0]} 至 {ports[0]} 都被占用")
    assert start("preview")[1].started[-1][-1] == "--open"


@pytest.mark.parametrize("failing", ["check", "build"])
def test_what_cannot_be_published_keeps_its_code(
    failing: str, start: Start, capfd: pytest.CaptureFixture[str]
) -> None:
    start("check")
    code, programs = start("publish", failing=failing)
    assert code == 1
    assert programs.asked() == ["generator", "mkdocs"][: 1 + (failing == "build")]
    assert "原有的 site 文件夹保持不变" in capfd.readouterr().err


def test_an_old_python_is_told_what_is_needed(site: Path) -> None:
    asked = "import sys; sys.version_info = (3, 9); sys.argv = ['run.py', 'check']; import runpy; "
    asked += "runpy.run_path('run.py', run_name='__main__')"
    done = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=site,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 3
    assert b"Python 3.11" in done.stderr
    assert b"Traceback" not in done.stderr
    assert not (site / ".venv").exists()
