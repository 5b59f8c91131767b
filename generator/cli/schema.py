"""`gongkai schema`: the JSON Schema by which editors complete and explain."""

from pathlib import Path

import click

from generator import streams
from generator.intake.json_schema import as_json
from generator.intake.kinds import KINDS
from generator.schema.languages import Language

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
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="写入的文件。")
def schema(lang: str, kind: str, out: Path | None) -> None:
    """输出内容文件的 JSON Schema，供编辑器补全和提示。

    记录文件首行写“# yaml-language-server: $schema=<相对路径>/schema/record.json”，编辑器就会用它。
    """
    text = as_json(_KINDS[kind], Language(lang))
    if out is None:
        click.echo(streams.portable(text), nl=False)
        return
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(text.encode())
    click.echo(f"已写出 {out}", err=True)
