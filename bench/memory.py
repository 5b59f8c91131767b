"""What the index needs in memory: the most at any time, beside the records it is made of."""

import sys
import tracemalloc
from pathlib import Path

from generator import search
from generator.catalog import Catalog
from generator.intake import content


def measure(project: Path) -> None:
    """Make the index of a project twice: what is computed once and kept is not the index's."""
    loaded = content.load(project / "content", project)
    catalog = Catalog(loaded.regions, loaded.departments, loaded.records)
    size = sum(len(script.data) for script in search.scripts(catalog))
    tracemalloc.start()
    for _ in search.scripts(catalog):
        pass
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    sys.stdout.write(
        f"{len(loaded.records):,} records: index of {size / 1e6:.1f} MB,"
        f" at most {most / 1e6:.1f} MB in memory, {most / len(loaded.records) / 1000:.1f} KB each\n"
    )
