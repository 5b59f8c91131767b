"""Runs one command and writes down what it cost; a program of its own, and as small as can be.

A process begins with the memory of the one that started it counted as its own peak, so what is
measured is started from here: an interpreter without site packages, some 10 MB. CPU is what the
kernel counted for the command and all processes it waited for. The peak is that of the largest of
these processes; where several lived at once, their proportional shares are sampled and added.

    python -I -S launcher.py REPORT COMMAND...
"""

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

EVERY = 0.2
"""Seconds between two looks at processes that live at once."""
_GROUP = 2
"""Of what /proc says behind a process's name, the number of its process group."""


def main() -> int:
    """Run the command, write the report, and end as the command did."""
    report, *command = sys.argv[1:]
    start = time.perf_counter()
    # Whatever the command starts is in its group.
    child = subprocess.Popen(command, start_new_session=True)  # noqa: S603 - the bench's own
    sampled = 0
    while True:
        try:
            child.wait(EVERY)
            break
        except subprocess.TimeoutExpired:
            sampled = max(sampled, together(child.pid))
    wall = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    largest = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    said = {
        "user": used.ru_utime, "system": used.ru_stime, "wall": wall,
        "peak": max(largest, sampled),
    }  # fmt: skip
    Path(report).write_text(json.dumps(said), encoding="utf-8")
    return child.returncode


def together(group: int) -> int:
    """Bytes that the processes of a group hold together; 0 unless there are several."""
    members = [folder for folder in Path("/proc").glob("[0-9]*") if _group_of(folder) == group]
    return sum(map(_share, members)) if len(members) > 1 else 0


def _group_of(folder: Path) -> int | None:
    try:
        return int((folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[_GROUP])
    except (OSError, IndexError):  # it has ended meanwhile
        return None


def _share(folder: Path) -> int:
    try:
        lines = (folder / "smaps_rollup").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


if __name__ == "__main__":
    sys.exit(main())
