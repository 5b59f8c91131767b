"""What rules look at in a document: its rows, its money, its texts and what these tell."""
