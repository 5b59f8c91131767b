"""How templates become text: the one room that knows Jinja and escaping.

`printing` says what a value looks like on a page, `code` compiles templates to plain Python,
`compiled` keeps what was compiled, `environment` puts all together.
"""

from generator.pages.templating.compiled import compiled
from generator.pages.templating.environment import TEMPLATES, environment
from generator.pages.templating.printing import escape

__all__ = ["TEMPLATES", "compiled", "environment", "escape"]
