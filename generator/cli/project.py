"""The project a command works on."""

from pathlib import Path

import click

from generator.intake import content
from generator.source.settings import plugin_option

_USUAL = "content"
_EXISTING = click.Path(exists=True, file_okay=False, path_type=Path)

_HELP = "网站项目的文件夹（mkdocs.yml 所在处）。"


class _Folder(click.Option):
    """The option by its name of today; the former one is taken too, and told to nobody."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        record = super().get_help_record(ctx)
        former = "".join(f", {name}" for name in self.opts[1:])
        return record and (record[0].replace(former, ""), record[1])


site_option = click.option(
    "--site", type=_EXISTING, default=Path(), show_default="当前文件夹", help=_HELP
)
"""`--site`, since in a record the project is what the money was given for."""
project_option = click.option(
    "--site", "--project", "project", cls=_Folder, type=_EXISTING, default=Path(),
    show_default="当前文件夹", help=_HELP,
)  # fmt: skip
"""The same for commands that took the folder as `--project` before."""


def content_name(root: Path) -> str:
    """The name of the content folder: what mkdocs.yml says under `gongkai:`, as for a build."""
    try:
        settings = (root / "mkdocs.yml").read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return _USUAL
    return plugin_option(settings, "gongkai", "content") or _USUAL


def content_folder(root: Path) -> Path:
    """The project's content folder; wrong use when there is none."""
    folder = root / content_name(root)
    if (absent := content.missing(folder, root)) is not None:
        raise click.UsageError(f"{absent.message}：{absent.location.path}；{absent.remedy}")
    return folder
