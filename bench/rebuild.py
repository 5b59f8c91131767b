"""From a saved record to the finished rebuild of a preview, against the preview's first build."""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from bench.edits import edits

_ADDRESS = "http://127.0.0.1:8000/"


def measure(project: Path) -> None:
    """Save a record as often as there are edits; show CPU as a share of the first build's."""
    files = sorted((project / "content/records").rglob("*.yml"))
    with tempfile.TemporaryDirectory() as site:
        first, _ = _cpu(_preview(project, site))
        sys.stdout.write(f"{len(files)} records, first build {first:.1f} s of CPU\n")
        for edit in edits(files):
            edit.make()
            again, took = _cpu(_preview(project, site))
            sys.stdout.write(f"{edit.name}: {again / first:.3f} of it, {took:.1f} s to the page\n")


def _preview(project: Path, site: str) -> Callable[[], None]:
    """A build as `mkdocs serve` makes it; its plugins are kept for the next."""

    def built() -> None:
        config = load_config(str(project / "mkdocs.yml"), site_dir=site)
        config.site_url = _ADDRESS
        if not (Path(site) / "index.html").exists():
            config.plugins.on_startup(command="serve", dirty=False)
        with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
            loud, sys.stderr = sys.stderr, nowhere
            try:
                build(config, serve_url=_ADDRESS)
            finally:
                sys.stderr = loud

    return built


def _cpu(work: Callable[[], None]) -> tuple[float, float]:
    """Seconds of CPU, and on the clock."""
    begun, wall = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - begun, time.perf_counter() - wall
