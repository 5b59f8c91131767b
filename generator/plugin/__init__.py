"""The MkDocs plugin `gongkai`; only this room knows MkDocs."""

from generator.plugin.adapter import THEME, GongkaiPlugin

__all__ = ["THEME", "GongkaiPlugin"]
