"""The MkDocs plugin `gongkai`; only this room knows MkDocs."""

from generator.pages.theme import THEME
from generator.plugin.adapter import GongkaiPlugin

__all__ = ["THEME", "GongkaiPlugin"]
