"""A page of the tree, rendered when somebody asks: texts of all pages together fill memory."""

from collections.abc import Mapping

from generator.artifacts import Artifact
from generator.pages.addresses import PAGE
from generator.pages.rendering import PageText, Renderer, metadata
from generator.pages.views.base import View


class PageArtifact(Artifact):
    """The Markdown file of a view; each call renders it anew."""

    __slots__ = ("_renderer", "view")

    def __init__(self, view: View, renderer: Renderer) -> None:
        # Artifacts are frozen, and this one has no content to keep.
        place = {"uri": view.address + PAGE, "source": view.source}
        for name, value in (place | {"view": view, "_renderer": renderer}).items():
            object.__setattr__(self, name, value)

    view: View
    """What the page shows."""
    _renderer: Renderer

    @property
    def content(self) -> str:
        """The Markdown with its front matter."""
        return self.text.whole

    @property
    def meta(self) -> Mapping[str, object]:
        """The metadata alone, without rendering."""
        return metadata(self.view)

    @property
    def text(self) -> PageText:
        """The metadata and the Markdown apart."""
        return self._renderer.text(self.view)
