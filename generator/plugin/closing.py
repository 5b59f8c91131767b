"""What a build says at its end."""

from pathlib import Path

from generator.site import Site

_SCRIPT = "run.py"
"""What runs the program in a site of its own, where no other command can be typed."""


def closing_line(made: Site, target: Path, project: Path) -> str:
    """One line when all is done: how much, and how to look at it from the project's folder."""
    years = len({record.year for record in made.records})
    departments = len({record.department.id for record in made.records})
    pages = sum(artifact.uri.endswith(".md") for artifact in made.pages)
    preview = "运行 mkdocs serve "
    if (project / _SCRIPT).is_file():
        preview = f"运行 python3 {_SCRIPT} preview（Windows 双击 preview.cmd）"
    return (
        f"已生成网站：{len(made.records)} 份评价，{years} 个年度，{departments} 个部门，"
        f"{pages} 个页面；用浏览器打开 {target.name}/index.html 查看，或{preview}预览"
    )
