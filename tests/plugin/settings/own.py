"""A hook of a site: it writes one file."""

from pathlib import Path
from typing import Any


def on_post_build(config: Any) -> None:
    Path(config.site_dir, "own.txt").write_text("a", encoding="utf-8")
