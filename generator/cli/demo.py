"""`gongkai demo`: a fictional city's site project."""

from decimal import Decimal
from pathlib import Path

import click

from generator.cli.calm import Unusable
from generator.cli.paths import must_be_empty
from generator.cli.places import FOLDER
from generator.demo import folder
from generator.values.money import parse

_STEP = 1_000
"""Records between two lines of progress."""


@click.command()
@click.argument("directory", metavar="DIR", type=FOLDER)
@click.option(
    "--records", type=click.IntRange(1, 200_000), default=100, show_default=True, help="记录份数。"
)
@click.option("--seed", type=int, default=1, show_default=True, help="同样的数字得到同样的内容。")
@click.option("--faults", default="0", metavar="P", help="植入一处错误的记录所占比例，如 0.1。")
def demo(directory: Path, records: int, seed: int, faults: str) -> None:
    """在 DIR 生成一个虚构城市（示例市）的完整网站项目。

    给出 --faults 时，植入的错误列在 faults.json 中。
    """
    share = parse(faults)
    if share is None or not 0 <= share <= 1:
        raise Unusable(f"--faults 应为 0 至 1 的数，而不是「{faults}」")
    must_be_empty(directory)

    def progress(number: int) -> None:
        if number % _STEP == 0 and number < records:
            click.echo(f"已写出 {number}/{records} 份", err=True)

    planted = folder.write_project(directory, records, seed, Decimal(share), progress)
    click.echo(f"已在 {directory} 写出 {records} 份评价记录")
    if planted:
        click.echo(f"其中 {len(planted)} 份各有一处错误，见 {folder.FAULTS}")
