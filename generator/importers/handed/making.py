"""A form made: its bytes, and what of a record does not come back from it."""

import tempfile
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from generator.importers.handed import carried
from generator.importers.handed.asked import Asked
from generator.importers.handed.boxes import Sheet
from generator.importers.handed.layout import laid_out
from generator.importers.importing import Ground, imported
from generator.source import Plain

FORMATS: Mapping[str, str] = MappingProxyType({".xlsx": "excel", ".docx": "word"})
"""By suffix the module that writes it."""


class Made(NamedTuple):
    """A form."""

    content: bytes
    lacking: Mapping[str, int]
    """The fields of the record that an import of the form does not give back, and how many values
    of each; nothing where the form was made empty."""


def made(suffix: str, asked: Asked, year: str, record: Mapping[str, Plain], on: Ground) -> Made:
    """The form of a kind and a frame, empty or filled in from a record in Chinese keys.

    What it carries is not promised but tried: a filled form is imported before it is handed out.
    """
    sheet = laid_out(asked, year, record)
    write: Callable[[Sheet, str], bytes] = import_module(f"{__package__}.{FORMATS[suffix]}").written
    content = write(sheet, asked.kind.wording.document)
    if not record:
        return Made(content, {})
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"form{suffix}"
        file.write_bytes(content)
        drafts = imported(file, Ground(on.declared, on.departments), set()).drafts
    draft = drafts[0].draft if len(drafts) == 1 else None
    return Made(content, carried.lacking(record, draft))
