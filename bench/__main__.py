"""`make bench`: what the work costs, per record.

Seconds differ from machine to machine and hour to hour. Every claim is therefore a ratio to
something measured in the same run, turn by turn, with the median of the pairs.

    python -m bench [results] [rules] [search] [records] [rebuild] [memory] [--records N ...]
                    [--project FOLDER] [--quick]

`results` is the budget of a build and the race with others; it writes bench/RESULTS.md, with
`--quick` it only shows what is soon measured.
"""

import argparse
import importlib
import shlex
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench import results

PARTS: Mapping[str, Sequence[int]] = {
    "rules": [300],
    "search": [3_000],
    "records": [200, 800],
    "rebuild": [1_000],
    "memory": [1_000, 10_000],
}
"""The modules that measure a project, and on demos of how many records."""
RESULTS = "results"
USUAL = (RESULTS, "rules", "search", "records")


def main() -> None:
    """Make fictional sites, or take one that is there, and measure."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument(
        "parts", nargs="*", choices=[RESULTS, *PARTS, []], help="all but rebuild and memory"
    )
    parser.add_argument("--records", type=int, nargs="+", help="sizes of the fictional sites")
    parser.add_argument("--project", type=Path, help="a site project instead of a fictional one")
    parser.add_argument("--turns", type=int, default=results.TURNS, help="of the race, at most")
    parser.add_argument("--quick", action="store_true", help="results of few, shown only")
    chosen = parser.parse_args()
    for name in chosen.parts or USUAL:
        sys.stdout.write(f"\n== {name}\n")
        if name != RESULTS:
            _measure(name, chosen.project, chosen.records or PARTS[name])
        elif chosen.quick:
            results.show_quick(chosen.records or [results.QUICK], chosen.turns)
        else:
            what = f' WHAT="{shlex.join(sys.argv[1:])}"' if sys.argv[1:] else ""
            results.write(chosen.records or results.SIZES, chosen.turns, f"make bench{what}")


def _measure(name: str, project: Path | None, sizes: Sequence[int]) -> None:
    """Let a module measure; only then is imported what it alone needs."""
    measure = importlib.import_module(f"bench.{name}").measure
    if project:
        measure(project.resolve())
        return
    folder = importlib.import_module("generator.demo.folder")
    for number in sizes:
        with tempfile.TemporaryDirectory() as made:
            fictional = Path(made).resolve() / "demo"
            folder.write_project(fictional, number, seed=1)
            measure(fictional)


if __name__ == "__main__":
    main()
