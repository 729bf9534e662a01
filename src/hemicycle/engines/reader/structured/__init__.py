"""Reads the files by which programs exchange programmes: frab, pretalx, Indico, iCalendar, JSON, YAML and our own.

One module understands one format; `json_tree`, `xml_tree`, `yaml_tree` and `ical_tree` make trees that know their
lines, `draft` puts the programme together, `ledger` accounts for every line.
"""

from hemicycle.engines.reader.structured.entry import reading

__all__ = ["reading"]
