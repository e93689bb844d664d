"""paperread: a terminal reader for dumps of paper lists."""

__version__ = "0.1.0"
