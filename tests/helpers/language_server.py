"""A client of a language server over stdio: as much of the protocol as a test needs."""

import json
import subprocess
import threading
from collections.abc import Sequence
from pathlib import Path
from queue import Empty, Queue
from types import TracebackType
from typing import Any, Self

PATIENCE = 60.0
"""Seconds to wait for one answer; a busy machine is slow to start a server."""


class LanguageServer:
    """A server process; it ends with the block that it was begun for."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self._process = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._folder = folder
        self._messages: Queue[dict[str, Any]] = Queue()
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._marked: dict[str, list[dict[str, Any]]] = {}
        self._last = 0

    def __enter__(self) -> Self:
        self._reader.start()
        root = self._folder.as_uri()
        capabilities = {
            "textDocument": {
                "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
                "hover": {"contentFormat": ["markdown"]},
            }
        }
        self.ask("initialize", processId=None, rootUri=root, capabilities=capabilities)
        self.tell("initialized")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(10)
        self._reader.join(10)
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()

    def open(self, file: Path, text: str) -> dict[str, str]:
        """Open a document; returns what names it in questions."""
        file.write_text(text, encoding="utf-8")
        uri = file.as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)
        return {"uri": uri}

    def tell(self, method: str, **parameters: Any) -> None:
        self._send({"method": method, "params": parameters})

    def ask(self, method: str, **parameters: Any) -> Any:
        """The answer to a question; meanwhile the server's own questions are answered."""
        self._last += 1
        self._send({"id": self._last, "method": method, "params": parameters})
        while True:
            message = self._next(method)
            if message.get("id") == self._last and "method" not in message:
                assert "error" not in message, message["error"]
                return message.get("result")

    def diagnostics(self, document: dict[str, str]) -> list[dict[str, Any]]:
        """What the server marks in a document, once it has said so."""
        while document["uri"] not in self._marked:
            self._next("diagnostics")
        return self._marked[document["uri"]]

    def _next(self, wanted: str) -> dict[str, Any]:
        try:
            message = self._messages.get(timeout=PATIENCE)
        except Empty:
            raise TimeoutError(f"no answer to {wanted} in {PATIENCE:.0f} seconds") from None
        if message.get("method") == "textDocument/publishDiagnostics":
            self._marked[message["params"]["uri"]] = message["params"]["diagnostics"]
        if message.get("method") and "id" in message:
            self._send({"id": message["id"], "result": _settings(message)})
        return message

    def _send(self, message: dict[str, Any]) -> None:
        stream = self._process.stdin
        assert stream is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        stream.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while header := stream.readline():
            length = int(header.removeprefix(b"Content-Length:"))
            while stream.readline().strip():
                pass
            self._messages.put(json.loads(stream.read(length)))


def _settings(question: dict[str, Any]) -> object:
    """Answers to what the server asks: its settings; nothing is fetched from anywhere."""
    if question["method"] != "workspace/configuration":
        return None
    yaml = {"completion": True, "hover": True, "validate": True, "schemaStore": {"enable": False}}
    items = question["params"]["items"]
    return [yaml if item.get("section") == "yaml" else {} for item in items]
