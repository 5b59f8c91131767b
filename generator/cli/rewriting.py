"""What `convert` and `fmt` share: which files, what is said of each, when nothing is written."""

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from generator import disk
from generator.binding.opening import open_form
from generator.binding.standard import UnsafeError, standard
from generator.cli.paths import chosen
from generator.cli.project import content_folder, content_name
from generator.diagnostics import Severity
from generator.diagnostics.formats import as_text
from generator.intake import declarations, kinds
from generator.scaffold.record import with_schema_of
from generator.schema.languages import Language
from generator.schema.lexicon import Lexicon


def rewrite(
    paths: tuple[Path, ...],
    project: Path,
    language: Callable[[Language], Language],
    *,
    check: bool = False,
) -> bool:
    """Put files into standard form; False when one could not be, or with `check` is not.

    A file with an error stays as it is. Without paths, all content files of the project.
    """
    root = project.resolve()
    lexicon = declarations.of_folder(root / content_name(root), root).lexicon
    done = [
        _rewritten(file, root, language, lexicon, check=check)
        for file in content_files(paths, root)
    ]
    changed, kept = done.count(True), done.count(False)
    verb, failed = "需要整理" if check else "改写", done.count(None)
    click.echo(f"{verb} {changed} 份，已合标准 {kept} 份，有错误未改 {failed} 份", err=True)
    return None not in done and not (check and changed)


def _rewritten(
    file: Path,
    root: Path,
    language: Callable[[Language], Language],
    lexicon: Lexicon,
    *,
    check: bool,
) -> bool | None:
    """Whether the file's text changes; None when it has errors."""
    base = root if file.is_relative_to(root) else file.parent
    form = open_form(file, base, kinds.kind_of(file).model, lexicon)
    if form.value is None:
        errors = [d for d in form.diagnostics if d.severity is Severity.ERROR]
        unseen = (
            f"{form.document.path}: 所用的评价类型写在有错误的文件里，没有改动；请先改正那个文件\n"
        )
        click.echo(as_text(errors) if errors else unseen, nl=False)
        return None
    content = file.read_bytes()
    try:
        target = language(form.language)
        text = with_schema_of(standard(form, content, target), target)
    except UnsafeError:
        click.echo(f"{form.document.path}: 改写后的内容与原文不一致，没有改动；请把文件发给开发者")
        return None
    if text.encode() == content:
        return False
    if not check:
        disk.replace(file, text.encode())
    click.echo(form.document.path)
    return True


def content_files(paths: tuple[Path, ...], root: Path) -> Sequence[Path]:
    """The content files meant; outside any project, drafts named one by one."""
    if not paths or (root / content_name(root)).is_dir():
        return chosen(kinds.files(content_folder(root)), paths)
    return chosen((path.resolve() for path in paths if path.suffix == ".yml"), paths)
