"""What is read of an original: every part of it, within bounds, and what was not is said."""

import zlib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from helpers import audit, office_files

from generator.intake.originals import extract_of, office, pdf
from generator.intake.originals.extract import MEMBERS

IDENTITY = "430981190001010014"
MARK = "秘密★1年"
PICTURE = b"%PDF-1.7\n1 0 obj << /Subtype /Image /Length 3 >> stream\nabc\nendstream"
BROKEN = office_files.docx("文字").replace(b"PK\x01\x02", b"PK\x00\x00")


def said(path: Path, name: str, content: bytes) -> dict[str, str]:
    extract = extract_of(office_files.original(path, name, content))
    assert extract.unread == ()
    parts: dict[str, str] = {}
    for part in extract.parts:
        parts[part.name] = parts.get(part.name, "") + part.text
    return {name: text.strip() for name, text in parts.items()}


@pytest.mark.parametrize(
    ("member", "part"),
    [
        ("header1", "页眉"), ("footer2", "页脚"), ("comments", "批注"), ("footnotes", "脚注"),
        ("endnotes", "尾注"), ("core", "文档属性"), ("custom", "文档属性"),
    ],
)  # fmt: skip
def test_every_part_of_a_document_is_read(tmp_path: Path, member: str, part: str) -> None:
    parts = said(tmp_path, "a.docx", office_files.docx("正文文字", **{member: MARK}))
    assert parts == {"正文": "正文文字", part: MARK}


def test_a_number_split_into_hidden_runs_is_one_number(tmp_path: Path) -> None:
    deleted = "<w:p><w:del><w:r><w:delText>删去</w:delText></w:r></w:del></w:p>"
    xml = f"<w:p>{office_files.in_runs(IDENTITY)}</w:p>{deleted}"
    assert said(tmp_path, "a.docx", office_files.raw_docx(xml)) == {"正文": f"{IDENTITY}\n删去"}


CARRIED: dict[str, tuple[str, str]] = {
    "a watermark": ("word/header1.xml", '<v:textpath style="x" string="{}"/>'),
    "the cells behind a pivot table": ("xl/pivotCache/records1.xml", "<r><s v='{}'/></r>"),
    "the choices of a list": ("word/document.xml", '<w:listItem w:displayText="甲" w:value="{}"/>'),
    "the words beside a cell": ("xl/worksheets/sheet1.xml", '<dataValidation prompt="{}"/>'),
    "text taken literally": ("word/document.xml", "<w:t><![CDATA[{}]]></w:t>"),
    "a drawing": ("word/media/image1.svg", "<svg><text>{}</text></svg>"),
    "a part named like a picture": ("word/media/image1.png", "<a>{}</a>"),
    "a part named like a seal": ("Doc_0/Signs/a.dat", "<a>{}</a>"),
}


@pytest.mark.parametrize("name", CARRIED)
def test_words_are_read_wherever_a_part_carries_them(tmp_path: Path, name: str) -> None:
    member, xml = CARRIED[name]
    for typed in (IDENTITY, MARK):
        content = office_files.package({member: xml.format(typed)})
        parts = said(tmp_path, "a.docx", content)
        assert [text for text in parts.values() if typed in text], parts


def test_words_that_only_tags_carry_are_no_page(tmp_path: Path) -> None:
    members: dict[str, str | bytes] = {
        "word/document.xml": '<w:docPr descr="扫描的报告"/>',
        "word/media/1.png": b"\x89PNG",
    }
    original = office_files.original(tmp_path, "a.docx", office_files.package(members))
    assert "图片中的文字" in extract_of(original).unread


def test_cells_stay_apart(tmp_path: Path) -> None:
    xml = (
        "<w:tbl><w:tr><w:tc><w:p>430981</w:p></w:tc><w:tc><w:p>19000101</w:p></w:tc></w:tr></w:tbl>"
    )
    assert "43098119000101" not in said(tmp_path, "a.docx", office_files.raw_docx(xml))["正文"]


def test_authors_and_alternative_texts_are_read(tmp_path: Path) -> None:
    xml = f'<w:p><w:ins w:author="张示例"/><wp:docPr name="图" descr="证件 {IDENTITY}"/></w:p>'
    text = said(tmp_path, "a.docx", office_files.raw_docx(xml))["正文"]
    assert "张示例" in text
    assert IDENTITY in text


