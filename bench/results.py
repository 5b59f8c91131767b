"""The budget of a build and the race with others: `bench/RESULTS.md`."""

import os
import platform
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bench import ground
from bench.peers import installed, linters
from bench.peers.contestant import Contestant
from bench.peers.generators import PlainMkDocs, Zensical
from bench.peers.hugo import Hugo
from bench.peers.linters import Linters
from bench.peers.ours import Clocked, Ours
from bench.race import Race, hold
from bench.tables import NONE, Block, block, growths

RESULTS = Path(__file__).parent / "RESULTS.md"
_TEMPLATE = "results.md.jinja"
_PACKAGES = {
    "Hugo": "hugo", "Pagefind": "pagefind-bin-extended", "yamllint": "yamllint",
    "check-jsonschema": "check-jsonschema", "Zensical": "zensical",
}  # fmt: skip
SIZES = (1_000, 10_000)
TURNS = 3
_PATIENCE = 1_200
"""Seconds for all turns on one ground; at 10,000 records one turn takes them."""
QUICK = 300
"""Records of the quick run, in which only Hugo and ours take part."""
_HASTE = 110
"""Seconds for all turns of the quick run, which with its beginning is to end in three minutes."""


def write(sizes: Sequence[int], turns: int, command: str) -> None:
    """Measure everything at these sizes, and write the results."""
    text = measured(sizes, everybody(), command, turns, _PATIENCE)
    RESULTS.write_text(text, encoding="utf-8")
    sys.stdout.write(f"{text}\nwritten to {RESULTS}\n")


def show_quick(sizes: Sequence[int], turns: int) -> None:
    """Ours and Hugo at a small size, to be looked at."""
    few: list[Contestant] = [Ours(), Hugo(searches=False)]
    sys.stdout.write(measured(sizes, few, "make bench-quick", turns, _HASTE))


def everybody() -> list[Contestant]:
    """All who take part beside the build with clocks."""
    return [Ours(), Hugo(), PlainMkDocs(), Zensical(), Linters()]


def measured(
    sizes: Sequence[int], contestants: Sequence[Contestant], command: str, turns: int,
    patience: float,
) -> str:  # fmt: skip
    """The results as a page."""
    races: list[Race] = []
    blocks: list[Block] = []
    for size in sorted(sizes):
        clocked = Clocked()
        with ground.made(size) as site:
            races.append(hold(site, [clocked, *contestants], turns, patience))
        blocks.append(block(races[-1], clocked))
    return page(blocks, growths(races), command)


def page(blocks: Sequence[Block], grown: Sequence[tuple[str, str]], command: str) -> str:
    """The page that says it all."""
    jinja = Environment(
        loader=FileSystemLoader(Path(__file__).parent), undefined=StrictUndefined,
        autoescape=False, keep_trailing_newline=True,  # noqa: S701 - Markdown of our own numbers
    )  # fmt: skip
    versions = {
        name: installed.version(package, installed.ENVIRONMENT) or NONE
        for name, package in _PACKAGES.items()
    }
    versions |= {one.name: one.version for one in (Ours(), PlainMkDocs())}
    return jinja.get_template(_TEMPLATE).render(
        blocks=blocks, growths=grown, command=command, versions=versions, machine=_machine(),
        date=datetime.now().astimezone().date(), sample=linters.SAMPLE,
    )  # fmt: skip


def _machine() -> str:
    return (
        f"{os.cpu_count()} cores, Python {platform.python_version()},"
        f" {platform.system()} {platform.release()} on {platform.machine()}"
    )
