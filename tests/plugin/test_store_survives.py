"""Any days of a site: changes in any order, builds that were killed; a first build's bytes."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from helpers import demo_site, showcase
from helpers.changes import CHANGES
from helpers.rebuilt import assert_same, built, cold
from helpers.thorough import THOROUGH
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

_RECORDS = 16
_KILLS = 20 if THOROUGH else 1


@pytest.fixture(autouse=True)
def _one_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The packed sitemap carries the time of the build, a child's as well."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    made = demo_site.made(tmp_path / "demo", _RECORDS)
    assert built(made)
    return made


def _killed(project: Path, later: float) -> bool:
    """Whether a build could be killed so many seconds after it began to write."""
    call = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    process = subprocess.Popen(call, cwd=project, stdout=subprocess.DEVNULL)
    while process.poll() is None and not (project / ".site.staging").exists():
        time.sleep(0.01)
    time.sleep(later)
    process.kill()
    return process.wait() == -signal.SIGKILL


def _published(project: Path) -> dict[str, bytes]:
    """What readers find, or would after the next start where a kill fell between two renames."""
    site, previous = project / "site", project / ".site.previous"
    return showcase.files_of(site if site.exists() else previous)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL on Windows")
def test_a_killed_build_harms_nothing_and_the_next_one_is_whole(
    project: Path, tmp_path: Path
) -> None:
    killed, choice = 0, random.Random(7)
    while killed < _KILLS:
        CHANGES["a_paragraph"](project)
        CHANGES["a_hand_written_page"](project)
        before, aside = _published(project), tmp_path / "aside"
        killed += _killed(project, choice.uniform(0.0, 1.0))
        found = _published(project)
        if found != before:
            assert found == cold(project, aside)
        assert_same(project, aside)


class _Days(RuleBasedStateMachine):
    """Changes of every kind and builds, in any order."""

    folder: Path

    def __init__(self) -> None:
        super().__init__()
        shutil.rmtree(self.folder / "demo", ignore_errors=True)
        self.project = Path(shutil.copytree(self.folder / "kept", self.folder / "demo"))

    @rule(name=st.sampled_from(sorted(CHANGES)))
    def change(self, name: str) -> None:
        """What somebody does, if it can be done once more."""
        try:
            CHANGES[name](self.project)
        except (AssertionError, IndexError, OSError, StopIteration, sqlite3.DatabaseError):
            return

    @rule()
    def build(self) -> None:
        aside = self.folder / "aside"
        assert_same(self.project, aside)
        if not (aside / "site").exists():  # nobody can build it: back to where one could
            shutil.rmtree(self.project / "content")
            shutil.copytree(self.folder / "kept/content", self.project / "content")
            shutil.copy(self.folder / "kept/mkdocs.yml", self.project)


@pytest.mark.promises
def test_changes_in_any_order(project: Path, tmp_path: Path) -> None:
    project.rename(tmp_path / "kept")
    days = type("Days", (_Days,), {"folder": tmp_path})
    run_state_machine_as_test(
        days,
        settings=settings(
            max_examples=10,
            stateful_step_count=16,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
