"""One mark for all scripts and style sheets of a site, in the address of each.

Browsers keep these files. Where one of them changes, so does the mark, and with it every address:
no page that an upgrade wrote meets a script of before. It stands behind a question mark, which
leaves the names alone and works from a folder too; scripts hand it on to those that they load.
"""

from collections.abc import Iterable, Iterator

from mkdocs.structure.files import Files

from generator.pages.theme import outputs
from generator.plugin.faults import SCRIPT
from generator.values.digest import digest_of

_KINDS = (".css", ".js")
_LENGTH = 8
"""Signs of a mark: it has to tell a version from those that browsers still keep."""


def mark_of(files: Files) -> str:
    """The mark of the scripts and style sheets among these files.

    The list of a preview's faults is none of them: no page depends on it.
    """
    uris = (uri for uri in outputs() if uri.endswith(_KINDS) and uri != SCRIPT)
    return digest_of(*_content(files, uris)).hex()[:_LENGTH]


def _content(files: Files, uris: Iterable[str]) -> Iterator[bytes]:
    """Each with its name, as it lies in this site: a site may lay its own over ours."""
    for uri in uris:
        if (file := files.get_file_from_path(uri)) is not None:
            yield uri.encode()
            yield file.content_bytes
