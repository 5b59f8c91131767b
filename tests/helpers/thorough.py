"""How far a proof goes: part of the way in every run, all of it in `make promises`."""

import os

THOROUGH = bool(os.environ.get("THOROUGH"))
"""Set by `make promises`."""
