"""Whether MkDocs said anything of the content: who builds the same again would not hear it."""

import logging

_BUILD = "mkdocs.commands.build"
"""Says in each build that it goes on."""


class Heard(logging.Handler):
    """Listens while a site is built."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.something = False

    def emit(self, record: logging.LogRecord) -> None:
        """Take note of a message."""
        if record.levelno >= logging.WARNING or record.name != _BUILD:
            self.something = True
