"""The project a command works on."""

from pathlib import Path

import click

from generator.intake import content

CONTENT = "content"
_EXISTING = click.Path(exists=True, file_okay=False, path_type=Path)

project_option = click.option(
    "--project",
    type=_EXISTING,
    default=Path(),
    show_default="当前文件夹",
    help="网站项目的文件夹（mkdocs.yml 所在处）。",
)


def content_folder(root: Path) -> Path:
    """The project's content folder; wrong use when there is none."""
    folder = root / CONTENT
    if (absent := content.missing(folder, root)) is not None:
        raise click.UsageError(f"{absent.message}：{absent.location.path}；{absent.remedy}")
    return folder
