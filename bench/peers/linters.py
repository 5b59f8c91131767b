"""yamllint and check-jsonschema over a sample of records, their cost for all of them reckoned.

One record alone tells what the start costs; the sample, what each further record does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bench.ground import Ground
from bench.peers import installed
from bench.runs import Run, run

SAMPLE = 50
"""Records read; more tell nothing new and take minutes."""
YAMLLINT, CHECK_JSONSCHEMA = "yamllint, reckoned", "check-jsonschema, reckoned"
_LONG_LINES = "{extends: relaxed, rules: {line-length: disable}}"
_PYTHON_PATTERNS = ("--regex-variant", "python")
"""Its own engine refuses an escaped quotation mark."""


class Linters:
    """Each reads files by itself and knows nothing of what they say of one another."""

    name = "yamllint, check-jsonschema"

    def __init__(self, environment: Path = installed.ENVIRONMENT) -> None:
        names = ("yamllint", "check-jsonschema")
        versions = [installed.version(name, environment) for name in names]
        self.version = ", ".join(versions) if all(versions) else ""
        self._yamllint, self._schema = (installed.script(name, environment) for name in names)

    def prepare(self, ground: Ground) -> None:
        """Nothing: they read the records."""

    def turn(self, ground: Ground) -> Iterator[tuple[str, Run]]:
        """Each over one record and over the sample."""
        if self._yamllint is None or self._schema is None:
            return
        yield YAMLLINT, _reckoned([self._yamllint, "-d", _LONG_LINES], ground)
        checked = (self._schema, *_PYTHON_PATTERNS, "--schemafile", ground.schema)
        yield CHECK_JSONSCHEMA, _reckoned(checked, ground)


def _reckoned(command: Sequence[str | Path], ground: Ground) -> Run:
    files = spread(ground.files, SAMPLE)
    one, sample = (run([*command, *some], ground.folder) for some in (files[:1], files))
    return scaled(one, sample, len(files), ground.records)


def spread(files: Sequence[Path], number: int) -> Sequence[Path]:
    """So many files, or all, taken evenly from the list."""
    step = max(1, len(files) // number)
    return files[::step][:number]


def scaled(one: Run, sample: Run, size: int, records: int) -> Run:
    """What all records would cost, by what one and a sample did; the peak is the sample's."""
    further = (records - 1) / max(1, size - 1)
    return replace(
        sample, cpu=one.cpu + (sample.cpu - one.cpu) * further,
        wall=one.wall + (sample.wall - one.wall) * further,
    )  # fmt: skip
