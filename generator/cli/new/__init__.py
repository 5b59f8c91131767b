"""`gongkai new`: beginnings of records, departments and sites."""

import click

from generator.cli.new.department import department
from generator.cli.new.record import record
from generator.cli.new.site import site


@click.group()
def new() -> None:
    """新建评价记录、登记部门，或新建整个网站项目。"""


for command in (record, department, site):
    new.add_command(command)
