"""What people write by hand in content/pages, as far as generated pages refer to it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.artifacts import output_of
from generator.diagnostics import Diagnostic, Location, Severity
from generator.intake import own_words
from generator.intake.headings import Heading, headings
from generator.source.settings import scalar

PAGES = "pages"
"""Hand-written Markdown, beside the records in the content folder."""
HOME = "index.md"
"""Its text stands on the generated home page."""
_FRONT_MATTER = re.compile(r"\A---\r?\n(?:(?!---|\.\.\.)[^\n]*\n)*+(?:---|\.\.\.)[^\n]*(?:\n|\Z)")
"""MkDocs takes it from a page; on the generated home page nobody would."""


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A hand-written page: where it stands, and what it may be asked for."""

    path: str
    """The file, relative to the project."""
    address: str
    title: str
    sections: Mapping[str, str]
    """Headings with an id of their own, by that id."""
    passages: Sequence[Heading] = ()
    """All headings with what stands below them."""


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """Anything people lay beside their pages, the pages among it."""

    path: str
    """The file, relative to the project."""
    output: str
    """What it becomes, relative to the site's folder."""


@dataclass(frozen=True, slots=True)
class Written:
    """The text for the home page, and all other pages in the order of their paths."""

    introduction: str = ""
    pages: Sequence[WrittenPage] = ()
    files: Sequence[WrittenFile] = ()
    """Every file that stands in the site by itself."""

    def page(self, address: str) -> WrittenPage | None:
        """The page at an address; generated pages link to it only where it exists."""
        return next((page for page in self.pages if page.address == address), None)


NOTHING = Written()
"""A site without a page written by hand."""


def load(files: Iterable[Path], folder: Path, root: Path) -> tuple[Written, tuple[Diagnostic, ...]]:
    """The pages among the files of a content folder, each read once, and what is wrong with them.

    They are published as they stand: text in UTF-8, and files of this folder.
    """
    pages, others, introduction, faults = [], [], "", []
    for file in files:
        if not file.is_relative_to(folder / PAGES):
            continue
        text, fault = _text(file, root)
        faults += [fault] if fault else []
        place, path = file.relative_to(folder / PAGES).as_posix(), file.relative_to(root).as_posix()
        if text is not None:
            faults += own_words.in_page(path, text)
        elif fault is None:
            faults += own_words.in_file(file, Location(path))
        if place == HOME:
            introduction = _FRONT_MATTER.sub("", text or "")
            continue
        others.append(WrittenFile(path, output_of(place)))
        if text is not None:
            pages.append(_page(path, place, text))
    return Written(introduction, tuple(pages), tuple(others)), tuple(faults)


def _page(path: str, place: str, text: str) -> WrittenPage:
    """A page under the title that its front matter gives, else its heading, else its own name."""
    front = _FRONT_MATTER.match(text)
    given = scalar("\n".join(front[0].splitlines()[1:-1]), "title") if front else None
    found = headings(text[front.end() :] if front else text)
    heading = next((one.text for one in found if one.level == 1), "")
    sections = {one.id: one.text for one in found if one.level > 1 and one.id}
    name = place.removesuffix(f"/{HOME}").rpartition("/")[2].removesuffix(".md")
    return WrittenPage(path, _address(place), given or heading or name, sections, tuple(found))


def _text(file: Path, root: Path) -> tuple[str | None, Diagnostic | None]:
    """The text of a page, None for any other file; and why it cannot be published."""
    location = Location(file.relative_to(root).as_posix())
    if file.is_symlink():
        message, remedy = f"页面「{file.name}」是链接，不是文件", "请放入文件本身"
        return None, Diagnostic("not-a-regular-file", Severity.ERROR, location, message, remedy)
    if file.name.casefold() == "readme.md":
        message, remedy = f"页面不能叫「{file.name}」", f"请改名为 {HOME}"
        return None, Diagnostic("readme-page", Severity.ERROR, location, message, remedy)
    if file.suffix != ".md":
        return None, None
    content = file.read_bytes()
    try:
        return content.decode("utf-8-sig"), None
    except UnicodeDecodeError:
        message, remedy = f"页面「{file.name}」不是 UTF-8 编码", "请另存为 UTF-8 编码"
        fault = Diagnostic("file-encoding", Severity.ERROR, location, message, remedy)
        return content.decode("utf-8-sig", errors="replace"), fault


def _address(place: str) -> str:
    """A folder for its index page; else the page MkDocs makes of the file."""
    folder = place.removesuffix(HOME)
    return folder if folder != place and folder.endswith("/") else output_of(place)
