"""Artifacts as files of MkDocs, and the navigation as its settings write it."""

import logging
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from generator.artifacts import Artifact
from generator.pages.navigation import NavigationItem
from generator.pages.page_artifact import PageArtifact
from generator.plugin.fast_way import FastWay
from generator.plugin.ready_pages import ReadyFile, ReadyPage
from generator.store.pages import StoredContents

_logger = logging.getLogger("mkdocs.plugins.gongkai")
_MANY = 3
"""So many pages of a kind are worth a shell, which costs as much as two."""
_THEME_SCRIPTS = "assets/javascripts/"
"""Material's bundle, its search worker and word segmenters: our pages use none of them."""


def without_theme_scripts(files: Files, config: MkDocsConfig) -> None:
    """Leave out the theme's scripts; those of the site's own in such a folder stay."""
    for file in list(files):
        if file.src_uri.startswith(_THEME_SCRIPTS) and file.src_dir != config.docs_dir:
            files.remove(file)


def none_left_out(files: Files, shown: Iterable[str], *, is_preview: bool) -> None:
    """Raise PluginError where settings leave out pages or pictures that the site leads to.

    Generated pages list all hand-written ones; `shown` are further files that pages show.
    """
    wanted = set(shown)
    missed = [
        file.src_uri
        for file in files
        if (file.is_documentation_page() or file.src_uri in wanted)
        and not (file.inclusion.is_in_serve() if is_preview else file.inclusion.is_included())
    ]
    if missed:
        raise PluginError(
            f"mkdocs.yml 的 exclude_docs 或 draft_docs 不生成 {'、'.join(missed)}，而网站地图等处有"
            "它的链接；不公开的请移出手写页面的文件夹，或改正这两项设置。以点开头的和 templates "
            "文件夹中的文件从不生成"
        )


def say_unlisted(files: Files, made: Collection[str], config: MkDocsConfig) -> None:
    """Name the hand-written pages that mkdocs.yml's navigation lacks, in the place of MkDocs.

    As gravely as MkDocs was told to. `made` are pages that stand there by themselves.
    """
    listed = {PurePosixPath(name).as_posix() for name in _named(config.nav)}
    missed = [
        file
        for file in files.documentation_pages()
        if file.inclusion.is_in_nav() and file.src_uri not in made and file.src_uri not in listed
    ]
    if not missed:
        return
    for file in missed:
        file.inclusion = InclusionLevel.NOT_IN_NAV
    _logger.log(
        config.validation.nav.omitted_files,
        "mkdocs.yml 的 nav 中没有手写页面 %s；请写进 nav，不要放进导航的写进 not_in_nav",
        "、".join(file.src_uri for file in missed),
    )


def edited_in(root: Path, files: Files) -> None:
    """Let hand-written pages be edited where they lie in the project at `root`."""
    for file in files.documentation_pages():
        if file.abs_src_path and Path(file.abs_src_path).is_relative_to(root):
            file.edit_uri = Path(file.abs_src_path).relative_to(root).as_posix()


def hand_over(
    artifacts: Sequence[Artifact],
    navigation: tuple[NavigationItem, ...],
    files: Files,
    config: MkDocsConfig,
    fast: FastWay,
    known: StoredContents | None = None,
) -> Mapping[str, PageArtifact]:
    """Put artifacts among the files; returns the pages that are to be written apart, by place.

    What stands on the others may be `known`, where nobody else takes part in them.

    Pages that the navigation lacks are built all the same. Pages that mkdocs.yml itself names in
    its navigation are left to MkDocs, which gives them the titles that stand there.
    """
    titles, by_hand = dict(_titles(navigation)), set(_named(config.nav))
    apart = _apart(artifacts, {*titles, *by_hand}) if fast.splices else {}
    for artifact in artifacts:
        _replace(files, artifact.uri)
        if artifact.uri in apart:
            continue
        is_shown = artifact.uri in titles
        if isinstance(artifact, PageArtifact) and fast.is_open and artifact.uri not in by_hand:
            ready = ReadyFile(artifact, config, _inclusion(is_page=True, is_shown=is_shown))
            ReadyPage(titles.get(artifact.uri), ready, config, fast, known)
            files.append(ready)
        else:
            files.append(_file(artifact, config, is_shown=is_shown))
    return apart


def _apart(artifacts: Iterable[Artifact], shown: set[str]) -> Mapping[str, PageArtifact]:
    """Pages outside the navigation, of kinds that have enough of them to share a shell."""
    pages = [a for a in artifacts if isinstance(a, PageArtifact) and a.uri not in shown]
    counted = Counter(page.template for page in pages)
    return {page.uri: page for page in pages if counted[page.template] >= _MANY}


def as_setting(item: NavigationItem) -> dict[str, object]:
    """An item as mkdocs.yml would write it."""
    return {
        item.title: item.uri if item.uri is not None else [as_setting(i) for i in item.children]
    }


def _inclusion(*, is_page: bool, is_shown: bool) -> InclusionLevel:
    """Pages that the navigation lacks are built, and not missed there."""
    return InclusionLevel.INCLUDED if is_shown or not is_page else InclusionLevel.NOT_IN_NAV


def _file(artifact: Artifact, config: MkDocsConfig, *, is_shown: bool) -> File:
    inclusion = _inclusion(is_page=artifact.uri.endswith(".md"), is_shown=is_shown)
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


def _titles(items: tuple[NavigationItem, ...]) -> Iterator[tuple[str, str]]:
    """The pages of the navigation by their places."""
    for item in items:
        if item.uri is not None:
            yield item.uri, item.title
        yield from _titles(item.children)


def _named(nav: object) -> Iterator[str]:
    """Every file that a navigation in mkdocs.yml names."""
    if isinstance(nav, str):
        yield nav.lstrip("/")
    elif isinstance(nav, dict):
        yield from _named(list(nav.values()))
    elif isinstance(nav, list):
        for item in nav:
            yield from _named(item)
