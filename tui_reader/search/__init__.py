"""The index and all that answers a query; the only place that knows Whoosh and NumPy."""
