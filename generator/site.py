"""The whole line: a content folder becomes a site."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.artifacts import Artifact, distinct, output_of
from generator.audit.exceptions import latest_date
from generator.audit.faulty import audit_faulty
from generator.audit.rulebook import rulebook
from generator.audit.runner import audit
from generator.audit.settings import taken_names, unknown_words
from generator.audit.verdict import marked
from generator.catalog import Catalog
from generator.catalog.known_entries import NOTHING_KNOWN as NO_ENTRIES_KNOWN
from generator.catalog.known_particulars import NOTHING_KNOWN as NO_PARTICULARS_KNOWN
from generator.desk.filing import filed
from generator.diagnostics import Diagnostic, Location, Severity, ordered
from generator.exports.files import files
from generator.exports.known_exports import NOTHING_KNOWN as NO_EXPORTS_KNOWN
from generator.exports.known_exports import KnownExports
from generator.intake import content
from generator.intake.content import Content
from generator.intake.known_files import NOTHING_KNOWN
from generator.intake.records import Record
from generator.intake.written import PAGES, Written
from generator.model.publisher import Publisher
from generator.model.search_words import SearchWord
from generator.pages.addresses import HOME_URI, NOT_FOUND, PAGE, SITEMAPS, review_link
from generator.pages.edition import Edition
from generator.pages.findable import Findable, findable
from generator.pages.navigation import NavigationItem, navigation
from generator.pages.page_artifact import PageArtifact
from generator.pages.planned import PlannedPage, planned, planned_for_staff
from generator.pages.rendering import Renderer
from generator.pages.theme import outputs
from generator.pages.views.base import all_notices
from generator.progress import SILENT, Progress
from generator.search import INDEX, scripts
from generator.search.known_index import NOTHING_KNOWN as NO_INDEX_KNOWN
from generator.search.known_index import KnownIndex
from generator.store.particulars import StoredParticulars
from generator.store.program import program
from generator.store.rooms import StoredEntries, StoredFiles, StoredOutcomes
from generator.store.store import Store


@dataclass(frozen=True, slots=True)
class Site:
    """What a content folder yields; without pages when it cannot be published."""

    pages: tuple[Artifact, ...]
    """Pages, each rendered when its content is asked for, and the originals they offer."""
    navigation: tuple[NavigationItem, ...]
    diagnostics: tuple[Diagnostic, ...]
    stopping: tuple[Diagnostic, ...]
    """Those that must stop a build: every error of reading, and what the policy says."""
    records: tuple[Record, ...]
    """The records that were published, or shown in a preview."""
    catalog: Catalog | None = None
    """What the pages were made from."""
    notices: tuple[str, ...] = ()
    """Banners of pages that are written by hand."""
    words: tuple[SearchWord, ...] = ()
    """How readers ask, for the search."""
    beside: tuple[Findable, ...] = ()
    """What can be found beside reports."""

    @property
    def index(self) -> Iterator[Artifact]:
        """The scripts of the search index, made as they are taken: together they fill memory."""
        yield from self.indexed(NO_INDEX_KNOWN)

    def indexed(self, known: KnownIndex) -> Iterator[Artifact]:
        """The same, where what is known is taken from the published site."""
        if self.catalog is not None:
            yield from scripts(self.catalog, known, self.words, self.beside)

    @property
    def taken_along(self) -> Iterator[Artifact]:
        """Tables and feeds for readers, made as they are taken."""
        yield from self.exported(NO_EXPORTS_KNOWN)

    def exported(self, known: KnownExports) -> Iterator[Artifact]:
        """The same, where what is known is taken from the published site."""
        if self.catalog is not None:
            yield from files(self.catalog, known)

    @property
    def artifacts(self) -> Iterator[Artifact]:
        """The whole tree."""
        yield from self.pages
        yield from self.index
        yield from self.taken_along


def build(folder: Path, root: Path, *, preview: bool = False, store: Store | None = None) -> Site:
    """Read, check, catalogue, lay out and render a content folder.

    A preview also shows drafts and records in review. Faults never raise: they are in the result,
    which then holds whatever could be made without the faulty files. What a store knows from
    before is not worked out again; the result is the same.
    """
    known = StoredFiles(store) if store else NOTHING_KNOWN
    return publish(content.load(folder, root, known), preview=preview, store=store)


def publish(
    loaded: Content,
    *,
    preview: bool = False,
    store: Store | None = None,
    progress: Progress = SILENT,
) -> Site:
    """The part of the line behind reading, for whoever has content in hand."""
    shown = tuple(r for r in loaded.records if preview or r.is_published)
    edition = edited(loaded, shown, preview=preview, store=store, progress=progress)
    faults, stops = judged(loaded, edition)
    if loaded.publisher is None:
        return Site((), (), faults, stops, ())
    pages = tuple(distinct(_pages(edition)))
    taken = {page.output: page.source or "" for page in pages}
    if preview:
        taken[output_of(review_link().address + PAGE)] = ""
    clashes = tuple(_clashes(loaded.written, taken))
    found, stopping = ordered((*faults, *clashes)), ordered((*stops, *clashes))
    if preview:
        desk = filed(found, loaded, edition.outcomes)
        pages = (*pages, *_rendered(edition, planned_for_staff(edition, desk)))
    return Site(
        pages, navigation(edition), found, stopping, shown, edition.catalog, all_notices(edition),
        loaded.declared.search_words, tuple(findable(edition, loaded.declared.search_words)),
    )  # fmt: skip


def _clashes(written: Written, pages: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Files laid beside the hand-written pages where the site has a file of its own.

    `pages` are the content files of the site's pages by where these stand, as far as they have any.
    """
    taken = {output.casefold(): source for output, source in pages.items()}
    taken |= dict.fromkeys((*outputs(), *SITEMAPS, NOT_FOUND, INDEX.removesuffix("/")), "")
    folders = {folder for output in taken for folder in _above(output)}
    for file in written.files:
        output = file.output.casefold()
        if output in taken or output in folders or any(f in taken for f in _above(output)):
            address = file.output.removesuffix(output_of(PAGE))
            message = f"手写页面或文件与网站自己的文件在同一个网址 {address}"
            yield Diagnostic(
                "address-taken", Severity.ERROR, Location(file.path), message,
                "请改名，或移到另一个文件夹", found=file.path, expected=taken.get(output, ""),
                stops=True,
            )  # fmt: skip


