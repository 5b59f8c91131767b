"""What is wrong with the content, for a preview: one script, so that pages do not depend on it.

Every page of a preview loads it and shows the list over its text. A new message then changes this
file, and no page. Published sites have neither the file nor a way to it.
"""

import json
from collections.abc import Iterator, Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.audit.weights import gravest_first
from generator.pages.theme import THEME
from generator.site import Site

SCRIPT = "assets/faults.js"
"""Its place in the theme, without the list, and in the site of a preview, with it."""
_FOR_STAFF = ("assets/review.css", "assets/review.js")
"""What else of the theme only a preview shows."""


def place(made: Site | None, files: Files, config: MkDocsConfig) -> None:
    """Put the script with the faults of a preview among the files; None takes it away."""
    for uri in (SCRIPT, *(_FOR_STAFF if made is None else ())):
        if (own := files.get_file_from_path(uri)) is not None:
            files.remove(own)
    if made is not None:
        files.append(File.generated(config, SCRIPT, content=_script(made)))


def _script(made: Site) -> bytes:
    listed = json.dumps(list(_listed(made)), ensure_ascii=False)
    code = (THEME / SCRIPT).read_text(encoding="utf-8")
    # A message may name a file whose name is no text.
    return f"const gongkaiFaults = {listed};\n{code}".encode(errors="replace")


def _listed(made: Site) -> Iterator[Mapping[str, object]]:
    """All that is open, the gravest first, each with the page whose record it is about."""
    pages = {record.path: record.address for record in made.records}
    for fault in gravest_first(made.diagnostics):
        if fault.is_open:
            page = pages.get(fault.location.path, "")
            yield {"text": str(fault), "page": page, "stops": fault.stops}
