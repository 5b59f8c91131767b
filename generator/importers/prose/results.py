"""A notice that tells the result of each project below a heading with its name."""

from generator.importers.context import Context
from generator.importers.prose import told_funds, told_scores
from generator.importers.prose.headings import Layout, Section
from generator.importers.prose.whole import Years
from generator.source import At

_LEAST = 2


def read(context: Context, layout: Layout, years: Years) -> bool:
    """Put an item for each heading below which a result is told; whether there are several."""
    told = [one for one in layout.sections if _tells_result(one)]
    styles = {one.style for one in told}
    if len(told) < _LEAST or len(styles) != 1:
        return False
    for n, section in enumerate(told):
        item: At = ("items", n)
        heading = section.heading
        context.label(heading, 0, section.start)
        context.put((*item, "id"), heading, f"item-{n + 1}", (0, 0))
        context.put(
            (*item, "project", "name"), heading, section.title, (section.start, section.end)
        )
        told_scores.read(context, section.body, years, section.title, item)
        told_funds.read(context, section.body, years, section.title, item)
    return True


def _tells_result(section: Section) -> bool:
    return any(told_scores.tells_total(paragraph.text) for paragraph in section.body)
