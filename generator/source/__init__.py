"""Content files: YAML in, text with its places out; and back.

Every scalar stays the text that was typed. What YAML would guess, hide or repeat (numbers and
dates, aliases, tags, a second key of one name) is left to the model or refused here.

The words of this room: a `Mark` is a line and column of a text, an `At` the way through its data.
A `Fault` is anything wrong at a mark; a slip is a fault at which the parser gave up, or should
have. Outside, a fault in a file is a `Diagnostic`, its mark a `Location`.
"""

from generator.source.document import At, Document, Plain, Reading, dotted, undotted
from generator.source.keys import slip_in
from generator.source.layout import Layout, layout_of
from generator.source.mark import Mark
from generator.source.patching import apart, decoded_lines, patched
from generator.source.reader import digest, read, read_file
from generator.source.spelling import quoted, scalar
from generator.source.writer import write

__all__ = [
    "At",
    "Document",
    "Layout",
    "Mark",
    "Plain",
    "Reading",
    "apart",
    "decoded_lines",
    "digest",
    "dotted",
    "layout_of",
    "patched",
    "quoted",
    "read",
    "read_file",
    "scalar",
    "slip_in",
    "undotted",
    "write",
]
