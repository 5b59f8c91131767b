"""What a build says at its end."""

from pathlib import Path

from generator.site import Site


def closing_line(made: Site, target: Path) -> str:
    """One line when all is done: how much, and how to look at it."""
    years = len({record.year for record in made.records})
    departments = len({record.department.id for record in made.records})
    pages = sum(artifact.uri.endswith(".md") for artifact in made.pages)
    return (
        f"已生成网站：{len(made.records)} 份评价，{years} 个年度，{departments} 个部门，"
        f"{pages} 个页面；用浏览器打开 {target.name}/index.html 查看，或运行 mkdocs serve 预览"
    )
