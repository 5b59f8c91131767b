"""Where the program `gongkai` begins: Ctrl+C ends it quietly even while it is still loading."""

import signal
import sys


def main() -> None:
    """Load the commands, which takes a second or more, and run the one that is asked for."""
    try:
        from generator.cli import main as run  # noqa: PLC0415 -- loading is what may be broken off
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)
    run()
