"""Artifacts as files of MkDocs, and the navigation as its settings write it."""

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from generator.artifacts import Artifact
from generator.pages.navigation import NavigationItem


def hand_over(
    artifacts: Iterable[Artifact],
    navigation: tuple[NavigationItem, ...],
    files: Files,
    config: MkDocsConfig,
) -> None:
    """Put artifacts among the files; pages that the navigation lacks are built all the same."""
    shown = set(_uris(navigation))
    for artifact in artifacts:
        _replace(files, artifact.uri)
        files.append(_file(artifact, config, in_navigation=artifact.uri in shown))


def as_setting(item: NavigationItem) -> dict[str, object]:
    """An item as mkdocs.yml would write it."""
    return {
        item.title: item.uri if item.uri is not None else [as_setting(i) for i in item.children]
    }


def _file(artifact: Artifact, config: MkDocsConfig, *, in_navigation: bool) -> File:
    is_page = artifact.uri.endswith(".md")
    inclusion = (
        InclusionLevel.INCLUDED if in_navigation or not is_page else InclusionLevel.NOT_IN_NAV
    )
    if isinstance(artifact.content, Path):
        file = File.generated(
            config, artifact.uri, abs_src_path=str(artifact.content), inclusion=inclusion
        )
    else:
        file = File.generated(config, artifact.uri, content=artifact.content, inclusion=inclusion)
    file.edit_uri = artifact.source
    return file


def _replace(files: Files, uri: str) -> None:
    """A generated page stands where a hand-written one lies; that of the home page is in it."""
    existing = files.get_file_from_path(uri)
    if existing is None:
        return
    files.remove(existing)


def _uris(items: tuple[NavigationItem, ...]) -> list[str]:
    own = [item.uri for item in items if item.uri is not None]
    return own + [uri for item in items for uri in _uris(item.children)]
