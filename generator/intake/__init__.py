"""The content folder: read once, every fault of every file said."""
