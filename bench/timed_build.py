"""`mkdocs build --strict` in this process, with a clock round every stage.

    python -m bench.timed_build REPORT

Run in the folder of a project. The report is JSON: `seconds` of CPU by stage, and which stages are
`absent`. What the process takes after its report, to end, is in neither.
"""

import json
import resource
import sys
from functools import wraps
from pathlib import Path

from mkdocs.__main__ import cli
from mkdocs.commands import build as command

from bench.stage_clock import Clock, Function, install
from bench.stage_table import STAGES, WORKERS


def main() -> None:
    """Build, and write the report."""
    clock = Clock()
    absent = install(STAGES, clock)
    vars(command)["build"] = beginning(command.build, clock)
    cli(["build", "--strict"], standalone_mode=False)
    clock.close()
    workers = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = {**clock.seconds, WORKERS: workers.ru_utime + workers.ru_stime}
    report = {"seconds": seconds, "absent": absent}
    Path(sys.argv[1]).write_text(json.dumps(report), encoding="utf-8")


def beginning(build: Function, clock: Clock) -> Function:
    """MkDocs' own build, with which start-up ends."""

    @wraps(build)
    def begun(*args: object, **named: object) -> object:
        clock.begin()
        return build(*args, **named)

    return begun


if __name__ == "__main__":
    main()
