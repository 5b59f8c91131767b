"""`gongkai explain`: a rule's manual page."""

from collections.abc import Iterable
from pathlib import Path

import click

from generator.audit.rulebook import rulebook
from generator.cli.project import content_name, project_option
from generator.diagnostics.manual import Manual
from generator.intake import declarations
from generator.values.text import nearest


@click.command()
@click.argument("words", nargs=-1)
@project_option
def explain(words: tuple[str, ...], project: Path) -> None:
    """说明一条核对规则；WORDS 是规则名，或规则里的词，如 序号；不给出时列出全部规则。

    网站自己的审核要点（content/criteria.yml）也在其中。
    """
    root = project.resolve()
    book = rulebook(declarations.of_folder(root / content_name(root), root))
    asked = " ".join(words)
    if not asked:
        _list(book.pages.values())
        return
    found = book.search(asked)
    if not found:
        guess = nearest(asked, [*book.pages, *(p.title for p in book.pages.values())])
        hint = f"；是否应为 {guess}？" if guess else ""
        raise click.BadParameter(f"没有与“{asked}”有关的核对规则{hint}", param_hint="WORDS")
    first, *others = found
    _show(first)
    if others:
        click.echo("\n有关的规则：")
        _list(others)


def _list(pages: Iterable[Manual]) -> None:
    for page in pages:
        click.echo(f"{page.rule}  {page.severity.label}  {page.title}")


def _show(page: Manual) -> None:
    click.echo(f"{page.title}（{page.severity.label}）\n{page.rule}\n\n{page.summary}\n")
    for name, text in page.parts.items():
        click.echo(f"{name}：{text}")
