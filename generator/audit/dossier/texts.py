"""What a document says, under audit: the texts of its fields, and those of its original files."""

from collections.abc import Sequence
from functools import cached_property

from generator.audit.dossier.prose import Prose, prose_of
from generator.audit.dossier.rows import Text, texts_of
from generator.audit.dossier.told_sums import ToldSum, told_sums
from generator.intake.originals import Extract, extract_of
from generator.intake.originals.attachments import Original
from generator.intake.records import Record
from generator.model.items import Item
from generator.source import At


class Texts:
    """The texts of a document, or of an item in it; each reading of them is made once."""

    def __init__(self, record: Record, item: Item, *, is_whole: bool) -> None:
        self._record = record
        self._item = item
        self._is_whole = is_whole

    @cached_property
    def every(self) -> Sequence[Text]:
        """Every text a reader sees, in the order of the record; behind them what was not read."""
        partial = self._record.form.partial if self._is_whole else None
        unread = (Text(path, text) for path, text in partial.texts) if partial else ()
        return (*texts_of(self._item, ()), *unread)

    @cached_property
    def prose(self) -> Prose:
        """All of them in one, folded to half width."""
        return prose_of(self.every)

    @cached_property
    def closed(self) -> Prose:
        """The same closed up, for rules on persons and secrecy."""
        return self.prose.closed()

    @cached_property
    def told_sums(self) -> Sequence[tuple[At, ToldSum]]:
        """The sums that sentences tell with their parts, each with the place of its text."""
        return tuple((one.path, told) for one in self.prose.of_money for told in told_sums(one))

    @cached_property
    def extracts(self) -> Sequence[tuple[At, Original, Extract]]:
        """The original files, each with its place and what it says."""
        return tuple((at, one, extract_of(one)) for at, one in self._record.originals_at)

    @cached_property
    def enclosed(self) -> Sequence[Text]:
        """Every text in the original files."""
        return tuple(
            Text(at, part.text, f"附件「{original.name}」的{part.name}")
            for at, original, extract in self.extracts
            for part in extract.parts
        )
