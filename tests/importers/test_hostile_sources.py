"""Files that are broken or made to do harm: one Chinese sentence each, and nothing else happens."""

import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from helpers.import_sources import Form, written

from generator.importers import isolated, limits, readers
from generator.importers.outline import UnreadableError

SENTENCE = re.compile(r"[^\n]{6,120}")


def renamed(suffix: str) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        file = folder / f"broken{suffix}"
        file.write_bytes(b"\x00\x01 not what the name says \xff" * 40)
        return file

    return make


def empty(folder: Path) -> Path:
    file = folder / "empty.docx"
    file.touch()
    return file


def bomb(folder: Path) -> Path:
    file = folder / "bomb.docx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * (limits.UNPACKED + 1))
    return file


def with_entities(folder: Path) -> Path:
    entities = '<!DOCTYPE a [<!ENTITY x "haha">]><a>&x;</a>'
    return changed(folder, "word/document.xml", entities.encode())


def changed(folder: Path, name: str, content: bytes) -> Path:
    whole, file = folder / "whole.docx", folder / "changed.docx"
    docx.Document().save(str(whole))
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(file, "w") as new:
        for member in old.namelist():
            new.writestr(member, content if member == name else old.read(member))
    return file


def cut_off(folder: Path) -> Path:
    whole = written(["项目支出绩效自评表"], folder / "whole.pdf").read_bytes()
    file = folder / "cut.pdf"
    file.write_bytes(whole[: len(whole) // 3])
    return file


def deep(folder: Path) -> Path:
    file = folder / "deep.html"
    file.write_text("<div>" * 3_000 + "字" + "</div>" * 3_000, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (renamed(".docx"), "损坏"),
        (renamed(".xlsx"), "损坏"),
        (renamed(".pdf"), "PDF"),
        (renamed(".txt"), "编码"),
        (renamed(".doc"), "损坏"),
        (renamed(".wps"), "损坏"),
        (renamed(".xls"), "损坏"),
        (renamed(".rtf"), "损坏"),
        (renamed(".jpg"), "图片"),
        (renamed(".png"), "图片"),
        (renamed(".zip"), "不认识"),
        (empty, "空的"),
        (bomb, "超过上限"),
        (with_entities, "文档类型声明"),
        (cut_off, "PDF"),
        (deep, "层次太深"),
    ],
)
def test_a_bad_file_is_refused_in_one_sentence(
    make: Callable[[Path], Path], said: str, tmp_path: Path
) -> None:
    with pytest.raises(UnreadableError) as refused:
        isolated.read(make(tmp_path))
    assert said in str(refused.value)
    assert SENTENCE.fullmatch(str(refused.value))


def test_a_table_of_too_many_cells_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "CELLS", 3)
    file = written([Form([], [["一", "二"], ["三", "四"]])], tmp_path / "form.html")
    with pytest.raises(UnreadableError, match="4 个单元格"):
        readers.read(file)


def test_the_process_that_reads_reaches_no_network(tmp_path: Path) -> None:
    code = (
        "import socket\n"
        "from generator.importers import child\n"
        "child._confine()\n"
        "try:\n    socket.create_connection(('127.0.0.1', 9))\n"
        "except PermissionError as error:\n    print('refused', error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert done.stdout.startswith("refused socket."), done.stderr
