"""Arithmetic that sentences tell: which figures stand together, what is said to come of them."""
