"""What a record and the register hold; knows nothing of files."""
