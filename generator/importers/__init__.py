"""Documents as departments have them become drafts of records; every value knows its place."""
