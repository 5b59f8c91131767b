"""What readers take along: tables of all evaluations, of a year, of a department; and feeds."""
