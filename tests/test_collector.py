"""The collector of cycles rests while a folder is read, and never longer."""

import gc
from pathlib import Path

import pytest
from helpers import showcase

from generator import collector
from generator.intake import content, record_files


def test_it_rests_while_a_folder_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = showcase.small_to(tmp_path)
    seen: list[bool] = []
    plainly = record_files.load

    def load(*args: object) -> object:
        seen.append(gc.isenabled())
        return plainly(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(record_files, "load", load)
    content.load(project / "content", project)
    assert seen == [False]
    assert gc.isenabled()


def test_it_works_again_after_a_mistake() -> None:
    with pytest.raises(KeyError), collector.paused():
        raise KeyError
    assert gc.isenabled()


def test_who_turned_it_off_finds_it_off() -> None:
    gc.disable()
    try:
        with collector.paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_only_what_is_read_first_is_put_away(monkeypatch: pytest.MonkeyPatch) -> None:
    times: list[int] = []
    collector._put_away.cache_clear()
    monkeypatch.setattr(gc, "freeze", lambda: times.append(1))
    for _ in range(3):
        with collector.paused():
            pass
    assert times == [1]
