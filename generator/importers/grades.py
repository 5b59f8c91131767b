"""The words that documents call grades by, for patterns to hold between their own brackets."""

FOUR_GRADES = "优秀?|良好?|中等?|差"
"""Those of the four grades themselves, which may stand bare behind points."""
GRADES = f"{FOUR_GRADES}|合格|不合格"
"""With those of two grades."""
GRADES_TOLD = f"{GRADES}|较差|一般"
"""With those that sentences use besides, where they say that it is a grade."""
