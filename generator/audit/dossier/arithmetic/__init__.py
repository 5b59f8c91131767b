"""Sentences that reckon: what each figure is there, what the others come to."""
