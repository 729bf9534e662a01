"""A finished programme document in, bytes out: each module one public form, byte-identical for the same input."""
