"""The command line: the engines on plain files, as promised in `docs/reference/formats.md`."""
