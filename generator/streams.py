"""The standard streams: they carry every text, whatever their encoding."""

import codecs
import io
import json
import sys

_ESCAPING = "gongkai-escaping"


def carry_all() -> None:
    r"""Let no sign stop a command: what a stream cannot carry is written as `\uXXXX`.

    A file or pipe on a Chinese Windows is GBK, which has no ², ㎥, − or rare Han; a name on Linux
    may hold bytes that are no text at all. The exception would end a command with the exit code of
    faulty content. What is typed and cannot be read becomes U+FFFD, which no answer may hold.
    """
    for stream, errors in (
        (sys.stdin, "replace"),
        (sys.stdout, _ESCAPING),
        (sys.stderr, _ESCAPING),
    ):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=errors)


def portable(text: str) -> str:
    """JSON as the standard output hands it to other programs, which expect UTF-8.

    In any other encoding every sign beyond ASCII is escaped: the same JSON, read alike by all.
    """
    encoding = codecs.lookup(getattr(sys.stdout, "encoding", None) or "utf-8").name
    return text if encoding == "utf-8" else text.encode("ascii", _ESCAPING).decode()


def _escaped(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


codecs.register_error(_ESCAPING, _escaped)
