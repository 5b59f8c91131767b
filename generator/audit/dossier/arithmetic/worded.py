"""Products, portions and means of a text, sentence by sentence."""

from collections.abc import Iterator

from generator.audit.dossier.arithmetic import averages, portions, products
from generator.audit.dossier.arithmetic.readings import claims
from generator.audit.dossier.claims.figures import Claim
from generator.audit.dossier.prose import Passage
from generator.audit.dossier.written_products import written_out

_READERS = (
    (products.SIGN, products.products),
    (portions.SIGN, portions.portions),
    (averages.SIGN, averages.averages),
)
_EACH = "每"


def worded(text: Passage) -> Iterator[Claim]:
    """What its sentences reckon wrongly; one may go on from what is for each in that before it."""
    standard = ""
    for told in text.sentences:
        before = f"{standard}，" if standard and _EACH not in told else ""
        sentence = before + told
        standard = products.standard_of(told)
        readers = [reader for sign, reader in _READERS if sign.search(sentence)]
        for claim in claims(sentence, readers) if readers else ():
            if written_out(sentence):
                break
            yield claim._replace(said=claim.said.removeprefix(before))
