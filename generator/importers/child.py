"""The process that opens a source: bounded in memory and time, without a network.

`python -m generator.importers.child FILE` prints the outline as JSON, or why there is none.
"""

import json
import sys
import warnings
from pathlib import Path
from typing import Any

from generator.importers import limits, readers
from generator.importers.outline import UnreadableError

try:
    import resource
except ModuleNotFoundError:  # Windows has no such limits; the parent's clock is there
    resource = None  # type: ignore[assignment]

_REFUSED = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.fork",
    "ftplib.",
    "urllib.",
    "smtplib.",
)


def main() -> None:
    """Read the file named on the command line."""
    _confine()
    warnings.simplefilter("ignore")  # libraries speak to programmers of oddities in files
    said: dict[str, Any]
    try:
        said = {"outline": readers.read(Path(sys.argv[1])).plain}
    except UnreadableError as error:
        said = {"refused": str(error)}
    except MemoryError:
        said = {"refused": "读取这个文件要用的内存太多；请拆成几个文件，或用原来的软件另存"}
    except Exception as error:
        said = {"refused": f"文件的结构读不懂（{type(error).__name__}）；请用原来的软件打开后另存"}
    sys.stdout.buffer.write(json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def _confine() -> None:
    sys.addaudithook(_refuse)
    if resource is None:
        return
    resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY, limits.MEMORY))
    # `limits.longer` raises the first where pages are recognised from pictures.
    resource.setrlimit(resource.RLIMIT_CPU, (limits.SECONDS, limits.SCAN_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    del arguments
    if event.startswith(_REFUSED):
        raise PermissionError(event)


if __name__ == "__main__":
    main()
