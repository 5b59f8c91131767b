"""A page of the tree, rendered when somebody asks: texts of all pages together fill memory."""

from collections.abc import Mapping, Sequence
from datetime import date

from generator.artifacts import Artifact
from generator.pages.addresses import PAGE
from generator.pages.planned import PlannedPage
from generator.pages.rendering import PageText, Renderer, metadata


class PageArtifact(Artifact):
    """The Markdown file of a page; each call makes and renders it anew."""

    __slots__ = ("_page", "_renderer")

    def __init__(self, page: PlannedPage, renderer: Renderer) -> None:
        # Artifacts are frozen, and this one has no content to keep.
        place = {"uri": page.address + PAGE, "source": page.source}
        for name, value in (place | {"_page": page, "_renderer": renderer}).items():
            object.__setattr__(self, name, value)

    _page: PlannedPage
    _renderer: Renderer

    @property
    def template(self) -> str:
        """The template by which it is rendered, which all pages of its kind share."""
        return self._page.template

    @property
    def updated(self) -> date | None:
        """When its content was last disclosed."""
        return self._page.updated

    @property
    def rests_on(self) -> Sequence[object]:
        """The values that it follows from."""
        return self._page.rests_on()

    @property
    def content(self) -> str:
        """The Markdown with its front matter."""
        return self.text.whole

    @property
    def meta(self) -> Mapping[str, object]:
        """The metadata alone, without rendering."""
        return metadata(self._page.made())

    @property
    def text(self) -> PageText:
        """The metadata and the Markdown apart."""
        return self._renderer.text(self._page.made())
