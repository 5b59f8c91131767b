"""`gongkai schema`: the JSON Schema by which editors complete and explain."""

from pathlib import Path

import click

from generator import streams
from generator.cli.places import JSON_FILE
from generator.cli.project import content_name, project_option
from generator.diagnostics import Severity
from generator.diagnostics.formats import as_text
from generator.intake import declarations
from generator.intake.json_schema import as_json
from generator.intake.kinds import KINDS
from generator.schema.languages import Language
from generator.schema.lexicon import Lexicon

_KINDS = {kind.name: kind for kind in KINDS}


@click.command()
@click.option(
    "--lang",
    type=click.Choice([language.value for language in Language]),
    default=Language.CHINESE.value,
    show_default=True,
    help="键和可选值用哪种语言。",
)
@click.option(
    "--of", "kind", type=click.Choice(list(_KINDS)), default="record", show_default=True,
    help="哪一类内容文件。",
)  # fmt: skip
@click.option("--out", type=JSON_FILE, help="写入的文件。")
@project_option
def schema(lang: str, kind: str, out: Path | None, project: Path) -> None:
    """输出内容文件的 JSON Schema，供编辑器补全和提示。

    网站自己登记的评价类型、栏目和指标体系（content/kinds、columns.yml、frames）也在其中。

    记录文件首行写“# yaml-language-server: $schema=<相对路径>/schema/record.json”，编辑器就会用它。
    """
    text = as_json(_KINDS[kind], Language(lang), _lexicon(project.resolve()))
    if out is None:
        click.echo(streams.portable(text), nl=False)
        return
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(text.encode())
    click.echo(f"已写出 {out}", err=True)


def _lexicon(root: Path) -> Lexicon:
    """What the site declares, and the program; files with errors are named and left out."""
    declared = declarations.of_folder(root / content_name(root), root)
    errors = [fault for fault in declared.faults() if fault.severity is Severity.ERROR]
    if errors:
        click.echo(as_text(errors), nl=False, err=True)
    return declared.lexicon
