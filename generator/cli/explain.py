"""`gongkai explain`: a rule's manual page, or what to fill in for a field."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from generator.audit.rulebook import Rulebook, rulebook
from generator.cli import field_page
from generator.cli.project import content_name, project_option
from generator.diagnostics.manual import Manual
from generator.intake import declarations
from generator.intake.field_pages import FieldBook
from generator.values.text import nearest

_NEAREST = 8
"""How many rules are listed beside a field."""


@click.command()
@click.argument("words", nargs=-1)
@project_option
def explain(words: tuple[str, ...], project: Path) -> None:
    """说明一个栏目怎样填写，或一条核对规则；不给出 WORDS 时列出全部规则。

    WORDS 是栏目的名称或路径，如 得分、资金.明细.来源、funds.unit；或规则名，或规则里的词，如 序号。
    网站自己登记的栏目和审核要点（content/columns.yml、criteria.yml）也在其中。
    """
    root = project.resolve()
    declared = declarations.of_folder(root / content_name(root), root)
    book, fields = rulebook(declared), FieldBook(declared.lexicon, declared.kinds)
    asked = " ".join(words).strip()
    if not asked:
        _list(book.pages.values())
        return
    found = book.search(asked)
    if found and asked in (found[0].rule, found[0].title):
        _show(found)
        return
    named, columns = fields.named(asked), fields.columns(asked)
    if named or columns:
        field_page.show(named, columns, fields, asked)
        _list_related(found[:_NEAREST])
        return
    saying = fields.saying(asked)
    if not found and not saying:
        raise click.BadParameter(
            f"没有与“{asked}”有关的栏目或核对规则{_guess(asked, book, fields)}", param_hint="WORDS"
        )
    _show(found)
    field_page.show_related(saying, after=bool(found))


def _guess(asked: str, book: Rulebook, fields: FieldBook) -> str:
    names = [*book.pages, *(page.title for page in book.pages.values()), *fields.keys]
    guess = nearest(asked, names)
    return f"；是否应为 {guess}？" if guess else ""


def _show(found: Sequence[Manual]) -> None:
    for page in found[:1]:
        click.echo(f"{page.title}（{page.severity.label}）\n{page.rule}\n\n{page.summary}\n")
        for name, text in page.parts.items():
            click.echo(f"{name}：{text}")
    _list_related(found[1:])


def _list_related(pages: Sequence[Manual]) -> None:
    if pages:
        click.echo("\n有关的规则：")
        _list(pages)


def _list(pages: Iterable[Manual]) -> None:
    for page in pages:
        click.echo(f"{page.rule}  {page.severity.label}  {page.title}")
