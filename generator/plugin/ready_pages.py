"""Pages of MkDocs that know their HTML: no front matter to read again, no Markdown to parse.

All events of MkDocs fire as they do for any page, and what a plugin makes of the Markdown is
converted like the rest. Whatever our converter refuses, MkDocs converts.
"""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents, get_toc

from generator.html import Converted, Heading, OutsideError, anchors, converted
from generator.pages.page_artifact import PageArtifact
from generator.plugin.fast_way import FastWay, toc_depth
from generator.store.pages import StoredContents

PLUGIN = "gongkai"
"""Our name among the plugins."""
_ENOUGH = 12_000
"""Signs of a page that show how its template is written; the pages of rules and of fields, one of
each in a site, are ten times as long."""


class ReadyFile(File):
    """A page's file; its text is written only for whoever asks for it."""

    def __init__(
        self, artifact: PageArtifact, config: MkDocsConfig, inclusion: InclusionLevel
    ) -> None:
        super().__init__(
            artifact.uri, None, config.site_dir, config.use_directory_urls, inclusion=inclusion
        )
        self.artifact = artifact
        self.edit_uri = artifact.source
        self.generated_by = PLUGIN
        self.given: str | None = None
        """What a plugin put in the place of its text."""

    @property
    def content_string(self) -> str:
        """The Markdown with its front matter."""
        return self.artifact.content if self.given is None else self.given

    @content_string.setter
    def content_string(self, value: str) -> None:
        self.given = value

    @property
    def content_bytes(self) -> bytes:
        """The same in UTF-8."""
        return self.content_string.encode()

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        self.given = value.decode()


class ReadyPage(Page):
    """A page that takes metadata and Markdown as they were made."""

    def __init__(
        self, title: str | None, file: ReadyFile, config: MkDocsConfig, fast: FastWay,
        contents: StoredContents | None = None,
    ) -> None:  # fmt: skip
        super().__init__(title, file, config)
        self._source = file
        self._fast = fast
        self._contents = contents
        self._known: Converted | None = None
        """What was made of the same before."""

    @property
    def artifact(self) -> PageArtifact:
        """What it is made of."""
        return self._source.artifact

    def read_source(self, config: MkDocsConfig) -> None:
        """Take what MkDocs would read from the file."""
        if self._source.given is not None:
            super().read_source(config)
            return
        artifact = self._source.artifact
        self._known = self._contents.recall(artifact) if self._contents else None
        if self._known is not None:
            self.markdown, self.meta = "", dict(artifact.meta)
            return
        text = artifact.text
        self.markdown, self.meta = text.markdown, dict(text.meta)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the Markdown; of the first page of each template the beginning in both ways."""
        if self._known is not None:
            self.content = self._known.html
            self.toc = contents_of(self._known.headings, toc_depth(config))
            return
        if self.markdown is None or not self._fast.is_open:
            super().render(config, files)
            return
        template = self._source.artifact.template
        try:
            made = converted(self.markdown.strip("\n"))
            agrees = template in self._fast.compared or self._agrees(config, files)
        except OutsideError:
            self._fast.refused += 1
            super().render(config, files)
            return
        if not agrees:
            self._fast.close(f"{template} 的页面与通常方式不同（{self.file.src_uri}）")
            super().render(config, files)
            return
        self._fast.compared.add(template)
        contents = contents_of(made.headings, toc_depth(config))
        self.content, self.toc = made.html, contents
        if self._contents is not None:
            self._contents.learn(self._source.artifact, made)
        self.__dict__.pop("present_anchor_ids", None)

    @cached_property
    def present_anchor_ids(self) -> set[str] | None:  # type: ignore[override]
        """The ids that links may lead to, sought for when a link does."""
        return None if self.content is None else anchors(self.content)

    def _agrees(self, config: MkDocsConfig, files: Files) -> bool:
        """Whether the beginning of the page is the same both ways."""
        whole = self.markdown or ""
        self.markdown = _beginning(whole)
        try:
            made = converted(self.markdown.strip("\n"))
            super().render(config, files)
            contents = contents_of(made.headings, toc_depth(config))
            same_ids = self.present_anchor_ids == anchors(made.html)
            return same_ids and self.content == made.html and str(self.toc) == str(contents)
        finally:
            self.markdown = whole
            self.__dict__.pop("present_anchor_ids", None)


def _beginning(markdown: str) -> str:
    """Whole blocks, enough of them to show how a template is written."""
    end = markdown.find("\n\n", _ENOUGH)
    return markdown if end < 0 else markdown[:end]


def contents_of(headings: Iterable[Heading], depth: int) -> TableOfContents:
    """The headings down to a level, one in the other, as MkDocs hands them to themes."""
    kept = (h for h in headings if h.level <= depth)
    flat: list[Any] = [{"level": h.level, "id": h.id, "name": h.name} for h in kept]
    return get_toc(nest_toc_tokens(flat))
