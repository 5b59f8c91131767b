"""The style sheet of every page: written in files by room, served as one.

One file costs a reader one request, and a small one is read by whoever changes it. The rooms follow
one another as their rules rely on it: what every page has first, then screens, then paper.
"""

from generator.pages.theme import THEME

FOLDER = "styles"
"""Where the rooms lie in the theme; no site has them."""
ROOMS = (
    "tokens", "display", "frame", "navigation", "page", "text", "answer", "results", "signs",
    "tables", "rows", "phone", "home", "lists", "charts", "search-box", "search-asked",
    "search-found", "search-choices", "foot", "sheet", "print",
)  # fmt: skip
"""The files of the sheet in their order."""


def sheet() -> str:
    """The whole style sheet."""
    files = (THEME / FOLDER / f"{room}.css" for room in ROOMS)
    return "\n".join(file.read_text(encoding="utf-8") for file in files)
