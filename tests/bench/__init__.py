"""Benchmarks beside named rivals, in one run: `python -m tests.bench --help`."""
