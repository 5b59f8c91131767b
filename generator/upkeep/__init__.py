"""What a site project has beside its content, all of it ours: the package it runs, locks, CI."""
