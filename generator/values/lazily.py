"""Regular expressions that are compiled when they are first asked.

Large classes of signs and long lists of words take Python milliseconds each, and few runs meet the
texts that all of them are for.
"""

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")


class Lazy:
    """Stands for a compiled pattern; from the first question on its methods are that one's own."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    @property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself; raises re.error where it is none."""
        return re.compile(self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = self.compiled
        self.__dict__ |= {method: getattr(compiled, method) for method in _METHODS}
        return self.__dict__[name]


def lazily(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern to be asked by its own methods; functions of `re` take it for no pattern.

    A match that it finds does not know it: whoever asks `match.re is ...` compiles at once.
    """
    return cast("re.Pattern[str]", Lazy(pattern, flags))
