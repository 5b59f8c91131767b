"""Whether documents of a kind, or printed by a frame, have something."""

from generator.values.choices import Choice


class Presence(Choice):
    """Always, sometimes, or never."""

    ALWAYS = "always", "必有"
    MAYBE = "maybe", "可有"
    NEVER = "never", "没有"
