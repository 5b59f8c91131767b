"""Small office files and PDFs with a text in a chosen part, as the usual programs write them."""

import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from generator.intake.originals import attachments
from generator.intake.originals.attachments import Original

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def package(members: Mapping[str, str | bytes]) -> bytes:
    """A zip file of these members."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def docx(body: str = "", **parts: str) -> bytes:
    """A document; `header`, `footer`, `comments`, `core` and the like name further parts."""
    members = {"[Content_Types].xml": _TYPES, "word/document.xml": _document(_paragraph(body))}
    for name, text in parts.items():
        folder = "docProps" if name in ("core", "app", "custom") else "word"
        members[f"{folder}/{name}.xml"] = _document(_paragraph(text))
    return package(members)


def in_runs(text: str) -> str:
    """A paragraph that Word split into a run for every sign, some hidden."""
    return "".join(f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{sign}</w:t></w:r>" for sign in text)


def raw_docx(xml: str) -> bytes:
    """A document whose body is this XML."""
    return package({"[Content_Types].xml": _TYPES, "word/document.xml": _document(xml)})


def _document(xml: str) -> str:
    return f'<?xml version="1.0"?><w:document {_W}><w:body>{xml}</w:body></w:document>'


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def xlsx(*cells: str, comment: str = "") -> bytes:
    """A workbook with one column of shared strings."""
    shared = "".join(f"<si><t>{cell}</t></si>" for cell in cells)
    rows = "".join(f'<row><c t="s"><v>{n}</v></c></row>' for n in range(len(cells)))
    return package(
        {
            "[Content_Types].xml": _TYPES,
            "xl/sharedStrings.xml": f"<sst>{shared}</sst>",
            "xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{rows}</sheetData></worksheet>",
            "xl/comments1.xml": f"<comments><text><t>{comment}</t></text></comments>",
        }
    )


def ofd(*lines: str) -> bytes:
    """A page of lines."""
    objects = "".join(
        f'<ofd:TextObject ID="{n}"><ofd:TextCode X="0" Y="0">{line}</ofd:TextCode></ofd:TextObject>'
        for n, line in enumerate(lines)
    )
    return package({"OFD.xml": "<ofd:OFD/>", "Doc_0/Pages/Page_0/Content.xml": objects})


def pdf(*lines: str, title: str = "", packed: bool = True, mapped: bool = True) -> bytes:
    """A page of lines in one embedded font; unmapped, it does not say what its codes mean."""
    signs = sorted(set("".join(lines)))
    codes = {sign: n for n, sign in enumerate(signs, 1)}
    shown = b"".join(
        b"<" + b"".join(b"%04X" % codes[sign] for sign in line) + b"> Tj 0 -20 Td "
        for line in lines
    )
    table = b"beginbfchar " + b"".join(
        b"<%04X> <%s> " % (code, sign.encode("utf-16-be").hex().encode())
        for sign, code in codes.items()
    )
    name = b"<feff" + title.encode("utf-16-be").hex().encode() + b">"
    to_unicode = b" /ToUnicode 6 0 R" if mapped else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>",
        _stream(b"BT /F1 12 Tf 72 700 Td " + shown + b"ET", packed=packed),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H" + to_unicode + b" >>",
        _stream(table + b"endbfchar", packed=packed),
        b"<< /Title " + name + b" >>",
    ]
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % pair for pair in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer << /Root 1 0 R /Info 7 0 R >>\n%%EOF\n"


def _stream(content: bytes, *, packed: bool) -> bytes:
    data = zlib.compress(content) if packed else content
    kind = b" /Filter /FlateDecode" if packed else b""
    return b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(data), kind, data)


def original(folder: Path, name: str, content: bytes) -> Original:
    """Such a file as an original of a record."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(content)
    return attachments.original(folder, name, None)


def of_text(folder: Path, name: str, text: str) -> Original:
    """A file of the type its name says, with this text where it can hold one."""
    contents = {
        "docx": docx(text),
        "xlsx": xlsx(text),
        "ofd": ofd(text),
        "pdf": pdf(text),
        "jpg": b"\xff\xd8\xff\xe0",
        "doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    }
    return original(folder, name, contents[name.rpartition(".")[2]])
