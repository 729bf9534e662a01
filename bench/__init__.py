"""Measurements: `make bench` prints the table of docs/reference/benchmarks.md, `make fuzz` tries strangers' files."""
