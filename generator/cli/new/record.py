"""`gongkai new record`: the draft of a record."""

from pathlib import Path

import click

from generator import disk, source
from generator.binding.filling import Form, fill
from generator.binding.standard import standard
from generator.cli.new.answers import Answers, CalmCommand, Stopped
from generator.cli.new.interview import Interview
from generator.cli.new.project import missing_schema
from generator.cli.new.readers import there_already
from generator.cli.project import content_folder, site_option
from generator.diagnostics import Severity
from generator.intake import content
from generator.model.evaluation import Evaluation
from generator.scaffold.record import text_of
from generator.schema.languages import Language
from generator.schema.lexicon import Lexicon


@click.command(cls=CalmCommand)
@click.option("--type", help="哪一类文件，如 单位自评、运行监控、整改报告。")
@click.option("--year", help="评价年度，如 2024。")
@click.option("--department", help="部门的编号或名称，见 content/departments.yml。")
@click.option("--id", help="记录编号，即文件名和网址；与往年同一项目的编号相同。")
@click.option("--title", help="报告全称。")
@click.option("--project", help="项目全称。")
@click.option("--scope", help="评价对象，如 项目支出。")
@click.option("--frame", help="指标体系的名称或编号；打分的文件才有，报告没有写明的填 没有写明。")
@click.option("--period-from", help="期间的起始日期，如 2024-01-01；运行监控和跟踪评价才有。")
@click.option("--period-to", help="期间的截止日期，如 2024-07-31。")
@click.option("--related", help="所整改或复核的评价：年度/部门/编号，或 不在本站。")
@click.option("--unit", help="金额单位：元、万元或亿元。")
@click.option(
    "--from-last-year/--not-from-last-year",
    default=None,
    help="沿用同一项目往年记录的指标、指标值和分值；不沿用得分、完成值、原因和问题。",
)
@click.option(
    "--lang",
    type=click.Choice([language.value for language in Language]),
    default=Language.CHINESE.value,
    help="文件中键的语言。",
)
@site_option
def record(site: Path, lang: str, *, from_last_year: bool | None, **given: str | None) -> None:
    """新建一份记录的草稿：先选哪一类文件，再列出这类文件常用的栏目。没有用选项给出的，会逐项询问。"""
    root = site.resolve()
    folder = content_folder(root)
    loaded = content.load(folder, root)
    if not loaded.departments:
        faults = tuple(d for d in loaded.diagnostics if "departments.yml" in d.location.path)
        raise Stopped("没有可用的部门，请先运行 gongkai new department 登记部门", faults)
    draft = Interview(Answers(given), loaded, folder).draft(copying=from_last_year)
    language = Language(lang)
    english = text_of(draft, language)
    path = (folder / draft.path).relative_to(root).as_posix()
    form = _filled(english, path, loaded.declared.lexicon)
    text = standard(form, english.encode(), language)
    try:
        disk.create({folder / draft.path: text.encode()} | missing_schema(root, language))
    except FileExistsError:
        raise Stopped(there_already(path)) from None
    click.echo(f"已写出 {path}（草稿）")
    if draft.earlier is not None:
        year = draft.earlier.year
        click.echo(f"沿用了 {year} 年度的指标、指标值和分值；得分、完成值、原因和问题没有沿用。")
    click.echo("接着：打开这个文件，逐项填写；运行 gongkai check 核对；填完后把状态改为已发布。")


def _filled(text: str, path: str, lexicon: Lexicon) -> Form[Evaluation]:
    """What the draft says, read back; raises `Stopped` when it cannot be."""
    reading = source.read(text.encode(), path)
    failed = any(fault.severity is Severity.ERROR for fault in reading.diagnostics)
    if reading.document is None or failed:
        raise Stopped("填写的内容无法写成评价记录", reading.diagnostics)
    form = fill(reading.document, Evaluation, lexicon=lexicon)
    if form.value is None:
        raise Stopped("填写的内容无法写成评价记录", form.diagnostics)
    return form
