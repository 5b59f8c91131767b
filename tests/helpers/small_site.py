"""A site of a few records: each the sound one, changed as a test says."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator import site
from generator.site import Site
from helpers.audit import sound_data
from helpers.frame_records import PUBLISHER, REGISTER, write

DEPARTMENT = "ju"


def built(
    root: Path, records: Mapping[str, Mapping[str, Any]], *, year: int = 2023, preview: bool = False
) -> Site:
    """Records by their ids in one year of one department; an empty value takes a key away."""
    content = root / "content"
    write(content / "publisher.yml", PUBLISHER)
    write(content / "departments.yml", REGISTER)
    for name, changes in records.items():
        data = sound_data() | dict(changes)
        kept = {key: value for key, value in data.items() if value != ""}
        write(content / "records" / str(year) / DEPARTMENT / f"{name}.yml", kept)
    return site.build(content, root, preview=preview)


def pages(made: Site) -> dict[str, str]:
    """Generated texts by their places: pages without `index.md`, the index by its file names."""
    return {a.uri.removesuffix("index.md"): str(a.content) for a in made.artifacts}
