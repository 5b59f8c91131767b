"""What every page has: an address, a title, a way back, and what the page head must carry."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from generator.catalog import Count, Entry
from generator.model.publisher import Publisher
from generator.model.register import Department
from generator.pages.addresses import Link
from generator.pages.edition import Edition


class Prose(str):
    """Markdown written by hand in content/pages, the one text that is passed on as it stands."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """A way to a page, and how many documents it leads to, of how many projects."""

    link: Link
    count: Count


@dataclass(frozen=True, kw_only=True)
class View:
    """One page; each subclass names its template and adds what that template shows."""

    template: ClassVar[str]

    address: str
    """Site path with a slash at the end; empty for the home page."""
    title: str
    description: str
    publisher: Publisher
    breadcrumb: Sequence[Link] = ()
    notices: Sequence[str] = ()
    """Banners: what a reader must know before reading on."""
    source: str | None = None
    """The content file a reader may edit, relative to the project."""
    updated: date | None = None
    """When its content was last disclosed, for the sitemap; never from a clock."""
    leads_to: str | None = None
    """The page that readers are led on to at once, where this one only keeps an old address."""
    image: str | None = None
    """A picture that stands for the page, by its place in the site."""
    article: Mapping[str, str] = field(default_factory=dict)
    """What the heads of content pages carry beyond the column's."""

    @property
    def head(self) -> Mapping[str, str]:
        """The meta tags of 国办发〔2017〕47号, annex; those without a value are left out."""
        publisher, column = self.publisher, self.publisher.column
        tags = {
            "SiteName": publisher.name,
            "SiteDomain": publisher.domain,
            "SiteIDCode": publisher.site_code,
            "ColumnName": column.name,
            "ColumnDescription": column.description,
            "ColumnKeywords": column.keywords,
            "ColumnType": column.type,
        }
        return {name: value for name, value in tags.items() if value} | dict(self.article)


FICTION = "本站是演示网站：机构、项目、金额和评价结果都是虚构的，不是任何单位的真实公开信息。"
"""On every page of a site that says of itself that it is made up."""
EXAMPLE = "预览中有虚构的示例记录，不是真实的评价报告；发布前请删去。"
"""On every page of a preview that has such a record."""


def _of_site(edition: Edition) -> tuple[str | None, ...]:
    """Banners that stand on every page."""
    fiction = FICTION if edition.publisher.fictional else EXAMPLE if edition.has_examples else None
    return fiction, edition.publisher.notice


def notices_of(edition: Edition, department: Department) -> tuple[str, ...]:
    """Banners of the site, the region and the department."""
    region = edition.catalog.region(department)
    notes = (*_of_site(edition), region.note, department.note)
    return tuple(note for note in notes if note)


def site_notices(edition: Edition, entries: Iterable[Entry]) -> tuple[str, ...]:
    """Banners of a page that shows these: the site's, and those of every region they are of."""
    regions = edition.catalog.regions_of(entries)
    notes = (*_of_site(edition), *dict.fromkeys(region.note for region in regions))
    return tuple(note for note in notes if note)


def all_notices(edition: Edition) -> tuple[str, ...]:
    """Banners of a page that may speak of any region."""
    return site_notices(edition, edition.catalog.entries)
