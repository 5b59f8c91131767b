"""The attachment of invented reports: one small PDF that says what it is."""

_TEXT = b"BT /F1 14 Tf 60 780 Td (Fictional report of Shili City. Nothing here is real.) Tj ET"
_OBJECTS = (
    b"<</Type/Catalog/Pages 2 0 R>>",
    b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources 6 0 R>>",
    b"<</Length %d>>\nstream\n%s\nendstream" % (len(_TEXT), _TEXT),
    b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    b"<</Font<</F1 5 0 R>>>>",
)


def pdf() -> bytes:
    """A valid PDF of one page, always the same."""
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(_OBJECTS, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(_OBJECTS) + 1
    return (
        body
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
        + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(body))
    )
