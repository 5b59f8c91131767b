"""What is made up never passes for a report: it is published only where every page says so."""

from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostic
from generator.intake.records import Record
from generator.model.publisher import Publisher


def faults(records: Iterable[Record], publisher: Publisher | None) -> Iterator[Diagnostic]:
    """Records that are made up and published, on a site that does not say that it is."""
    if publisher is None or publisher.fictional:
        return
    for record in records:
        if record.head.fictional and record.is_published:
            yield record.form.fault(
                "fictional-record", ("fictional",),
                f"「{record.head.title}」写明是虚构的示例，不能作为真实的报告发布",
                "请删去这份记录，或把状态改为草稿；确为真实报告的，请核对全部内容后删去「虚构」一行；"
                "整个网站都是演示的，请在 publisher.yml 中写「虚构: 是」",
            )  # fmt: skip
