"""Names in content/pages, which become files and addresses as they stand."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.diagnostics import Diagnostic, Location, Severity
from generator.intake import walk
from generator.intake.written import PAGES
from generator.values.file_names import file_key, name_fault


def faults(files: Iterable[Path], folder: Path, root: Path) -> Iterator[Diagnostic]:
    """Each file or folder whose name some system cannot have, or takes for another's, once."""
    seen: dict[str, Path] = {}
    for path in _steps(files, folder / PAGES):
        name = walk.printable(path.name)
        twin = seen.setdefault(file_key(path.as_posix()), path)
        if wrong := name_fault(path.name):
            message, remedy = f"「{name}」的名称{wrong}，有的系统不能使用", "请重新命名"
        elif twin != path:
            message = f"「{name}」与「{walk.printable(twin.name)}」只差大小写，有的系统当作同一个"
            remedy = "请重新命名其一"
        else:
            continue
        location = Location(walk.printable(path.relative_to(root).as_posix()))
        yield Diagnostic("bad-file-name", Severity.ERROR, location, message, remedy)


def _steps(files: Iterable[Path], pages: Path) -> Iterator[Path]:
    """The files below a folder, each after the folders it lies in; each once."""
    steps = (
        pages.joinpath(*parts[:end])
        for file in files
        if file.is_relative_to(pages)
        for parts in (file.relative_to(pages).parts,)
        for end in range(1, len(parts) + 1)
    )
    yield from dict.fromkeys(steps)
