"""`make bench`: what the work costs, per record.

Seconds differ from machine to machine and hour to hour. Every claim is therefore a ratio to
something measured in the same run, turn by turn, with the median of the pairs.

    python -m bench [stages] [search] [records] [memory] [--records N ...] [--project FOLDER]
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bench import memory, records, search, stages
from generator.demo import folder

PARTS: Mapping[str, tuple[Callable[[Path], None], Sequence[int]]] = {
    "stages": (stages.measure, [300]),
    "search": (search.measure, [3_000]),
    "records": (records.measure, [200, 800]),
    "memory": (memory.measure, [1_000, 10_000]),
}
"""What can be measured, and on demos of how many records."""
USUAL = ("stages", "search", "records")


def main() -> None:
    """Make fictional sites, or take one that is there, and measure."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="all but memory if none")
    parser.add_argument("--records", type=int, nargs="+", help="sizes of the fictional sites")
    parser.add_argument("--project", type=Path, help="a site project instead of a fictional one")
    chosen = parser.parse_args()
    for name in chosen.parts or USUAL:
        measure, usual = PARTS[name]
        sys.stdout.write(f"\n== {name}\n")
        if chosen.project:
            measure(chosen.project.resolve())
            continue
        for number in chosen.records or usual:
            with tempfile.TemporaryDirectory() as made:
                project = Path(made).resolve() / "demo"
                folder.write_project(project, number, seed=1)
                measure(project)


if __name__ == "__main__":
    main()
