"""What an original says, as far as it can be read without its program.

The text is only ever searched for what must not be published; no page shows it. It holds what a
printed page hides: headers, comments, deleted and hidden passages, properties.
"""

from generator.intake.originals import office, pdf
from generator.intake.originals.attachments import Original
from generator.intake.originals.extract import Extract, Part

__all__ = ["Extract", "Part", "text_of"]

_OFFICE = frozenset({"docx", "xlsx", "ofd"})
_PICTURES = frozenset({"jpg", "png"})


def text_of(original: Original) -> Extract:
    """All that can be read of an original, and what cannot; never raises for its content."""
    if original.kind in _OFFICE:
        return office.read(original.file)
    if original.kind == "pdf":
        return pdf.read(original.file.read_bytes())
    if original.kind in _PICTURES:
        return Extract((), ("图片中的文字",))
    return Extract((), (f"{original.kind} 格式的内容",))
