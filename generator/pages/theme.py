"""The theme's folder beside the package: templates and assets of our pages."""

from pathlib import Path

THEME = Path(__file__).parents[2] / "theme_overrides"
"""Laid over the configured theme."""
_ASSETS = "assets"
SHEET = f"{_ASSETS}/gongkai.css"
"""The style sheet of every page, which a build puts together."""


def outputs() -> tuple[str, ...]:
    """The files that the theme adds to a site, relative to the site's folder."""
    files = (file for file in (THEME / _ASSETS).rglob("*") if file.is_file())
    return tuple(sorted([SHEET, *(file.relative_to(THEME).as_posix() for file in files)]))
