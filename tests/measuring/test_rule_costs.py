"""Every rule is measured, on the documents that have what it needs."""

import re
from pathlib import Path

import pytest
from helpers import demo_site

from bench import rules
from generator.audit.rulebook import BUILT_IN


def test_every_rule_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(rules, "TURNS", 1)
    rules.measure(demo_site.made(tmp_path / "site", 20, seed=1))
    row = r"^ +\d+\.\d{3} ms +\d+\.\d{3} ×  (.+)$"
    said = re.findall(row, capsys.readouterr().out, re.MULTILINE)
    assert set(said) == {*BUILT_IN.manuals, "read YAML"}
    assert len(said) == len(set(said))
