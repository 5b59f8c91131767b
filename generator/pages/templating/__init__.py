"""How templates become text: the one room that knows Jinja and escaping.

`printing` says what a value looks like on a page, `code` compiles templates to plain Python,
`environment` puts both together.
"""

from generator.pages.templating.environment import TEMPLATES, environment
from generator.pages.templating.printing import escape

__all__ = ["TEMPLATES", "environment", "escape"]
