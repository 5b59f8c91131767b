"""Document ⇄ model in four directions: opening, filling, spelling, standard form."""
