"""Every content file is read from disk once in a run, whatever is made of it."""

import io
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from helpers import showcase

from generator import site
from generator.intake import walk


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
