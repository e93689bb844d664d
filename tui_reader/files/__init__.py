"""Files as they are in the wild: read within bounds, written whole or not at all."""
