"""What a run cost is what the kernel says of it, and nothing of who started it."""

import os
import sys
from pathlib import Path

import pytest

from bench.runs import FailedError, Run, Snapshot, run

PYTHON = (sys.executable, "-I", "-S", "-c")
MB = 1_000_000
HOLD = "import time; held = bytearray(60_000_000); time.sleep({})"


def test_cpu_of_children_counts_and_waiting_does_not(tmp_path: Path) -> None:
    burn = "import time\nwhile time.process_time() < 0.3: pass"
    below = f"import subprocess, sys, time; time.sleep(0.3); subprocess.run([sys.executable, '-c', {burn!r}])"  # noqa: E501
    cost = run((*PYTHON, below), tmp_path)
    assert 0.3 <= cost.cpu < cost.wall


def test_the_peak_is_not_that_of_whoever_measures(tmp_path: Path) -> None:
    held = bytearray(b"x" * 100 * MB)
    assert run((*PYTHON, ""), tmp_path).peak < 40 * MB < len(held)
    assert run((*PYTHON, HOLD.format(0)), tmp_path).peak > 60 * MB


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are looked at in /proc")
def test_processes_that_live_at_once_are_added(tmp_path: Path) -> None:
    both = (
        f"import subprocess, sys; one = subprocess.Popen([sys.executable, '-c', {HOLD.format(1)!r}])\n"  # noqa: E501
        f"{HOLD.format(1)}\none.wait()"
    )
    assert run((*PYTHON, both), tmp_path).peak > 120 * MB


def test_a_failure_is_told_with_its_last_words(tmp_path: Path) -> None:
    with pytest.raises(FailedError, match=r"(?s)ended with 3.*no such template"):
        run((*PYTHON, "import sys; print('no such template'); sys.exit(3)"), tmp_path)


def test_modules_stay_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever whoever measures has set."""
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    (tmp_path / "module.py").touch()
    run((sys.executable, "-c", "import sys; sys.path.insert(0, '.'); import module"), tmp_path)
    assert list(tmp_path.glob("__pycache__/module*.pyc"))


def test_what_is_written_anew_counts_and_what_stays_does_not(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    for name in ("kept", "linked", "rewritten"):
        (folder / name).write_bytes(b"12345")
    before = Snapshot.of(folder)
    assert before.written(folder) == (0, 0)
    (tmp_path / "aside").hardlink_to(folder / "linked")
    (folder / "linked").unlink()
    (tmp_path / "aside").rename(folder / "linked")
    os.utime(folder / "rewritten", ns=(0, 0))
    (folder / "new").write_bytes(b"123")
    assert before.written(folder) == (2, 8)


def test_runs_in_a_row_add_up_and_their_peaks_do_not() -> None:
    assert Run(1, 2, 30, 4, 5) + Run(10, 20, 3, 40, 50) == Run(11, 22, 30, 44, 55)
