"""Tags that every template of the interface may load."""
