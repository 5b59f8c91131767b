"""Names that become files: whatever a site publishes must be checked out on every system.

Source: Microsoft, “Naming Files, Paths, and Namespaces”; what Windows, macOS and Linux each refuse
or silently change is refused for all.
"""

import re
import unicodedata
from collections.abc import Iterator

LONGEST = 200
"""Bytes in UTF-8; systems take 255, and a name needs room for what copying puts beside it."""
DEVICES = frozenset({"con", "prn", "aux", "nul", "conin$", "conout$"}) | {
    f"{device}{n}" for device in ("com", "lpt") for n in "123456789¹²³"
}
"""What Windows takes for a device, whatever extension follows."""
_SIGNS = re.compile(r'[\\/:*?"<>|]')
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode's controls, format signs, halves of pairs, line and paragraph separators."""


def name_fault(name: str) -> str:
    """Why no file may be called this, in a Chinese phrase; empty for a name fit everywhere."""
    return next(_name_faults(name), "")


def _name_faults(name: str) -> Iterator[str]:
    if not name:
        yield "是空的"
    if taken := _SIGNS.search(name):
        yield f"中有「{taken[0]}」"
    for sign in name:
        if unicodedata.category(sign) in _UNSEEN:
            yield f"中有看不见的字符 U+{ord(sign):04X}"
    if name != name.strip():
        yield "的开头或末尾有空格"
    if name.endswith("."):
        yield "以「.」结尾"
    device = name.partition(".")[0].rstrip()
    if device.casefold() in DEVICES:
        yield f"是 Windows 的设备名 {device}"
    if not unicodedata.is_normalized("NFC", name):
        yield "中的字母和附加符号是分开的（不是 NFC 形式）"
    if (size := len(name.encode())) > LONGEST:
        yield f"长 {size} 字节，超过 {LONGEST} 字节（约 {LONGEST // 3} 个汉字）"


def is_copy(name: str) -> bool:
    """Whether a system named a file so when it copied another: `甲 - 副本 (2)`, `Copy of 甲`."""
    return _COPY.search(name) is not None


_COPY = re.compile(
    r"^(?:副本|复件|新建 ?(?:文本文档)?|Copy of )"
    r"|(?:副本|复件|[ _-]copy)(?: ?[（(]?\d{1,3}[)）]?)?$|[（(]\d{1,3}[)）]$",
    re.IGNORECASE,
)
"""As Windows, macOS and browsers name what they copy or load once more."""


def file_key(name: str) -> str:
    """Equal for names that some system takes for one: letters' case and composition aside."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
