"""What a reader may ask for: the query language and its tree."""
