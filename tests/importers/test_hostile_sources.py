"""Files that are broken or made to do harm: one Chinese sentence each, and nothing else happens."""

import re
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from helpers.import_sources import Form, written
from reportlab.pdfgen.canvas import Canvas

from generator.importers import isolated, limits, readers
from generator.importers.outline import UnreadableError
from generator.importers.readers.scans import pictures

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


def vast_picture(folder: Path) -> Path:
    """A picture of a few kilobytes that would unpack to gigabytes."""
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    file = folder / "vast.png"
    data = zlib.compress(b"\0" * 100_000)
    chunks = [(b"IHDR", head), (b"IDAT", data), (b"IEND", b"")]
    file.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + b"".join(
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
            for name, body in chunks
        )
    )
    return file


def vast_page(folder: Path) -> Path:
    """A page as large as a field, which nobody must draw at full size."""
    file = folder / "vast.pdf"
    page = Canvas(str(file), pagesize=(200_000, 200_000), invariant=1)
    page.showPage()
    page.save()
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
        (vast_page, "没有文字"),
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


def test_a_vast_picture_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="像素超过上限"):
        next(pictures.of_file(vast_picture(tmp_path)))


BOUND = 200 * 2**20
CODE = """
import resource, sys
from generator.importers import child
child.main()
used = resource.getrusage(resource.RUSAGE_SELF)
# Not `ru_maxrss`, which holds what the process that started this one had.
peak = open("/proc/self/status").read().partition("VmHWM:")[2].split()[0]
print(peak, used.ru_utime + used.ru_stime, file=sys.stderr)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc tells of memory")
@pytest.mark.parametrize(
    "make",
    [
        with_entities,
        vast_picture,
        *(pytest.param(make, marks=pytest.mark.promises) for make in (cut_off, deep, vast_page)),
    ],
)
def test_refusing_costs_little_time_and_memory(
    make: Callable[[Path], Path], tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(make(tmp_path))], capture_output=True, check=True
    )
    assert b'"refused"' in done.stdout
    kilobytes, seconds = done.stderr.decode().split()[-2:]
    assert int(kilobytes) * 1_024 < BOUND
    assert float(seconds) < 2
