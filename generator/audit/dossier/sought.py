"""What a rule looks for in all the texts of a document, most of which do not hold it."""

import re
from typing import NamedTuple


class Sought(NamedTuple):
    """A pattern, and a cheaper one that is found wherever it is: without the hint it is not tried.

    A hint pays where it begins with one of a few signs, or is one word; a test holds every hint
    against texts made from its pattern.
    """

    pattern: re.Pattern[str]
    hint: re.Pattern[str]