def _above(output: str) -> Iterator[str]:
    """The folders that a file lies in, the nearest first."""
    while "/" in output:
        output = output.rpartition("/")[0]
        yield output


def edited(
    loaded: Content,
    records: tuple[Record, ...],
    *,
    preview: bool = False,
    store: Store | None = None,
    progress: Progress = SILENT,
) -> Edition:
    """These records in a catalog, and beside it what the audit finds in them."""
    publisher = loaded.publisher or _NOBODY
    latest, book = latest_date(loaded.records), rulebook(loaded.declared)
    catalog = Catalog(
        loaded.regions, loaded.departments, records, as_stated=not publisher.policy.notes,
        before=StoredEntries(store, loaded.declared) if store else NO_ENTRIES_KNOWN,
        particulars=StoredParticulars(store) if store else NO_PARTICULARS_KNOWN,
    )  # fmt: skip
    known = StoredOutcomes(store, book) if store else None
    return Edition(
        publisher, catalog, audit(catalog, publisher, latest, book, known, progress),
        loaded.declared.kinds, loaded.declared.columns, loaded.written, book, preview,
        any(record.head.fictional for record in records),
    )  # fmt: skip


def judged(
    loaded: Content, edition: Edition
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """All that was found in reading and by the audit, and the part of it that stops a build.

    What stops is marked so: every error of reading, and what the policy says.
    """
    results = [fault for told in edition.outcomes.values() for fault in told.results]
    latest, book = latest_date(loaded.records), edition.book
    results += audit_faulty(loaded.faulty, edition.publisher, latest, book)
    of_words = unknown_words(loaded.settings, book) if loaded.settings else ()
    of_files = (*loaded.diagnostics, *of_words, *taken_names(loaded.declared))
    unread = tuple(
        replace(fault, stops=True) if fault.severity is Severity.ERROR else fault
        for fault in of_files
    )
    found = ordered((*marked(edition.publisher.policy, unread), *results))
    return found, tuple(fault for fault in found if fault.stops)


_NOBODY = Publisher(format=1, name="", organiser="")
"""Stands for a publisher whose file cannot be read, so that the audit can still speak."""


def hand_written(folder: Path) -> tuple[Artifact, ...]:
    """The files of content/pages, but for the home page's text."""
    pages = folder / PAGES
    files = sorted(file for file in pages.rglob("*") if file.is_file() and not file.is_symlink())
    uris = ((file.relative_to(pages).as_posix(), file) for file in files)
    return tuple(Artifact(uri, file) for uri, file in uris if uri != HOME_URI)


def _pages(edition: Edition) -> Iterator[Artifact]:
    yield from _rendered(edition, planned(edition))


def _rendered(edition: Edition, pages: Iterable[PlannedPage]) -> Iterator[Artifact]:
    """Pages that are rendered when somebody asks for them, each with the originals it offers."""
    renderer = Renderer(as_stated=edition.catalog.as_stated, version=program().hex())
    for page in pages:
        yield PageArtifact(page, renderer)
        for file, address in page.originals:
            yield Artifact(address, file)