def test_workbooks_and_ofd_are_read(tmp_path: Path) -> None:
    book = said(tmp_path, "a.xlsx", office_files.xlsx("甲", IDENTITY, comment=MARK))
    assert IDENTITY in book["正文"].split()
    assert book["批注"] == MARK
    assert said(tmp_path, "a.ofd", office_files.ofd("甲", IDENTITY))["正文"].split() == [
        "甲",
        IDENTITY,
    ]


@pytest.mark.parametrize("packed", [True, False])
def test_a_pdf_is_read_by_its_fonts_table(tmp_path: Path, *, packed: bool) -> None:
    content = office_files.pdf("身份证号", IDENTITY, title=MARK, packed=packed)
    parts = said(tmp_path, "a.pdf", content)
    assert parts["正文"].split() == ["身份证号", IDENTITY]
    assert parts["文档属性"] == MARK


def test_a_pdf_in_plain_strings_and_chinese_encodings() -> None:
    gbk = "秘密★".encode("gb18030").hex().encode()
    content = (
        b"%PDF-1.4\n1 0 obj << /Type /Font /Subtype /Type0 /Encoding /GBK-EUC-H >> endobj\n"
        b"2 0 obj << /Font << /F1 1 0 R >> >> endobj\n3 0 obj << /Length 9 >> stream\n"
        b"BT /F0 9 Tf (No. \\(1\\) \\101) Tj T* /F1 9 Tf [<" + gbk + b">] TJ ET\nendstream endobj"
    )
    extract = pdf.extract(content)
    assert extract.unread == ()
    assert extract.parts[0].text.split("\n") == ["No. (1) A", "秘密★"]


