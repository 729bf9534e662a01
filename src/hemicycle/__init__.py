"""Hemicycle: the platform on which the secretariat of a conference runs the whole conference."""

VERSION = "2026.12.0.dev0"
