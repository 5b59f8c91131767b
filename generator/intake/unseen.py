"""What files that cannot be read may declare: what names it is not told that it is unknown.

That is said once, of the file itself. Its names are made out where that is possible, so that a slip
in another name is still found in the same run.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import TypeVar

from generator.binding.filling import Form
from generator.intake.kinds import Kind
from generator.schema.fields import Model
from generator.schema.lexicon import Unseen
from generator.schema.vocabulary import Vocabulary, vocabulary
from generator.source import Plain
from generator.values.names import folded

M = TypeVar("M", bound=Model)

_MEANT = frozenset({".yml", ".yaml", ".md"})


def is_meant(file: Path) -> bool:
    """Whether somebody took it for content: `a.yml`, `a.YAML`, `a.yml.txt`, `a`, `a.md`."""
    return not file.suffix or any(suffix.lower() in _MEANT for suffix in file.suffixes)


def astray(kind: Kind, files: Iterable[Path], folder: Path) -> Iterator[Path]:
    """Files that somebody took for one of a kind, and that have its name or folder but not both."""
    files = tuple(files)
    read = frozenset(kind.among(files, folder))
    head, *deeper = PurePosixPath(kind.pattern).parts
    for file in files:
        first, *inner = file.relative_to(folder).parts
        here = first == head if deeper else not inner and first.casefold().startswith(kind.name)
        if here and file not in read and is_meant(file):
            yield file


def unseen(forms: Mapping[Path, Form[M]], *fields: str, below: str = "") -> Unseen:
    """What those of the forms that have no value may declare.

    The fields hold the names, of the file itself or of each item of its list `below`. A file's own
    name is one of those it declares.
    """
    names: set[str] = set()
    is_open = False
    for file, form in forms.items():
        if form.value is not None:
            continue
        terms = vocabulary(form.model)
        blocks: list[Plain] = [form.document.data]
        if below:
            term = terms.terms[below]
            listed = form.document.data.get(term.key(form.language))
            blocks = listed if isinstance(listed, list) else []
            terms = vocabulary(term.model) if term.model else terms
        made_out = [_names(block, form, terms, fields) for block in blocks]
        is_open |= not made_out or not all(made_out)
        names.update(file.stem.partition(".")[:1], *made_out)
    return Unseen(frozenset(map(folded, names)), is_open)


def _names(block: Plain, form: Form[M], terms: Vocabulary, fields: Iterable[str]) -> set[str]:
    """The names typed in one block; none where one of the fields is not there."""
    found: set[str] = set()
    for field in fields:
        term = terms.terms[field]
        typed = block.get(term.key(form.language)) if isinstance(block, dict) else None
        if typed is None and term.required:
            return set()
        several = typed if isinstance(typed, list) else [typed]
        found.update(name for name in several if isinstance(name, str))
    return found
