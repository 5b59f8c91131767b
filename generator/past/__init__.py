"""What an earlier check would have found, or did: a revision of git, a list that was saved."""
