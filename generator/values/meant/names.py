"""Names and addresses as people type them: `W1`, `“w1”`, `office_meeting`, `www.example.org`."""

import re

from generator.values.lazily import lazily
from generator.values.lookalikes import as_typed
from generator.values.meant.meaning import UNKNOWN, Meant

_AROUND = " 。.;；,，、:：()（）[]【】“”‘’「」'\"<>《》"
_PARTS = lazily(r"[\s_./—–-]{1,4}")
_SLUG = lazily(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SCHEME = lazily(r"(?P<name>https?)[:：]?\s?(?:/{1,3}|\\{1,2}|／{1,2})", re.IGNORECASE)
_HOST = lazily(r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}(?:[:/][^\s]{0,1000})?", re.IGNORECASE)


def slug(text: str, unit: str = "") -> Meant:
    """An id in small letters; another one may be referred to elsewhere as it was typed."""
    del unit
    plain = as_typed(text).strip(_AROUND)
    tidy = "-".join(filter(None, _PARTS.split(plain.lower())))
    if not _SLUG.fullmatch(tidy):
        return UNKNOWN
    return Meant((tidy,), tidy == plain)


def address(text: str, unit: str = "") -> Meant:
    """An address on the web; without a scheme there are two of it."""
    del unit
    plain = text.strip(_AROUND)
    if any(sign.isspace() for sign in plain):
        return UNKNOWN
    if found := _SCHEME.match(plain):
        rest = plain[found.end() :].lstrip("/\\")
        return Meant((f"{found['name'].lower()}://{rest}",)) if _HOST.fullmatch(rest) else UNKNOWN
    if _HOST.fullmatch(plain):
        return Meant((f"https://{plain}", f"http://{plain}"))
    return UNKNOWN
