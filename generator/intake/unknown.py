"""What stands where a record names no frame or year that there is: two of each, very unlike.

What the audit finds with both alike does not hang on them.
"""

from decimal import Decimal

from generator.intake.record_paths import YEARS
from generator.model.frames import Band, Frame, RateBase
from generator.model.kinds import EvaluationKind, Timing
from generator.model.register import Department, DepartmentKind

FRAMES = (
    Frame(
        format=1, id="unknown", name="", source="", description="", rate_base=RateBase.BUDGET,
        tolerance=Decimal(0), indicators=(),
    ),
    Frame(
        format=1, id="unknown", name="", source="", description="", rate_base=RateBase.RECEIVED,
        total=Decimal(1), places=0, explain_below=Decimal(1),
        bands=(Band(name="", start=Decimal(0)),), indicators=(),
    ).model_copy(update={"tolerance": Decimal(10**9)}),  # beyond what a file may say
)  # fmt: skip
YEARS_APART = (YEARS[0], YEARS[-1])
KIND = EvaluationKind(
    format=2, id="unknown", name="", english="", source="", description="", timing=Timing.AFTER
)
"""No rule over one record looks at its kind beyond what it may have."""
DEPARTMENT = Department(id="unknown", name="", region="unknown", kind=DepartmentKind.OTHER)
"""No rule over one record looks at its department."""
