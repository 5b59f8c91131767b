"""Planted faults: each changes one record, in the place that the list names."""

import json
from pathlib import Path
from typing import Any

import pytest
from helpers import demo_site, showcase

from generator.demo.faults import KINDS

pytestmark = pytest.mark.slow

RECORDS = 480
FAULTS = "faults.json"


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demo_site.made(tmp_path_factory.mktemp("clean"), RECORDS, 5)


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demo_site.made(tmp_path_factory.mktemp("faulty"), RECORDS, 5, "0.5")


@pytest.fixture(scope="module")
def planted(faulty: Path) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads((faulty / FAULTS).read_text(encoding="utf-8"))
    return entries


def test_the_share_is_kept(planted: list[dict[str, Any]]) -> None:
    assert len(planted) == RECORDS // 2
    assert len({entry["path"] for entry in planted}) == RECORDS // 2


def test_every_kind_is_planted(planted: list[dict[str, Any]]) -> None:
    assert {entry["rule"] for entry in planted} == {kind.rule for kind in KINDS}
    assert len({kind.rule for kind in KINDS}) == len(KINDS) >= 100


def test_nothing_else_changes(clean: Path, faulty: Path, planted: list[dict[str, Any]]) -> None:
    before, after = showcase.files_of(clean), showcase.files_of(faulty)
    del after[FAULTS]
    changed = {name for name in after if before.get(name) != after[name]}
    # A record that takes over last year's paper may take over its attachment too.
    assert {name for name in changed if name.endswith(".yml")} == {e["path"] for e in planted}


def test_the_field_named_is_the_one_that_changed(
    clean: Path, faulty: Path, planted: list[dict[str, Any]]
) -> None:
    for entry in planted:
        before, after = (demo_site.data_of(root / entry["path"]) for root in (clean, faulty))
        assert demo_site.at(before, entry["field"]) != demo_site.at(after, entry["field"]), entry


def test_the_line_named_holds_the_value(faulty: Path, planted: list[dict[str, Any]]) -> None:
    for entry in planted:
        value = demo_site.at(demo_site.data_of(faulty / entry["path"]), entry["field"])
        if isinstance(value, str) and "\n" not in value:
            lines = (faulty / entry["path"]).read_text(encoding="utf-8").splitlines()
            assert value in lines[entry["line"] - 1], entry


def test_faulty_files_can_still_be_read(faulty: Path) -> None:
    for file in demo_site.record_files(faulty):
        demo_site.data_of(file)


def test_the_same_arguments_plant_the_same_faults(tmp_path: Path) -> None:
    one, other = (demo_site.made(tmp_path / name, 40, 6, "0.3") for name in ("one", "other"))
    assert showcase.files_of(one) == showcase.files_of(other)
    assert len(json.loads((one / FAULTS).read_text(encoding="utf-8"))) == 12
