"""Pages that MkDocs does not build: known to links and to the sitemap, and made anew for each."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import overload

from mkdocs.structure.files import File, Files

from generator.pages.page_artifact import PageArtifact
from generator.plugin.ready_pages import ReadyPage

Making = Callable[[PageArtifact], ReadyPage]
"""Makes the page of an artifact, without its text."""


class FilesWithApart(Files):
    """The files that MkDocs builds; whoever asks for a page by its place finds the others too."""

    def __init__(self, files: Files, apart: Mapping[str, PageArtifact], making: Making) -> None:
        super().__init__(list(files))
        self._apart = apart
        self._making = making
        self.asked: dict[str, ReadyPage] = {}
        """The pages apart that links lead to: what anchors these have must be told later."""

    def get_file_from_path(self, path: str) -> File | None:
        """The file at a place in the tree."""
        uri = PurePath(path).as_posix()
        if (artifact := self._apart.get(uri)) is None:
            return super().get_file_from_path(path)
        if uri not in self.asked:
            self.asked[uri] = self._making(artifact)
        return self.asked[uri].file


class AllPages(Sequence[File]):
    """All pages of a site in their order, for templates that list them.

    A page apart knows its address and when it was updated, not its titles or its text.
    """

    def __init__(
        self, built: Sequence[File], apart: Mapping[str, PageArtifact], order: Sequence[str],
        making: Making,
    ) -> None:  # fmt: skip
        ours = set(order)
        self._built = {file.src_uri: file for file in built}
        self._apart, self._making = apart, making
        self._order = [uri for uri in self._built if uri not in ours]
        self._order += [uri for uri in order if uri in self._built or uri in apart]

    def __len__(self) -> int:
        return len(self._order)

    def __iter__(self) -> Iterator[File]:
        return map(self._file, self._order)

    @overload
    def __getitem__(self, index: int) -> File: ...
    @overload
    def __getitem__(self, index: slice) -> list[File]: ...
    def __getitem__(self, index: int | slice) -> File | list[File]:
        if isinstance(index, slice):
            return [self._file(uri) for uri in self._order[index]]
        return self._file(self._order[index])

    def _file(self, uri: str) -> File:
        if (artifact := self._apart.get(uri)) is None:
            return self._built[uri]
        page = self._making(artifact)
        page.meta = {"updated": artifact.updated} if artifact.updated else {}
        return page.file
