"""Pure engines: no Django, importable from anywhere, each with a command line of its own."""
