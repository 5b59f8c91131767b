"""Whether a preview can be served where it is to be: asked before MkDocs finds out in English."""

import errno
import socket

from mkdocs.exceptions import PluginError

_ASK = "，例如 mkdocs serve -a 127.0.0.1:8001"
_PORTS = range(1, 65_536)


def must_be_free(host: str, port: int) -> None:
    """Raise PluginError, with what to do, where nobody could be served at this address."""
    place = f"{host}:{port}"
    if port not in _PORTS:
        raise PluginError(f"预览地址 {place} 的端口应在 1 至 65535 之间；请换一个{_ASK}")
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, socket.SOCK_STREAM) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind(address)
    except OSError as error:
        raise PluginError(f"预览地址 {place} {_reason(error)}{_ASK}") from None


def _reason(error: OSError) -> str:
    match error.errno:
        case errno.EADDRINUSE:
            return "已被另一个程序占用，可能是还开着的预览；请先停止它，或换一个端口"
        case errno.EACCES | errno.EPERM:
            return "没有权限使用；请换一个大于 1024 的端口"
    return "不是这台电脑的地址；请换一个"
