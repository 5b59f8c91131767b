"""What in an original would run or reach out stops; what it hides is read, searched and said."""

import zlib
from pathlib import Path

import pytest
from helpers import audit, office_files

from generator.diagnostics import Severity
from generator.intake.originals import active_in, extract_of, pdf

IDENTITY = "430981190001010014"
MARK = "秘密★1年"

ACTIONS = {
    b"/S /JavaScript /JS (app.alert\\(1\\))": "脚本",
    b"/S/JavaScript/JS 9 0 R": "脚本",
    b"/S /Java#53cript /#4a#53 <6170702e>": "脚本",
    b"/S /Rendition /JS (x)": "脚本",
    b"/S /Launch /F (cmd.exe)": "启动程序",
    b"/S /#4Caunch /Win << /F (cmd.exe) >>": "启动程序",
    b"/AcroForm << /XFA 9 0 R >>": "XFA",
    b"/S /SubmitForm /F (http://example.org)": "向外提交",
    b"/S /ImportData /F (a.fdf)": "外部数据",
    b"/S /GoToR /F (other.pdf)": "其他文件",
    b"/Subtype /RichMedia": "富媒体",
    b"/S /URI /URI (javascript:alert\\(1\\))": "不是网址的链接",
    b"/S /URI /URI (java\\nscript:alert\\(1\\))": "不是网址的链接",
    b"/S /URI /URI <66696c653a2f2f2f633a2f612e657865>": "file:///c:/a.exe",
    b"/S /URI /URI (\\\\\\\\host\\\\share)": "不是网址的链接",
    b"/S /URI /URI 8 0 R": "不是网址的链接",
}
QUIET = (
    b"/OpenAction [3 0 R /Fit]",
    b"/S /URI /URI (https://www.example.gov.cn/a?b=c)",
    b"/S /URI /URI (mailto:office@example.gov.cn)",
    b"/Title (how to /Launch /JavaScript \\( /JS)",
    b"/Title (a \\) /S /JavaScript)",
    b"% /S /JavaScript /JS (x)\n/Type /Catalog",
    b"/Names << /Dests 5 0 R >>",
    b"/BaseFont /JSong",
)


def written(action: bytes) -> dict[str, bytes]:
    """A PDF with this in a root, in the ways PDFs are written."""
    root = b"<< /Type /Catalog " + action + b" >>"
    own = {
        f"behind {name} of its own": b"%PDF-1.7\n1 0 obj << " + false + root[2:] + b" endobj"
        for name, false in {
            "a false stream": b"/X (>> stream\n endobj \n) ",
            "a false object": b"/X (endobj 9 0 obj % ) ",
            "a stream in a comment": b"% >> stream\n",
            "an object in a comment": b"% 9 0 obj (\n",
        }.items()
    }
    rest = (
        b"\n8 0 obj (vbscript:x) endobj\n4 0 obj << /Length 9 >> stream\nBT (a) Tj ET\nendstream\n"
    )
    packed = zlib.compress(b"1 0 " + root)
    inner = b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length 9 >> stream\n"
    hexed = inner.replace(b"/FlateDecode", b"[/ASCIIHexDecode /FlateDecode]")
    twice = hexed + packed.hex().encode() + b">\nendstream"
    false = b"9 0 obj << /Length 9 /X (>>stream\n) >> endobj 1 0 obj "
    return {
        "plain": b"%PDF-1.7\n1 0 obj " + root + b" endobj" + rest,
        "old Mac": b"%PDF-1.7\r0000000001\r00000\robj" + root + b"\rendobj" + rest,
        "packed": b"%PDF-1.7\n5 0 obj " + inner + packed + b"\nendstream endobj" + rest,
        "packed twice": b"%PDF-1.7\n5 0 obj " + twice + rest,
        "behind a stream": b"%PDF-1.7\n" + rest + b"endobj\ntrailer << /Root " + root + b" >>",
        "inside a stream": b"%PDF-1.7\n9 0 obj << /Length 9 >> stream\n1 0 obj " + root + rest,
        "behind a false stream": b"%PDF-1.7\n" + false + root + rest,
    } | {name: content + rest for name, content in own.items()}  # fmt: skip


