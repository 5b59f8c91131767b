"""What pages of one sort have in common: the theme's page, rendered once and cut where they differ.

The page that is cut is made up, with the name of a slot wherever a page says something of its own.
What the theme says of a page's head and contents is rendered by its own partials, for the made-up
page as for each real one, so that nothing of it is written twice.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents, get_toc

_PARTS = "partials/page-parts.html"
_SEPARATOR = "\x1e"
_HEAD, _TITLE, _CONTENTS = "head", "title", "contents"
_BODY, _FIRST, _EDIT = "body", "first", "edit"
_SLOT = re.compile(r"gongkai-slot-(head|title|contents|body|first|edit)-here")
_HEADING, _SORTABLE = "<h1", " gk-sortable"
"""What templates look for in a page's content."""
_LISTED = 2
"""So many sections of a page are listed."""


class Sort(NamedTuple):
    """All that a shell depends on; pages of one sort stand in the same."""

    folder: str
    """The innermost folder above the page that the navigation leads to."""
    depth: int
    has_head: bool
    has_contents: bool
    has_heading: bool
    is_sortable: bool
    has_edit: bool


class MisfitError(Exception):
    """Raised where a theme's page cannot be cut: a part of it is not there, or is there twice."""


class Shell:
    """The common part of the pages of one sort."""

    def __init__(self, html: str, parts: Mapping[str, str]) -> None:
        for name, part in parts.items():
            if not part.strip():
                continue  # pages of this sort have none
            if html.count(part) != 1:
                raise MisfitError(name)
            html = html.replace(part, slot(name))
        self._pieces = _SLOT.split(html)
        """What all have and the names of slots, in turn."""

    def filled(self, page: Page, parts: Mapping[str, str]) -> str:
        """A page of this sort, as the theme would have rendered it."""
        own = {**parts, _BODY: page.content or "", _EDIT: page.edit_url or ""}
        own[_FIRST] = next((entry.id for entry in page.toc), "")
        pieces = self._pieces
        return "".join(own[piece] if n % 2 else piece for n, piece in enumerate(pieces))


def slot(name: str) -> str:
    """What stands in a made-up page where a real one has something of its own."""
    return f"gongkai-slot-{name}-here"


def sort_of(page: Page, folder: str) -> Sort:
    """The sort of a page that lies in or below a folder of the navigation."""
    content = page.content or ""
    return Sort(
        folder=folder,
        depth=page.url.count("/"),
        has_head=bool(page.meta.get("head")),
        has_contents=len(page.toc) > 0,
        has_heading=_HEADING in content,
        is_sortable=_SORTABLE in content,
        has_edit=page.edit_url is not None,
    )


def parts_of(page: Page, env: Environment, config: MkDocsConfig) -> Mapping[str, str]:
    """What the theme says of one page's head and contents."""
    template = env.get_template(_PARTS)
    written = template.render(page=page, config=config, separator=_SEPARATOR)
    return dict(zip((_HEAD, _TITLE, _CONTENTS), written.split(_SEPARATOR), strict=True))


def made_up(sort: Sort, config: MkDocsConfig) -> Page:
    """A page of a sort that has the name of a slot in every place.

    It lies where no page does, so that whatever follows from an address differs from a real page.
    """
    below = f"{slot(_BODY)}/" * (sort.depth - sort.folder.count("/"))
    file = File.generated(config, f"{sort.folder}{below}index.md", content="")
    page = Page(slot(_TITLE), file, config)
    page.markdown, page.meta = "", {"title": slot(_TITLE), "description": slot(_HEAD)}
    if sort.has_head:
        page.meta["head"] = {slot(_HEAD): slot(_HEAD)}
    looked_for = (_HEADING, sort.has_heading), (_SORTABLE, sort.is_sortable)
    page.content = " ".join((slot(_BODY), *(sign for sign, there in looked_for if there)))
    if sort.has_contents:
        page.toc = _contents()
    if page.canonical_url is not None:
        page.canonical_url = slot(_HEAD)
    page.edit_url = slot(_EDIT) if sort.has_edit else None
    return page


def _contents() -> TableOfContents:
    """A heading with sections enough to be listed."""
    sections: list[Any] = [
        {"level": 2, "id": slot(_CONTENTS), "name": slot(_CONTENTS), "children": []}
    ] * _LISTED
    first: Any = {"level": 1, "id": slot(_FIRST), "name": slot(_FIRST), "children": sections}
    return get_toc([first])


def shell_of(
    sort: Sort, env: Environment, config: MkDocsConfig, rendered: Callable[[Page], str]
) -> Shell:
    """The shell of a sort of pages; raises MisfitError where the theme's page cannot be cut."""
    page = made_up(sort, config)
    html = rendered(page).replace(page.content or "", slot(_BODY))
    return Shell(html, parts_of(page, env, config))
