"""Text on its way in: cleaned once, TeX made readable, titles compared, addresses checked."""
