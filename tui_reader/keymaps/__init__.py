"""Keymaps: the registry's keys, overlaid by a YAML file of the reader's."""
