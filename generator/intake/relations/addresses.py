"""Former addresses: each is one of this site's, and nobody else's."""

from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostic
from generator.intake.record_paths import site_address
from generator.intake.records import Record
from generator.values.text import shown


def faults(records: Iterable[Record]) -> Iterator[Diagnostic]:
    """What is no address, what a record stands at today, and what two records claim."""
    given = tuple(records)
    holders = {record.address: record for record in given}
    for record in given:
        for n, typed in enumerate(record.head.former_addresses):
            at, address = ("former_addresses", n), site_address(typed)
            if address is None:
                yield record.form.fault(
                    "unreadable-address", at,
                    f"「曾用地址」填写的「{shown(typed)}」不是本站记录的网址",
                    "应为 年度/部门编号/记录编号，如 2021/office/meeting", found=shown(typed),
                )  # fmt: skip
                continue
            holder = holders.setdefault(address, record)
            if holder is not record or address == record.address:
                whose = "本记录现在的网址" if holder is record else f"{holder.path} 的网址"
                yield record.form.fault(
                    "address-taken", at, f"曾用地址 {address} 已是{whose}",
                    "请只留一处；记录现在的网址不必写", found=shown(typed), expected=address,
                )  # fmt: skip
