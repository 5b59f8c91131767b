"""The style sheet among the files of a site: one, in the place of the rooms it is written in."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.pages import styles
from generator.pages.theme import SHEET, THEME


def place(files: Files, config: MkDocsConfig) -> None:
    """Put the whole sheet there; one that a site's own theme has in its place stays."""
    rooms = f"{styles.FOLDER}/"
    for file in list(files):
        if file.src_dir == str(THEME) and file.src_uri.startswith(rooms):
            files.remove(file)
    if files.get_file_from_path(SHEET) is None:
        files.append(File.generated(config, SHEET, content=styles.sheet()))