WAYS = tuple(written(b""))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("action", ACTIONS)
def test_what_a_pdf_would_do_is_named_however_it_is_written(action: bytes, way: str) -> None:
    [said, *_] = pdf.active(written(action)[way])
    assert ACTIONS[action] in said


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("quiet", QUIET)
def test_ordinary_links_and_mere_words_are_left_alone(quiet: bytes, way: str) -> None:
    assert pdf.active(written(quiet)[way]) == ()


def test_a_file_in_a_pdf_is_said() -> None:
    data = written(b"/Names << /EmbeddedFiles << /Names [(a) << /EF << /F 6 0 R >> >>] >> >>")
    for content in data.values():
        assert pdf.extract(content).hidden == ("嵌入的文件",)
        assert "嵌入的文件" in pdf.extract(content).unread
        assert pdf.active(content) == ()


def test_an_earlier_version_of_a_page_is_read() -> None:
    page = b"4 0 obj << /Length 9 >> stream\nBT (%s) Tj ET\nendstream endobj\n"
    text = pdf.extract(b"%PDF-1.7\n" + page % IDENTITY.encode() + page % b"clean").parts[0].text
    assert IDENTITY in text
    assert "clean" in text


RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    "<Relationship Id='r' Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
    'relationships/{}" Target="{}" TargetMode="{}"/></Relationships>'
)
DTD = '<?xml version="1.0"?>\n<!-- {} --><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
FIELD = "<r><instrText>DDEAU</instrText></r><r><w:instrText>TO c:\\x</w:instrText></r>"
PACKAGES: dict[str, tuple[dict[str, str | bytes], str]] = {
    "macros": ({"word/vbaProject.bin": b"x"}, "宏"),
    "macros in a renamed docm": (
        {"[Content_Types].xml": '<Types><Override ContentType="x.macroEnabled.main+xml"/></Types>'},
        "宏",
    ),
    "an old macro sheet": ({"xl/macrosheets/sheet1.xml": "<a/>"}, "宏"),
    "a control": ({"word/activeX/activeX1.xml": "<a/>"}, "ActiveX"),
    "a document type": ({"word/document.xml": DTD.format("")}, "DTD"),
    "a document type far down": ({"word/document.xml": DTD.format("x" * 200_000)}, "DTD"),
    "one in UTF-16": ({"docProps/core.xml": DTD.format("").encode("utf-16")}, "DTD"),
    "one in a part of another name": ({"word/document.part": DTD.format("")}, "DTD"),
    "one in GBK": (
        {"a.xml": '<?xml version="1.0" encoding="gbk"?><!DOCTYPE a><a>文</a>'.encode("gbk")},
        "DTD",
    ),
    "DDE": ({"word/document.xml": f"<a>{FIELD}</a>"}, "DDE"),
    "DDE of a workbook": ({"xl/externalLinks/externalLink1.xml": "<a><ddeLink /></a>"}, "DDE"),
}
FIELDS = {
    r'INCLUDETEXT "\\\\host\\a.docx"': "INCLUDETEXT",
    r'LINK Excel.Sheet.8 "c:\\a.xls" \a': "LINK",
    r"IMPORT a.png": "IMPORT",
    r'DATABASE \c "DSN=x"': "DATABASE",
    r'INCLUDEPICTURE "http://example.org/a.png" \* MERGEFORMAT \d': "INCLUDEPICTURE",
    r'HYPERLINK "file:///c:/a.exe"': "不是网址的链接",
    r'HYPERLINK "\\\\host\\share"': "不是网址的链接",
}
"""Fields that fetch, or lead elsewhere than to an address."""
QUIET_FIELDS = (
    r'TOC \o "1-3" \h', "PAGE", r'HYPERLINK "https://www.example.gov.cn/link 1"',
    r'HYPERLINK \l "_Toc1"', r'INCLUDEPICTURE "cid:a.png" \* MERGEFORMATINET', "DATE", "REF 附件1",
)  # fmt: skip


def field(written: str, way: str) -> dict[str, str | bytes]:
    """A document with such a field, in the ways Word writes one."""
    typed = written.replace('"', "&quot;")
    half = len(typed) // 3
    runs = "".join(
        f"<w:r><w:instrText>{t}</w:instrText></w:r>" for t in (typed[:half], typed[half:])
    )
    body = {
        "simple": f'<w:fldSimple w:instr=" {typed} "><w:t>文字</w:t></w:fldSimple>',
        "runs": f"<w:p>{runs}</w:p>",
        "behind another": f"<w:p><w:instrText> PAGE </w:instrText>{runs}</w:p>",
    }[way]
    return {"word/document.xml": f"<w:document><w:body>{body}</w:body></w:document>"}


