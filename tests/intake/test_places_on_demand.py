"""A sound record is read the careful way only where a message needs its places."""

import shutil
from pathlib import Path

import pytest
from helpers import demo_site

from generator import site
from generator.intake import content
from generator.source import late
from generator.source.document import Reading
from generator.source.sweep import sweep


def test_only_what_a_message_speaks_of_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = demo_site.made(tmp_path, 30)
    twin = next(f for f in demo_site.record_files(project) if not f.with_suffix("").exists())
    shutil.copy(twin, twin.with_stem(f"{twin.stem}-2"))
    read: list[str] = []

    def counted(text: str, path: str) -> Reading:
        read.append(path)
        return sweep(text, path)

    monkeypatch.setattr(late, "sweep", counted)
    loaded = content.load(project / "content", project)
    assert len(loaded.records) == 31
    found, _ = site.judged(loaded, site.edited(loaded, loaded.records))
    assert sorted(read) == sorted({fault.location.path for fault in found})
    assert 0 < len(read) < 5
