"""Papers, with what the reader said of them, as text for other programs: one format per file."""
