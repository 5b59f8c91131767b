"""What the converter says of Markdown that it does not know."""


class OutsideError(Exception):
    """Raised for Markdown outside the subset; the message is the beginning of what lies there."""

    def __init__(self, found: str) -> None:
        super().__init__(found[:_SHOWN])


_SHOWN = 80
