"""Records worked out in batches, by several processes or machines, before the line runs."""

from generator.batches.ahead import work_ahead
from generator.batches.crew import ALONE, Crew, CrewError

__all__ = ["ALONE", "Crew", "CrewError", "work_ahead"]
