"""What is written of an import: the draft, what it was read from, the page beside it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from generator.importers.importing import Imported, Source
from generator.importers.page import Difference, page
from generator.importers.provenance import as_data
from generator.source import Plain

DRAFT, BASE, PAGE = ".yml", ".json", ".html"
_INDENT = 2


class Base(NamedTuple):
    """A draft as it was imported the last time."""

    path: str
    """Below the folder, without a suffix."""
    source: str
    """The name of its source."""
    digest: str
    record: Mapping[str, Plain]


def files_of(
    source: Source, one: Imported, out: Path, *, with_draft: bool = True, path: str = "",
    text: str | None = None, changes: Sequence[Difference] = (),
) -> dict[Path, bytes]:  # fmt: skip
    """The files of a draft; its own path and text, unless it stands elsewhere or was merged."""
    place = path or one.path
    data = json.dumps(as_data(source, one), ensure_ascii=False, indent=_INDENT)
    files = {out / f"{place}{DRAFT}": (text or one.draft.text).encode()} if with_draft else {}
    files[out / f"{place}{BASE}"] = f"{data}\n".encode()
    files[out / f"{place}{PAGE}"] = page(source, one, place, changes).encode()
    return files


def bases(out: Path) -> Iterator[Base]:
    """What earlier imports left in a folder; files that are none of ours are passed over."""
    for file in sorted(out.rglob(f"*{BASE}")):
        try:
            data: Any = json.loads(file.read_bytes())
            told, record = data["source"], data["record"]
            name, digest = told["name"], told["sha256"]
        except (ValueError, KeyError, TypeError, OSError):
            continue
        if isinstance(name, str) and isinstance(digest, str) and isinstance(record, dict):
            place = file.relative_to(out).with_suffix("").as_posix()
            yield Base(place, name, digest, record)
