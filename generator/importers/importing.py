"""The whole line: a source becomes drafts, each with the places of its values and what is left."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.importers import guidance, isolated, trial
from generator.importers.drafting import Draft, draft
from generator.importers.interpreter import Found, interpreted
from generator.importers.ledger import Ledger, Span
from generator.importers.outline import Table
from generator.intake import ground, walk
from generator.intake.declarations import Declarations, built_in
from generator.model.register import Department
from generator.scaffold.ids import proposed, unused

_UNNAMED = "draft"
"""The id of a project whose name cannot be spelt in Latin letters."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a site declares, and who is in its register; without a site the program's own."""

    declared: Declarations
    departments: tuple[Department, ...] = ()
    folder: Path | None = None

    @classmethod
    def of(cls, folder: Path | None, root: Path) -> "Ground":
        """That of a content folder."""
        if folder is None or not folder.is_dir():
            return cls(built_in())
        files = tuple(filter(walk.is_printable, walk.files(folder)))
        read = ground.read(files, folder, root)
        return cls(read.declared, read.listed.departments, folder)


@dataclass(frozen=True, slots=True)
class Imported:
    """One draft."""

    id: str
    found: Found
    draft: Draft
    results: Sequence[Diagnostic]
    """What the audit says of it."""
    unplaced: tuple[Span, ...]
    notes: tuple[str, ...]

    @property
    def path(self) -> str:
        """Where it belongs below the records, without its suffix; the id alone where not known."""
        year, owner = self.found.year, self.found.department
        return f"{year}/{owner.id}/{self.id}" if year and owner else self.id


@dataclass(frozen=True, slots=True)
class Source:
    """A source with all that came of it."""

    name: str
    digest: str
    """SHA-256 of the file."""
    ledger: Ledger
    drafts: tuple[Imported, ...]
    notes: tuple[str, ...]

    @property
    def unplaced(self) -> tuple[Span, ...]:
        """What stands in no draft and no list of one."""
        told = {span for one in self.drafts for span in one.unplaced}
        return tuple(span for span in self.ledger.unplaced() if span not in told)


def imported(file: Path, stand_on: Ground, taken: set[str]) -> Source:
    """The drafts of a file; raises `UnreadableError`. Their ids differ from those taken."""
    outline = guidance.set_apart(isolated.read(file))
    ledger, read = interpreted(outline, stand_on.declared, stand_on.departments)
    found = guidance.taken_out(ledger, read)
    blank = [one for one in found if one.is_blank]
    drafts = [_imported(one, ledger, stand_on, taken) for one in found if not one.is_blank]
    notes = [*outline.notes, *(_of_blank(one) for one in blank)]
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    return Source(file.name, digest, ledger, tuple(drafts), tuple(notes))


def _of_blank(found: Found) -> str:
    if found.document.tables and found.gathering.values:
        return f"「{found.name}」是没有填写的表，没有生成草稿"
    return f"「{found.name}」看不出是哪一类绩效文件，没有生成草稿，内容列在没有归位的内容里"


def _imported(found: Found, ledger: Ledger, stand_on: Ground, taken: set[str]) -> Imported:
    made = draft(found.gathering, stand_on.declared.lexicon)
    project = found.gathering.values.get(("project", "name")) or found.gathering.values.get(
        ("title",)
    )
    said = project.text if project else found.name
    name = proposed(said, taken) or unused(_UNNAMED, taken)
    taken.add(name)
    pieces = {
        ledger.span(piece).piece
        for block in found.document.shown
        for piece in (block.cells if isinstance(block, Table) else (block,))
    }
    unplaced = tuple(span for span in ledger.unplaced() if span.piece in pieces)
    results: Sequence[Diagnostic] = ()
    if made.evaluation is not None and found.year:
        results = trial.checked(made.text, found.year, found.department, stand_on.folder)
    return Imported(name, found, made, results, unplaced, tuple(_notes(found, made)))


def _notes(found: Found, made: Draft) -> list[str]:
    notes = list(found.gathering.notes)
    if not found.year:
        notes.append("没有找到年度，没有核对；请在文件夹名中写明")
    if found.department is None:
        notes.append("没有认出登记过的部门；请把草稿放到该部门的文件夹")
    findings = sum(at[0] == "findings" and at[-1] == "text" for at in made.values)
    advice = sum(
        at[0] == "recommendations"
        and at[-1] == "text"
        and (*at[:-1], "findings", 0) not in made.values
        for at in made.values
    )
    if findings and advice:
        notes.append(f"原文没有写明 {advice} 条建议各对应哪个问题，没有填写“对应问题”")
    return notes
