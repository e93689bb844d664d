"""The number that tells one layout of the index on disk from another; needs nothing to be read."""

INDEX_FORMAT = 4
"""Counts the changes of what lies on disk; part of the index's key."""
