"""A source that was imported before, merged into its drafts, with a word of every difference."""

from collections.abc import Collection, Iterator
from pathlib import Path

import click

from generator import disk, streams
from generator.importers import again, saving
from generator.importers.importing import Source
from generator.importers.summary import of_renewed


def renew(source: Source, out: Path, drafts: Collection[str]) -> bool:
    """Merge a source into the drafts that it gave before, by their paths; whether all could be."""
    known = [base for base in saving.bases(out) if base.path in drafts]
    is_whole = True
    for line in _renewed(source, known, out):
        if isinstance(line, again.UnmergeableError):
            click.echo(str(line), err=True)
            is_whole = False
        else:
            click.echo(streams.portable(line), nl=False)
    return is_whole


def _renewed(
    source: Source, known: list[saving.Base], out: Path
) -> Iterator[str | again.UnmergeableError]:
    found: set[str] = set()
    for one, base in again.paired(source, known):
        try:
            if base is None:
                disk.create(saving.files_of(source, one, out))
                yield f"{one.path}.yml：原件新增的，已写出草稿\n"
                continue
            found.add(base.path)
            made = again.renewed(source, one, base, out)
        except again.UnmergeableError as error:
            yield error
            continue
        for file, content in made.files.items():
            if file.exists():
                disk.replace(file, content)
            else:
                disk.create({file: content})
        yield of_renewed(made)
    for base in known:
        if base.path not in found:
            yield f"{base.path}.yml：新原件里没有了，草稿没有改动\n"
