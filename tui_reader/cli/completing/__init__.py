"""Scripts by which shells complete arguments, made from the parsers themselves."""
