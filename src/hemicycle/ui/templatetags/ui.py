"""`{% load ui %}`: the leaves of every page."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

_ICONS = Path(__file__).parents[1] / "static/ui/icons.svg"
_SYMBOL = re.compile(r'<symbol id="([\w-]+)" viewBox="([\d ]+)">(.*?)</symbol>', re.DOTALL)


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon of `icons.svg`, drawn into the page: browsers refuse a shared file when the page is opened from a disk."""
    return _icons()[name]


@register.simple_tag
def theme(number: int, words: str) -> SafeString:
    """One of the six marks of themes and kinds with its words; the words alone for number 0."""
    if not number:
        return format_html("<span>{}</span>", words)
    return format_html(
        '<span class="theme-mark" data-theme="{}">{} {}</span>', number, _icons()[f"t{number}"], words
    )


@cache
def _icons() -> dict[str, SafeString]:
    return {name: _drawn(box, body) for name, box, body in _SYMBOL.findall(_ICONS.read_text("utf-8"))}


def _drawn(box: str, body: str) -> SafeString:
    svg = f'<svg class="icon" viewBox="{box}" aria-hidden="true">{body}</svg>'
    return mark_safe(svg)  # noqa: S308 -- our own file
