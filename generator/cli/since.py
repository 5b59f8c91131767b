"""`--since`: what became of results since an earlier check."""

import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from generator import site
from generator.cli.calm import Unusable
from generator.desk.comparison import Present, compared
from generator.diagnostics import Change, Diagnostic
from generator.intake import content
from generator.intake.content import Content
from generator.past import saved
from generator.past.revision import NoRevisionError, lay_out


def since(
    word: str, found: Sequence[Diagnostic], loaded: Content, folder: Path, root: Path
) -> tuple[Diagnostic, ...]:
    """Results beside those of an earlier check: a saved list where there is such a file, else git.

    Wrong use where it is neither.
    """
    before = _saved(Path(word)) if Path(word).exists() else _of_revision(word, folder, root)
    return compared(before, found, Present.of(loaded))


def told(word: str, results: Iterable[Diagnostic]) -> str:
    """How many there are of each change."""
    numbers = Counter(result.change for result in results)
    parts = (
        f"{change.label} {numbers[change]} 处"
        for change in Change
        if numbers[change] or change in _ALWAYS
    )
    return f"与 {word} 相比：{'，'.join(parts)}"


_ALWAYS = frozenset({Change.NEW, Change.OPEN, Change.MENDED})


def _saved(file: Path) -> tuple[Diagnostic, ...]:
    results = None if file.is_dir() else saved.read(file)
    if results is None:
        raise Unusable(f"「{file}」不是 gongkai check --format json 保存的核对结果，不能比较")
    return results


def _of_revision(revision: str, folder: Path, root: Path) -> tuple[Diagnostic, ...]:
    """What the present program finds in the content of a revision."""
    with tempfile.TemporaryDirectory() as there:
        past = Path(there).resolve()
        try:
            lay_out(revision, root, folder, past)
        except NoRevisionError as reason:
            raise Unusable(str(reason)) from None
        loaded = content.load(past / folder.relative_to(root), past)
        return site.judged(loaded, site.edited(loaded, loaded.records))[0]
