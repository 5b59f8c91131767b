"""Peers are installed by whoever measures, and by nobody else."""

import shutil
import subprocess
import tomllib

import pytest
from helpers.showcase import ROOT

PEERS = "requirements-bench.lock"


def planned(target: str) -> str:
    """What make would do in a checkout where nothing is made yet."""
    if shutil.which("make") is None:
        pytest.skip("there is no make")
    command = ["make", "--dry-run", "--always-make", target]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_only_measuring_installs_peers() -> None:
    assert PEERS in planned("bench-quick")
    for target in ("test", "site", "quick"):
        plan = planned(target)
        assert "requirements.lock" in plan
        assert PEERS not in plan


def test_the_lock_names_no_index_and_peers_are_no_dependency() -> None:
    lock = (ROOT / PEERS).read_text(encoding="utf-8")
    assert "://" not in lock
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    peers = {line.partition(">")[0] for line in project["dependency-groups"]["bench"]}
    assert {f"{peer}==" in lock for peer in peers} == {True}
    ours = (ROOT / "requirements-test.lock").read_text(encoding="utf-8")
    assert [peer for peer in sorted(peers) if f"\n{peer}==" in ours] == []