@pytest.mark.parametrize(
    ("name", "content", "unread"),
    [
        ("a.jpg", b"\xff\xd8\xff\xe0", "图片中的文字"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc 格式的内容"),
        ("a.pdf", office_files.pdf("文字", mapped=False), "字体没有文字对照表的部分"),
        ("a.pdf", b"%PDF-1.7 trailer << /Encrypt 5 0 R >>", "加密的内容"),
        ("a.pdf", PICTURE, "扫描的页面"),
        ("a.pdf", b"%PDF-1.7", "没有可读文字的内容"),
        ("a.docx", b"PK\x03\x04 cut off", "损坏的压缩包"),
        ("a.docx", BROKEN, "损坏或加密的内容"),
        ("a.docx", office_files.package({"word/embeddings/a.bin": b"x"}), "嵌入的文件"),
        ("a.docx", office_files.package({"word/media/a.png": b"x"}), "图片中的文字"),
    ],
)  # fmt: skip
def test_what_is_not_read_is_said(tmp_path: Path, name: str, content: bytes, unread: str) -> None:
    original = office_files.original(tmp_path, name, content)
    assert unread in extract_of(original).unread
    record = audit.record_of({"附件": [{"文件": name}]}, originals=(original,))
    assert [fault.field for fault in audit.found_in(record, "attachment-not-read")] == [
        "attachments.0.file"
    ]


@pytest.mark.parametrize(("members", "read_all"), [(MEMBERS, True), (MEMBERS + 1, False)])
def test_a_package_of_too_many_files_is_left_alone(
    tmp_path: Path, *, members: int, read_all: bool
) -> None:
    package = office_files.package({f"{n}.xml": "" for n in range(members)})
    extract = office.extract(office_files.original(tmp_path, "a.docx", package).file)
    assert (extract.unread == ()) is read_all


def test_streams_that_swell_are_left_alone_and_the_rest_is_read() -> None:
    swollen = zlib.compress(b"(" + b" " * 20_000_000 + b") Tj")
    stream = b"<< /Length 9 /Filter /FlateDecode >> stream\n" + swollen + b"\nendstream endobj\n"
    plain = b"<< /Length 9 >> stream\nBT (kept) Tj ET\nendstream endobj"
    extract = pdf.extract(b"%PDF-1.7\n1 0 obj " + stream + b"2 0 obj " + plain)
    assert extract.unread == ("解压后过大的内容",)
    assert extract.parts[0].text.strip() == "kept"


@pytest.mark.parametrize(
    "content",
    [
        b"1 0 obj " * 25_000,
        b"stream " * 30_000,
        b"1 0 obj << /Length 1 >> stream " * 6_000,
        b"1 0 obj <</Type/Font/Subtype/X/ToUnicode 1 0 R/Length 1>>stream\nbeginbfrange"
        + b"<0000><FFFE><0000>" * 10_000,
        b"1 0 obj <</Type/ObjStm/First 9/Length 1>>stream\n1 0 2 99 " + b"3 0 4 99 " * 20_000,
        b"1 0 obj <</Length 1>>stream\n Tj " + b"(" * 200_000,
        b"1 0 obj <</Length 1>>stream\n Tj " + b"<0" * 100_000,
        b"1 0 obj (" * 25_000,
        b"1 0 obj (endobj " * 15_000,
        b"1 0 obj % endobj " * 15_000,
    ],
    ids=range(10),
)  # fmt: skip
def test_hostile_pdfs_come_to_an_end(content: bytes) -> None:
    assert sum(len(part.text) for part in pdf.extract(b"%PDF-1.7\n" + content).parts) < 2_000_000


@pytest.mark.parametrize("key", ["Title", "ActualText", "Alt", "Manager", "DV", "JS", "Opt ["])
@pytest.mark.parametrize(
    "encode",
    [
        lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
        lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.encode("gb18030"),
        lambda text: text.encode(),
    ],
)
def test_every_string_outside_of_pages_is_read(key: str, encode: Callable[[str], bytes]) -> None:
    for typed in (MARK, f"证件 {IDENTITY}"):
        data = encode(typed)
        escaped = b"".join(b"\\%03o" % byte for byte in data)
        for string in (b"<" + data.hex().encode() + b">", b"(" + escaped + b")"):
            content = b"%PDF-1.7\n1 0 obj << /" + key.encode() + b" " + string + b" >> endobj"
            assert typed in pdf.extract(content).parts[0].text


def test_marks_and_numbers_in_any_part_stop_a_publication(tmp_path: Path) -> None:
    files = {
        "页眉.docx": office_files.docx("甲", header1="秘 密 ★ 1 年"),
        "属性.pdf": office_files.pdf("甲", title=MARK),
        "名单.xlsx": office_files.xlsx("序号", IDENTITY),
    }
    originals = tuple(office_files.original(tmp_path, *file) for file in files.items())
    record = audit.record_of({"附件": [{"文件": name} for name in files]}, originals=originals)
    marks = audit.found_in(record, "secrecy-mark")
    assert [fault.field for fault in marks] == ["attachments.0.file", "attachments.1.file"]
    assert "附件「页眉.docx」的页眉中有密级或内部标志" in str(marks[0])
    assert [f.field for f in audit.found_in(record, "personal-data")] == ["attachments.2.file"]


FONT = (
    b"%PDF-1.7\n1 0 obj <</Type/Font/Subtype/Type0/ToUnicode 2 0 R>> endobj\n"
    b"3 0 obj <</Font <</F1 1 0 R>> >> endobj\n"
    b"4 0 obj <</Length 9>>stream\nBT /F1 9 Tf <79D85BC62605> Tj ET\nendstream endobj\n"
    b"2 0 obj <</Length 9>>stream\n"
)


def test_a_range_of_all_codes_costs_nothing() -> None:
    table = b"beginbfrange <0000> <FFFF> <0000> endbfrange\n"
    assert pdf.extract(FONT + table + b"endstream endobj").parts[0].text.strip() == "秘密★"


@pytest.mark.parametrize("last", ["00FF", "FFFF"])
def test_tables_of_all_fonts_share_one_bound(last: str) -> None:
    table = f"beginbfrange <0000> <{last}> <0000> endbfrange\n".encode()
    extract = pdf.extract(FONT + table * 100_000 + b"endstream endobj")
    assert extract.unread == ("对照表过大的字体",)


@pytest.mark.parametrize(
    ("bound", "said"), [(pdf.text, "MB 的页面内容"), (pdf.objects, "个对象的内容")]
)
def test_what_is_beyond_a_bound_is_said(
    monkeypatch: pytest.MonkeyPatch, bound: ModuleType, said: str
) -> None:
    page = b"%d 0 obj <</Length 9>>stream\nBT (kept) Tj ET\nendstream endobj\n"
    content = b"%PDF-1.7\n" + b"".join(page % n for n in range(1, 9))
    assert pdf.extract(content).unread == ()
    monkeypatch.setattr(bound, "WRITTEN" if bound is pdf.text else "MOST", 7)
    assert any(said in reason for reason in pdf.extract(content).unread)
