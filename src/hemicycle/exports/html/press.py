"""Pages into bytes. What surrounds the pages of a section is set once, and the pages are set into it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from django.template import engines
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

if TYPE_CHECKING:
    from hemicycle.exports.html.shell import Shell

_GAP = re.compile("\x00(title|description|path|main)\x00")

Parts: TypeAlias = tuple[str, ...]
"""Text and the names of gaps in turn, beginning and ending with text."""


class Framed(Protocol):
    """A page with something around it."""

    @property
    def shell(self) -> Shell: ...


class Press:
    """Keeps templates and frames for as long as one folder is written; the active language is the pages' own."""

    def __init__(self) -> None:
        self._templates: dict[str, Any] = {}
        self._frames: dict[tuple[str, str, int], Parts] = {}

    def alone(self, name: str, page: object) -> bytes:
        """A page that is a document of its own."""
        return self._set(f"html/{name}.html", {"page": page}).encode()

    def framed(self, name: str, page: Framed) -> bytes:
        """A page between masthead and foot."""
        shell = page.shell
        written = {
            "title": escape(shell.title),
            "description": escape(shell.description),
            "path": shell.path,
            "main": self._set(f"html/{name}.html", {"page": page}),
        }
        parts = self._frame(shell)
        return "".join(written[part] if number % 2 else part for number, part in enumerate(parts)).encode()

    def _frame(self, shell: Shell) -> Parts:
        key = (shell.language, shell.section, shell.path.count("/"))
        if key not in self._frames:
            path = _gap("path")
            switches = tuple(
                replace(switch, href=switch.href.removesuffix(shell.path) + path) for switch in shell.switches
            )
            empty = replace(
                shell, title=_gap("title"), description=_gap("description"), path=path, switches=switches
            )
            whole = self._set("ui/base.html", {"shell": empty, "main": _gap("main")})
            self._frames[key] = tuple(_GAP.split(whole))
        return self._frames[key]

    def _set(self, name: str, context: dict[str, Any]) -> str:
        if name not in self._templates:
            self._templates[name] = engines["django"].get_template(name)
        return str(self._templates[name].render(context))


def _gap(name: str) -> SafeString:
    """A place in a frame that is left free: no text of a page can look like it once it is split off."""
    return mark_safe(f"\x00{name}\x00")  # noqa: S308 -- two zeros and one of our own words
