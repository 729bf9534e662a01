"""Texts of structured files made plain: HTML to paragraphs, language marks to tags, texts in several languages."""

from __future__ import annotations

import html
import re
from typing import Any

_MARKUP = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>|<!--.*?-->", re.DOTALL)
_HIDDEN = re.compile(r"<(script|style|head|title)\b[^<>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_BREAKS = re.compile(
    r"<(?:br|/p|/div|/h[1-6]|/tr|/ul|/ol|/blockquote|p|div|h[1-6]|ul|ol|tr)\b[^<>]*>", re.IGNORECASE
)
_ITEMS = re.compile(r"<li\b[^<>]*>", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\f\v\u00a0]+")
_EMPTY_LINES = re.compile(r"\n\s*\n\s*")
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z0-9]{2,8}))*")
_LARGEST = 200_000

UNKNOWN = "und"
"""The BCP 47 tag of a text whose language the file does not say."""


def plain(text: str) -> str:
    """The words of a text that may be HTML, with its paragraphs; nothing that looks like a tag remains."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")[:_LARGEST]
    if "<" in text and _MARKUP.search(text):
        text = _HIDDEN.sub(" ", text)
        text = _ITEMS.sub("\n- ", text)
        text = _BREAKS.sub("\n", text)
        text = _MARKUP.sub("", text)
    if "&" in text:
        text = html.unescape(text)
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()


def one_line(text: str) -> str:
    return " ".join(plain(text).split())


def joined(*texts: str) -> str:
    """Paragraphs in order, none twice: a description that begins with the abstract stands for both."""
    kept: list[str] = []
    for text in filter(None, texts):
        if any(text in earlier for earlier in kept):
            continue
        kept = [earlier for earlier in kept if earlier not in text]
        kept.append(text)
    return "\n\n".join(kept)


def tag(language: str) -> str:
    """The BCP 47 tag of a file's language mark (en, en_US, de-formal, German is none); nothing where it is none."""
    found = _TAG.fullmatch(language.strip())
    if not found:
        return ""
    parts = re.split("[-_]", language.strip())
    region = [part.upper() for part in parts[1:] if len(part) == 2]
    return "-".join([parts[0].lower(), *region])


def texts(value: Any, language: str) -> dict[str, str]:
    """A text, or a text by language, as `{tag: text}`."""
    if isinstance(value, dict):
        found = {tag(name) or UNKNOWN: plain(text) for name, text in value.items() if isinstance(text, str)}
        return {name: text for name, text in found.items() if text}
    if isinstance(value, str) and (text := plain(value)):
        return {language or UNKNOWN: text}
    return {}
