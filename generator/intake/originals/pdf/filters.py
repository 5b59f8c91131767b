"""How the streams of a PDF are packed, as far as the standard library unpacks them."""

import binascii
import re
import zlib
from collections.abc import Callable, Mapping
from types import MappingProxyType

from generator.intake.originals.extract import RATIO, SMALL, SWOLLEN, Budget, NotReadError

_FILTERS = re.compile(rb"/Filter[\s\0]{0,9}(?:\[([^\]]{0,300})\]|/([A-Za-z0-9]{1,40}))")
_NAME = re.compile(rb"/([A-Za-z0-9]{1,40})")
_PREDICTOR = re.compile(rb"/Predictor[\s\0]{1,9}(?:[2-9]|1\d)")
_OTHER = "用其他方式压缩的内容"
_BLANKS = bytes(range(33))


def unpacked(head: bytes, packed: bytes, budget: Budget) -> bytes:
    """The content of a stream; raises NotReadError where it cannot be told."""
    data = packed.removeprefix(b"\r").removeprefix(b"\n")
    filters = _FILTERS.search(head)
    if filters is None and b"/Filter" in head:
        raise NotReadError(_OTHER)
    names = _NAME.findall(filters[1] or b"/" + (filters[2] or b"")) if filters else []
    if names and _PREDICTOR.search(head):
        raise NotReadError(_OTHER)
    for name in names:
        if name not in _WAYS:
            raise NotReadError(_OTHER)
        data = _WAYS[name](data, budget)
    budget.spend(len(data))
    return data


def _inflated(packed: bytes, budget: Budget) -> bytes:
    """A zlib stream, cut short or not."""
    limit = min(budget.left, max(SMALL, len(packed) * RATIO))
    stream = zlib.decompressobj()
    try:
        data = stream.decompress(packed, limit + 1)
    except zlib.error:
        raise NotReadError("损坏的内容") from None
    if len(data) > limit:
        raise NotReadError(SWOLLEN)
    return data


def _from_hexadecimal(packed: bytes, budget: Budget) -> bytes:
    del budget  # half of what is there
    digits = packed.partition(b">")[0].translate(None, _BLANKS)
    try:
        return binascii.unhexlify(digits + b"0" * (len(digits) % 2))
    except binascii.Error:
        raise NotReadError("损坏的内容") from None


def _from_ascii_85(packed: bytes, budget: Budget) -> bytes:
    del budget  # no more than is there
    plain = packed.partition(b"~>")[0].translate(None, _BLANKS).removeprefix(b"<~")
    plain = plain.replace(b"z", b"!!!!!")
    short = -len(plain) % 5
    groups = [plain[at : at + 5] for at in range(0, len(plain), 5)]
    if short and groups:
        groups[-1] += b"u" * short
    try:
        whole = b"".join(_group(group) for group in groups)
    except (OverflowError, ValueError):
        raise NotReadError("损坏的内容") from None
    return whole[: len(whole) - short]


def _group(signs: bytes) -> bytes:
    number = 0
    for sign in signs:
        number = number * 85 + sign - 33
    return number.to_bytes(4, "big")


_WAYS: Mapping[bytes, Callable[[bytes, Budget], bytes]] = MappingProxyType(
    {
        b"FlateDecode": _inflated,
        b"Fl": _inflated,
        b"ASCIIHexDecode": _from_hexadecimal,
        b"AHx": _from_hexadecimal,
        b"ASCII85Decode": _from_ascii_85,
        b"A85": _from_ascii_85,
    }
)
