"""A source that changed after it was imported: its drafts take over what nobody has mended."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator import source as files
from generator.importers.drafting import rows_on_a_line
from generator.importers.importing import Imported, Source
from generator.importers.merging import Change, Merged, What, merged
from generator.importers.page import Difference
from generator.importers.saving import DRAFT, Base, files_of
from generator.model.evaluation import Evaluation
from generator.privacy.numbers import masked
from generator.schema.languages import Language
from generator.schema.vocabulary import vocabulary
from generator.source import At, Plain


class UnmergeableError(Exception):
    """A draft that nothing can be merged into, with the reason in one Chinese sentence."""


@dataclass(frozen=True, slots=True)
class Renewed:
    """One draft after its source was read again."""

    path: str
    """Of the draft, without its suffix."""
    changes: Sequence[Change]
    files: dict[Path, bytes]

    @property
    def conflicts(self) -> Sequence[Change]:
        """What somebody has to decide."""
        return [one for one in self.changes if one.what is What.CONFLICT]


def paired(source: Source, known: Sequence[Base]) -> Iterator[tuple[Imported, Base | None]]:
    """Each draft that is read now with the one it was before, by its path, else the only one left.

    `known` are the drafts of this source.
    """
    by_path = {base.path: base for base in known}
    drafts = list(source.drafts)
    told = {one.path for one in drafts}
    left = [base for base in known if base.path not in told]
    new = [one for one in drafts if one.path not in by_path]
    other = left[0] if len(left) == len(new) == 1 else None
    for one in drafts:
        yield one, by_path.get(one.path, other if one in new else None)


def renewed(source: Source, one: Imported, base: Base, out: Path) -> Renewed:
    """The draft with what its source has now; raises `UnmergeableError`."""
    file = out / f"{base.path}{DRAFT}"
    try:
        content = file.read_bytes()
    except OSError:
        raise UnmergeableError(f"找不到草稿 {file}；移走了的，请先放回原处") from None
    mine = _read(content, file)
    result = merged(base.record, mine, one.draft.record)
    text = _written(content, result)
    changes = [_difference(change) for change in result.changes]
    made = files_of(source, one, out, path=base.path, text=text, changes=changes)
    return Renewed(base.path, result.changes, made)


def named(at: At) -> str:
    """A path as people read it: `指标第1项 · 得分`."""
    words: list[str] = []
    for part in at:
        if isinstance(part, int) and words:
            words[-1] = f"{words[-1]}第{part + 1}项"
        else:
            words.append(str(part))
    return " · ".join(words)


def _difference(change: Change) -> Difference:
    is_open = change.what is What.CONFLICT
    mine, new = masked(change.mine), masked(change.new)
    return Difference(named(change.at), change.what.value, mine, new, is_open)


def _read(content: bytes, file: Path) -> dict[str, Plain]:
    document = files.read(content, file.name).document
    if document is None:
        raise UnmergeableError(f"草稿 {file} 读不懂，没有改动；请先用 gongkai check 核对并改正")
    if vocabulary(Evaluation).language(list(document.data)) is not Language.CHINESE:
        raise UnmergeableError(f"草稿 {file} 是英文的；请先运行 gongkai convert --lang zh 转成中文")
    return document.data


def _written(content: bytes, result: Merged) -> str:
    """The merged record with all comments of the draft, each where it stood or at the foot."""
    before = files.layout_of(content)
    layout = before.respelt(result.moved_to)
    held = set(rows_on_a_line(result.data))
    layout = replace(layout, inline=layout.inline | held)
    text = files.write(result.data, layout)
    lost = before.comments - files.layout_of(text.encode()).comments
    if lost:
        foot = (*layout.below.get((), ()), *lost.elements())
        text = files.write(result.data, replace(layout, below={**layout.below, (): foot}))
    again = files.read(text.encode(), "").document
    if again is None or again.data != result.data:
        raise UnmergeableError("合并的结果写不成草稿，没有改动；请把新原件另存一份草稿后手工合并")
    return text
