"""JSON as a tree with lines: checked by the standard library, then read once more for the places."""

from __future__ import annotations

import json
import re
from typing import Any

from hemicycle.engines.reader.source import Unreadable
from hemicycle.engines.reader.structured.tree import DEEPEST, Arr, Obj

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]|[^\s\[\]{},:"]+|\n')
_CONSTANTS = {"true": True, "false": False, "null": None}
_LONG_LINES = 400
"""Average characters in a line from which on a file was written for machines and is set out anew for its lines."""


def parse(text: str, name: str) -> tuple[str, Any]:
    """The text whose lines are counted, and its tree; a file all on one line is set out in lines first.

    Raises:
        Unreadable: the text is not JSON, or nested beyond all reason.
    """
    try:
        value = json.loads(text)
    except json.JSONDecodeError as fault:
        where = f"line {fault.lineno}, column {fault.colno}"
        raise Unreadable(
            f"{name} is not valid JSON ({where}: {fault.msg}); export it again or mend that line"
        ) from None
    except RecursionError:
        raise _too_deep(name) from None
    except ValueError:
        raise Unreadable(f"{name} holds a number too long to read; mend it") from None
    if len(text) > _LONG_LINES * (text.count("\n") + 1):
        try:
            text = json.dumps(value, ensure_ascii=False, indent=1)
        except RecursionError:
            raise _too_deep(name) from None
    return text, _tree(text, name)


def _too_deep(name: str) -> Unreadable:
    return Unreadable(f"{name} nests lists and objects more than {DEEPEST} deep; a schedule does not")


def _tree(text: str, name: str) -> Any:
    root = Arr()
    stack: list[Obj | Arr] = [root]
    key: str | None = None
    key_line = line = 1
    keys: list[tuple[str | None, int]] = []
    for token in _TOKEN.findall(text):
        mark = token[0]
        if mark == "\n":
            line += 1
        elif mark in "{[":
            if len(stack) > DEEPEST:
                raise _too_deep(name)
            keys.append((key, key_line if key is not None else line))
            stack.append(Obj(line) if mark == "{" else Arr(line))
            key = None
        elif mark in "}]":
            closed = stack.pop()
            closed.span = (closed.span[0], line)
            held, first = keys.pop()
            _put(stack[-1], held, closed, (first, line))
        elif key is None and isinstance(stack[-1], Obj):
            key, key_line = _scalar(token), line
        else:
            _put(stack[-1], key, _scalar(token), (key_line if key is not None else line, line))
            key = None
    return root[0]


def _put(holder: Obj | Arr, key: str | None, value: Any, span: tuple[int, int]) -> None:
    if isinstance(holder, Obj):
        holder.put(key or "", value, span)
    else:
        holder.put(value, span)


def _scalar(token: str) -> Any:
    if token[0] == '"':
        return json.loads(token) if "\\" in token else token[1:-1]
    if token in _CONSTANTS:
        return _CONSTANTS[token]
    return json.loads(token)
