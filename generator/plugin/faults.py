"""What is wrong with the content, for a preview: one script, so that pages do not depend on it.

Every page of a preview loads it and shows the list over its text. A new message then changes this
file, and no page. Published sites have neither the file nor a way to it.
"""

import json
from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.diagnostics import Diagnostic
from generator.pages.theme import THEME

SCRIPT = "assets/faults.js"
"""Its place in the theme, without the list, and in the site of a preview, with it."""


def place(faults: Iterable[Diagnostic] | None, files: Files, config: MkDocsConfig) -> None:
    """Put the script with these faults among the files; None takes it away."""
    if (own := files.get_file_from_path(SCRIPT)) is not None:
        files.remove(own)
    if faults is not None:
        files.append(File.generated(config, SCRIPT, content=_script(faults)))


def _script(faults: Iterable[Diagnostic]) -> bytes:
    listed = json.dumps([str(fault) for fault in faults], ensure_ascii=False)
    code = (THEME / SCRIPT).read_text(encoding="utf-8")
    # A message may name a file whose name is no text.
    return f"const gongkaiFaults = {listed};\n{code}".encode(errors="replace")
