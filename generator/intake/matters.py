"""The items of a document, each with the kind and the frame that it names."""

from collections.abc import Collection

from generator.intake import unknown
from generator.intake.records import Matter
from generator.intake.relations.records import Declared
from generator.model.frames import NO_FRAME, Frame
from generator.model.items import Item
from generator.source import At
from generator.values.names import folded


def matter_of(
    item: Item,
    declared: Declared,
    stand_in: Frame = NO_FRAME,
    wrong: Collection[At] = (),
    at: At = (),
) -> Matter:
    """An item at an English path of its record, with those it holds.

    What it names and nobody declares, or what stands at one of the `wrong` paths, is not known: the
    stand-in takes the place of such a frame.
    """
    known = (*at, "frame") not in wrong
    named = declared.frame_named.get(folded(item.frame)) if item.frame and known else None
    frame = named or (NO_FRAME if item.frame is None and known else stand_in)
    kind = declared.kind_named.get(item.evaluation_type or "", unknown.KIND)
    inner = tuple(
        matter_of(one, declared, stand_in, wrong, (*at, "items", n))
        for n, one in enumerate(item.items)
    )
    return Matter(item, at, kind, frame, inner)
