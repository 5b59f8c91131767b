"""Markdown as our templates write it becomes HTML, byte for byte what Python-Markdown makes of it.

Python-Markdown reads any Markdown, and takes ten times as long as all else that a page needs. Our
templates write little of it: blocks of HTML, headings, paragraphs of one line. This room converts
these and refuses everything else, which then goes the ordinary way.
"""

from generator.html.anchors import anchors
from generator.html.document import Converted, converted
from generator.html.headings import Heading
from generator.html.outside import OutsideError

__all__ = ["Converted", "Heading", "OutsideError", "anchors", "converted"]
