"""The audit: rules over records, what a result says, what stops a build."""
