"""What is written on a page, and what of it is laid over later."""

from dataclasses import dataclass, field

from generator.intake.originals.extract import Budget
from generator.intake.originals.pdf.lines import Run
from generator.intake.originals.pdf.places import Box

_SIGNS = 1_000_000
"""Signs, and runs of them, that are placed in one file."""
_LOOKS = 5_000_000
"""How often in one file a run is held against what may cover it."""
_SMALLEST = 1.5
_THIN = 2.0
"""What is thinner, in points, is a line and covers nothing."""


@dataclass(slots=True)
class Ink:
    """Of one page, within the bounds of its file."""

    runs: list[Run] = field(default_factory=list)
    signs: Budget = field(default_factory=lambda: Budget(_SIGNS, "写满字的页面"))
    looks: Budget = field(default_factory=lambda: Budget(_LOOKS, "层层覆盖的页面"))

    def write(self, run: Run, *, is_seen: bool) -> None:
        """Put a run there, if it is seen and not too small; raises NotReadError beyond bounds."""
        self.signs.spend(1 + len(run.text))
        if run.text and is_seen and run.size >= _SMALLEST:
            self.runs.append(run)

    def cover(self, box: Box) -> None:
        """Whatever was written there before is seen no more; raises NotReadError beyond bounds."""
        if min(box[2] - box[0], box[3] - box[1]) < _THIN or not self.runs:
            return
        self.looks.spend(len(self.runs))
        self.runs = [run for run in self.runs if not run.lies_in(box)]
