"""An address where no preview can be served is said in one sentence, with what to do."""

import socket
from collections.abc import Iterator

import pytest
from mkdocs.exceptions import PluginError

from generator.plugin.address import must_be_free

HOST = "127.0.0.1"


@pytest.fixture
def taken() -> Iterator[int]:
    """A port at which somebody listens."""
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        yield int(other.getsockname()[1])


def said(host: str, port: int) -> str:
    with pytest.raises(PluginError) as refused:
        must_be_free(host, port)
    return str(refused.value)


def test_a_port_that_is_taken(taken: int) -> None:
    assert said(HOST, taken) == (
        f"预览地址 {HOST}:{taken} 已被另一个程序占用，可能是还开着的预览；"
        "请先停止它，或换一个端口，例如 mkdocs serve -a 127.0.0.1:8001"
    )


@pytest.mark.parametrize("port", [0, -1, 65_536, 99_999])
def test_a_port_that_there_is_not(port: int) -> None:
    assert "端口应在 1 至 65535 之间" in said(HOST, port)


@pytest.mark.parametrize("host", ["198.51.100.7", "no-such-host.invalid"])
def test_an_address_of_another_machine(host: str) -> None:
    assert "不是这台电脑的地址" in said(host, 8001)


def test_a_free_port_is_left_free() -> None:
    with socket.socket() as other:
        other.bind((HOST, 0))
        free = int(other.getsockname()[1])
    must_be_free(HOST, free)
    must_be_free(HOST, free)
