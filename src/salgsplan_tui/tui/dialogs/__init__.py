"""Modal screens that return a result and know nothing of their caller."""
