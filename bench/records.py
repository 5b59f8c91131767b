"""What a loaded record holds in memory: its document, its places, its model."""

import gc
import sys
import tracemalloc
from pathlib import Path

from generator.intake import content


def measure(project: Path) -> None:
    """Load a project twice: what is computed once and shared is not a record's."""
    content.load(project / "content", project)
    gc.collect()
    tracemalloc.start()
    loaded = content.load(project / "content", project)
    gc.collect()
    held, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    number = len(loaded.records)
    sys.stdout.write(
        f"{number:,} records: {held / number / 1000:.1f} KB each once loaded,"
        f" at most {most / 1e6:.1f} MB while reading\n"
    )
