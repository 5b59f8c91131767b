"""Who takes part: this program, and those that others would take instead."""
