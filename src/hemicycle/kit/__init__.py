"""Glue with no domain in it: each module is a noun that two domains use."""
