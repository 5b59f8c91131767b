"""Every content file is read from disk once in a run, whatever is made of it."""

import io
import os
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from helpers import showcase

from generator import site
from generator.intake import declarations, walk
from generator.model.frames import BUILT_IN


def test_records_registers_and_pages_are_opened_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = showcase.small_to(tmp_path)
    faulty = project / "content/records/2021/yuanjiang-shiwei-bangongshi/faulty.yml"
    faulty.write_text("格式: 1\n总分: 8O\n", encoding="utf-8")
    opened: Counter[Path] = Counter()
    plainly = io.open

    def counting(file: Any, *args: Any, **options: Any) -> Any:
        opened[Path(file)] += 1
        return plainly(file, *args, **options)

    monkeypatch.setattr(io, "open", counting)
    site.build(project / "content", project)
    read = [f for f in walk.files(project / "content") if f.suffix in {".yml", ".md"}]
    assert faulty in read
    assert len(read) > 8
    assert {file: opened[file] for file in read} == dict.fromkeys(read, 1)


def test_what_the_program_brings_is_opened_again_when_it_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shutil.copytree(BUILT_IN, tmp_path / "frames")
    monkeypatch.setattr(declarations, "BUILT_IN", folder)
    [before, *_] = declarations.built_in().frames
    assert declarations.built_in().frames[0] is before
    file = folder / f"{before.id}.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(f"名称: {before.name}", "名称: 鼯鼠", 1), encoding="utf-8")
    os.utime(file, (1, 1))
    assert declarations.built_in().frames[0].name == "鼯鼠"
