"""Chinese names in Latin letters, as they are typed where no input method is at hand."""

from functools import lru_cache


@lru_cache(maxsize=1024)
def in_latin(text: str) -> str:
    """A text as it sounds, without tones and blanks: 总分 is zongfen."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415 -- its dictionaries take long to load

    return "".join(lazy_pinyin(text)).casefold()