FIELD_WAYS = ("simple", "runs", "behind another")
VBA = '<?xml version="1.0"?><Types><Override ContentType="application/vnd.ms-office.{}"/></Types>'
PACKAGES |= {
    "macros in types of UTF-16": (
        {"[Content_Types].xml": VBA.format("vbaProject").encode("utf-16")}, "宏",
    ),
    "macros in types with a reference": (
        {"[Content_Types].xml": VBA.format("vba&#80;roject")}, "宏",
    ),
    "a template named in GBK": (
        {
            "word/_rels/settings.xml.rels": '<?xml version="1.0" encoding="gb2312"?>'
            + RELATION.format("attachedTemplate", "http://example.org/模板.dotm", "External"),
        },
        "外部模板",
    ),
    "a connection": ({"xl/connections.xml": "<connections/>"}, "外部数据连接"),
    "an action of an ofd": (
        {"Doc_0/Content.xml": "<ofd:Action><ofd:URI ID='1' URI='file:///c:/a.exe'/></ofd:Action>"},
        "不是网址的链接",
    ),
}  # fmt: skip
for kind, name in {
    "attachedTemplate": "外部模板", "image": "外部图片", "oleObject": "外部对象",
    "externalLinkPath": "外部工作簿", "aNewKind": "外部内容",
}.items():  # fmt: skip
    relation = RELATION.format(kind, "http://example.org/a.dotm", "External")
    PACKAGES[kind] = ({"word/_rels/document.xml.rels": relation}, name)
for target in (
    "javascript:alert(1)",
    "file:///c:/a.exe",
    "\\\\host\\share",
    "ms-msdt:/id",
    "x&#9;y:z",
):
    relation = RELATION.format("hyperlink", target, "&#69;xternal")
    PACKAGES[target] = ({"word/_rels/document.xml.rels": relation}, "不是网址的链接")


@pytest.mark.parametrize("name", PACKAGES)
def test_what_a_package_would_do_is_named(tmp_path: Path, name: str) -> None:
    members, said = PACKAGES[name]
    original = office_files.original(tmp_path, "a.docx", office_files.package(members))
    assert any(said in phrase for phrase in active_in(original)), active_in(original)


@pytest.mark.parametrize(
    ("kind", "target", "mode"),
    [
        ("hyperlink", "https://www.example.gov.cn/", "External"),
        ("hyperlink", "mailto:office@example.gov.cn", "External"),
        ("hyperlink", "附件2.xlsx", "External"),
        ("image", "media/image1.png", "Internal"),
        ("styles", "styles.xml", ""),
    ],
)  # fmt: skip
def test_ordinary_relations_are_left_alone(
    tmp_path: Path, kind: str, target: str, mode: str
) -> None:
    members = {"word/_rels/document.xml.rels": RELATION.format(kind, target, mode)}
    original = office_files.original(tmp_path, "a.docx", office_files.package(members))
    assert active_in(original) == ()


@pytest.mark.parametrize("way", FIELD_WAYS)
@pytest.mark.parametrize("written", FIELDS)
def test_a_field_that_fetches_is_named(tmp_path: Path, written: str, way: str) -> None:
    content = office_files.package(field(written, way))
    [said, *_] = active_in(office_files.original(tmp_path, "a.docx", content))
    assert FIELDS[written] in said


@pytest.mark.parametrize("way", FIELD_WAYS)
@pytest.mark.parametrize("written", QUIET_FIELDS)
def test_ordinary_fields_are_left_alone(tmp_path: Path, written: str, way: str) -> None:
    content = office_files.package(field(written, way))
    assert active_in(office_files.original(tmp_path, "a.docx", content)) == ()


def test_macros_of_an_older_file_are_named(tmp_path: Path) -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    macros = old + "_VBA_PROJECT".encode("utf-16-le")
    assert active_in(office_files.original(tmp_path, "a.doc", macros)) == ("宏",)
    assert active_in(office_files.original(tmp_path, "b.doc", old)) == ()


