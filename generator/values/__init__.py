"""Values: how text, numbers, money, dates and choices are read and printed."""
