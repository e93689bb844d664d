"""Dumps of paper lists: one layout per file, recognised by content."""
