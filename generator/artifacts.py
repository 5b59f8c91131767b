"""What the line yields: files of the Markdown tree, whoever makes them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import disk


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file of the Markdown tree."""

    uri: str
    """Path in the tree, with forward slashes."""
    content: str | bytes | Path
    """Text, bytes, or the file to copy."""
    source: str | None = None
    """The content file it comes from, relative to the project."""

    @property
    def output(self) -> str:
        """The file of the site that it becomes, relative to the site's folder."""
        return output_of(self.uri)

    @property
    def data(self) -> bytes:
        """What is written."""
        content = self.content
        if isinstance(content, Path):
            return content.read_bytes()
        return content.encode() if isinstance(content, str) else content


def output_of(uri: str) -> str:
    """The file of the site that a file of the tree becomes: a page for Markdown, else itself."""
    return f"{uri.removesuffix('.md')}.html" if uri.endswith(".md") else uri


def distinct(artifacts: Iterable[Artifact]) -> Iterator[Artifact]:
    """The same artifacts; raises ValueError for a second one at an address.

    Addresses that differ in the size of letters only are one on many systems.
    """
    taken: dict[str, str] = {}
    for artifact in artifacts:
        uri = artifact.uri
        if (before := taken.setdefault(uri.casefold(), uri)) is not uri:
            raise ValueError(f"two artifacts at one address: {before}, {uri}")
        yield artifact


def write(artifacts: Iterable[Artifact], target: Path, *, links: bool = False) -> int:
    """Write the tree to a folder; returns how many files.

    With `links`, files that only have to be there again are linked, not copied.
    """
    count, folders = 0, set[Path]()
    for count, artifact in enumerate(artifacts, 1):  # noqa: B007 - the count is what is returned
        file = target / artifact.uri
        if file.parent not in folders:
            file.parent.mkdir(parents=True, exist_ok=True)
            folders.add(file.parent)
        if isinstance(artifact.content, Path) and links:
            disk.link(artifact.content, file)
        else:
            file.write_bytes(artifact.data)
    return count
