"""What `gongkai new` writes: drafts of records, entries of departments, whole site projects."""
