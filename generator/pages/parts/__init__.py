"""What several kinds of page show: tables, exchanges, explained words."""
