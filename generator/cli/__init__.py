"""The command `gongkai`; one module for each of its commands, a few lines over the library."""

import click

from generator.cli.calm import CalmGroup
from generator.cli.check import check
from generator.cli.chinese_help import explained_in_chinese
from generator.cli.convert import convert
from generator.cli.demo import demo
from generator.cli.explain import explain
from generator.cli.fmt import fmt
from generator.cli.form import form
from generator.cli.import_sources import import_sources
from generator.cli.new import new
from generator.cli.render import render
from generator.cli.review import review
from generator.cli.schema import schema
from generator.cli.upgrade import upgrade

COMMANDS = (
    check, review, explain, render, new, form, import_sources, fmt, convert, schema, upgrade, demo,
)  # fmt: skip


@click.group(cls=CalmGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="gongkai")
def main() -> None:
    """财政支出绩效评价公开：核对评价记录，生成公开页面。"""


for command in COMMANDS:
    main.add_command(command)
explained_in_chinese(main)
