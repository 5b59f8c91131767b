"""The paths a command is given: which content files they mean, which folder may be written to."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

import click

from generator.cli.calm import Unusable

paths_argument = click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))


def chosen(files: Iterable[Path], paths: Sequence[Path]) -> Sequence[Path]:
    """Those of the content files that lie at or below the paths; all of them without paths.

    A path that means no content file is wrong use: nothing said of it would look like no fault.
    """
    lying = tuple(files)
    if not paths:
        return lying
    wanted = {path.resolve(): path for path in paths}
    found = {file: at_or_below(wanted.keys(), file) for file in lying}
    met = set().union(*found.values())
    for place, path in wanted.items():
        if place not in met:
            raise Unusable(
                f"「{path}」不是也不包含这个项目的内容文件，因此什么都没有处理；"
                "请给出内容文件夹中的文件或文件夹"
            )
    return tuple(file for file, places in found.items() if places)


def at_or_below(places: AbstractSet[Path], file: Path) -> AbstractSet[Path]:
    """Those of the places that are the file or a folder above it."""
    return places & {file, *file.parents}


def must_be_empty(folder: Path) -> None:
    """A folder that is to be filled: whatever lies there already stays as it is."""
    if folder.exists() and any(folder.iterdir()):
        raise Unusable(f"文件夹 {folder} 不是空的；请换一个，或先清空")