RUN = "<w:p><w:r><w:rPr>{}</w:rPr><w:t>" + IDENTITY + "</w:t></w:r></w:p>"
HIDDEN: dict[str, tuple[str, dict[str, str | bytes], str]] = {
    "vanish": ("docx", {"word/document.xml": RUN.format("<w:vanish/>")}, "隐藏的文字"),
    "vanish, on": (
        "docx",
        {"word/document.xml": RUN.format('<w:vanish w:val="1"/>')},
        "隐藏的文字",
    ),
    "vanish by a style": (
        "docx",
        {
            "word/document.xml": RUN.format('<w:rStyle w:val="a1"/>'),
            "word/styles.xml": '<w:style w:styleId="a1"><w:rPr><w:vanish/></w:rPr></w:style>',
        },
        "隐藏的文字",
    ),
    "vanish by the style another is based on": (
        "docx",
        {
            "word/document.xml": RUN.format('<w:rStyle w:val="b"/>'),
            "word/styles.xml": '<w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style>'
            '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>',
        },
        "隐藏的文字",
    ),
    "vanish by the style of all that names none": (
        "docx",
        {
            "word/document.xml": RUN.format(""),
            "word/styles.xml": '<w:style w:type="paragraph" w:default="1" w:styleId="a">'
            "<w:rPr><w:vanish/></w:rPr></w:style>",
        },
        "隐藏的文字",
    ),
    "vanish by default": (
        "docx",
        {
            "word/document.xml": RUN.format(""),
            "word/styles.xml": "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr>"
            "</w:rPrDefault></w:docDefaults>",
        },
        "隐藏的文字",
    ),
    "deleted": (
        "docx",
        {"word/document.xml": f"<w:del><w:r><w:delText>{IDENTITY}</w:delText></w:r></w:del>"},
        "修订中删去的文字",
    ),
    "moved": (
        "docx",
        {"word/document.xml": f"<w:moveFrom ><w:r><w:t>{IDENTITY}</w:t></w:r></w:moveFrom>"},
        "修订中删去的文字",
    ),
    "comment": ("docx", {"word/comments.xml": f"<w:p>{IDENTITY}</w:p>"}, "批注"),
    "sheet": (
        "xlsx",
        {
            "xl/workbook.xml": '<workbook><sheet state="hidden" name="名单"/></workbook>',
            "xl/sharedStrings.xml": f"<sst><si><t>{IDENTITY}</t></si></sst>",
        },
        "隐藏的工作表「名单」",
    ),
    "very hidden sheet": (
        "xlsx",
        {
            "xl/workbook.xml": "<x:a xmlns:x='u'><x:sheet state='veryHidden' name='名单'/></x:a>",
            "xl/sharedStrings.xml": f"<sst><si><t>{IDENTITY}</t></si></sst>",
        },
        "隐藏的工作表「名单」",
    ),
    "row": (
        "xlsx",
        {"xl/worksheets/sheet1.xml": f'<row r="2" hidden="1"><c><v>{IDENTITY}</v></c></row>'},
        "隐藏的行",
    ),
    "column": (
        "xlsx",
        {"xl/worksheets/sheet1.xml": f'<cols><col min="1" hidden="true"/></cols><v>{IDENTITY}</v>'},
        "隐藏的列",
    ),
    "invisible": (
        "ofd",
        {"Doc_0/Content.xml": f'<ofd:TextObject Visible="false">{IDENTITY}</ofd:TextObject>'},
        "隐藏的文字",
    ),
}


@pytest.mark.parametrize("name", HIDDEN)
def test_what_is_hidden_is_said_and_searched(tmp_path: Path, name: str) -> None:
    kind, members, said = HIDDEN[name]
    file = f"a.{kind}"
    original = office_files.original(tmp_path, file, office_files.package(members))
    assert extract_of(original).hidden == (said,)
    record = audit.record_of({"附件": [{"文件": file}]}, originals=(original,))
    [fault] = audit.found_in(record, "attachment-hides")
    assert fault.severity is Severity.WARNING
    assert f"附件「{file}」中有{said}" in fault.message
    assert [f.field for f in audit.found_in(record, "personal-data")] == ["attachments.0.file"]


@pytest.mark.parametrize(
    "xml",
    [
        RUN.format('<w:vanish w:val="0"/>'),
        RUN.format("<w:webHidden/>"),
        "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>文字</w:t></w:r></w:p>",
        "<w:p><w:ins><w:r><w:t>文字</w:t></w:r></w:ins></w:p>",
    ],
)
def test_what_is_shown_is_not_called_hidden(tmp_path: Path, xml: str) -> None:
    original = office_files.original(tmp_path, "a.docx", office_files.raw_docx(xml))
    assert extract_of(original).hidden == ()
