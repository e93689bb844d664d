"""The number that tells one layout of the index on disk from another; needs nothing to be read."""

INDEX_FORMAT = 5
"""Counts the changes of what lies on disk; part of the index's key."""
