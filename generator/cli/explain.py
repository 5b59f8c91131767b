"""`gongkai explain`: a rule's manual page."""

import click

from generator.audit import registry
from generator.values.text import nearest


@click.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """说明一条核对规则；不给出规则名时列出全部规则。"""
    manuals = registry.manuals()
    if rule is None:
        for name, page in manuals.items():
            click.echo(f"{name}  {page.severity.label}  {page.title}")
        return
    if rule not in manuals:
        guess = nearest(rule, list(manuals))
        asked = f"；是否应为 {guess}？" if guess else ""
        raise click.BadParameter(f"没有名为 {rule} 的核对规则{asked}", param_hint="RULE")
    page = manuals[rule]
    click.echo(f"{page.title}（{page.severity.label}）\n\n{page.summary}\n")
    for name, text in page.parts.items():
        click.echo(f"{name}：{text}")
