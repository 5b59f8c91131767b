"""The recogniser: which text a strip of a picture shows, and how sure that is.

Its models lie in the package of rapidocr; nothing is fetched.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from rapidocr import RapidOCR
from rapidocr.ch_ppocr_rec import TextRecInput

from generator.importers.readers.scans.upright import Picture

_SETTINGS = {
    "Rec.rec_img_shape": [3, 48, 128],
    "Global.log_level": "critical",
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
}


class Read(NamedTuple):
    """What a strip says."""

    text: str
    certainty: float
    """That of the sign that is least sure, 0 to 1."""
    middles: Sequence[tuple[str, float]] = ()
    """About where the middle of each sign is, as part of the strip from its left."""


@cache
def _engine() -> Any:
    return RapidOCR(params=_SETTINGS)


def texts(strips: Sequence[Picture]) -> Iterator[Read]:
    """The text of each strip, which holds one line."""
    if not strips:
        return
    said = _engine()._load_rec_model()(  # noqa: SLF001 -- has no other name
        TextRecInput(img=list(strips), return_word_box=True)
    )
    for text, score, word in zip(said.txts, said.scores, said.word_results, strict=True):
        sure = min([float(score), *(float(one) for one in (word.confs if word else ()))])
        yield Read(text.strip(), sure, tuple(_middles(word) if word else ()))


def _middles(found: Any) -> Iterator[tuple[str, float]]:
    """The recogniser looks at so many columns of a strip, and says in which it saw each sign."""
    for word, columns in zip(found.words, found.word_cols, strict=True):
        for sign, column in zip("".join(word), columns, strict=True):
            yield sign, (column + 0.5) / found.line_txt_len


def places(picture: Picture) -> Iterator[tuple[int, int, int, int]]:
    """Where lines of text stand: left, top, right, bottom in pixels."""
    found = _engine()._load_det_model()(picture)  # noqa: SLF001 -- has no other name
    for corners in found.boxes if found.boxes is not None else ():
        (left, top), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
        yield int(left), int(top), int(right), int(bottom)
