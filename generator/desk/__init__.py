"""The reviewer's desk: all that was found in a site, filed, ranked, chosen from, and compared."""
