"""A mail as its program saved it: the subject, then what it says; the files attached to it are named, not read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hemicycle.engines.reader.extract.galley import Galley, Look, Run, presentable
from hemicycle.engines.reader.extract.markdown import markdown_paper
from hemicycle.engines.reader.extract.text import text_paper
from hemicycle.engines.reader.extract.web import web_paper
from hemicycle.engines.reader.source.decoding import decode
from hemicycle.engines.reader.source.signs import shows_markdown
from hemicycle.engines.reader.source.terms import Unreadable

if TYPE_CHECKING:
    from email.message import EmailMessage

    from hemicycle.engines.reader.lines import Paper
    from hemicycle.engines.reader.source.terms import Source

_MOST_NAMED = 12


def mail_paper(source: Source) -> Paper:
    """The subject as a heading and the body below it.

    Raises:
        Unreadable: the mail says nothing, as one that only carries a file.
    """
    import email  # noqa: PLC0415 -- slow import
    import email.policy  # noqa: PLC0415 -- slow import

    message = email.message_from_bytes(source.data, policy=email.policy.default)
    body = _body(message)
    attached = _attached(message)
    if body is None or not any(line.plain for line in body.lines):
        carried = f"; save and send the file it carries: {', '.join(attached)}" if attached else ""
        raise Unreadable(f"{source.name} is a mail without a text{carried}.")
    subject = presentable(_header(message, "subject")).strip()
    galley = Galley()
    if subject:
        galley.add((Run(subject),), Look(level=1))
        galley.blank()
    first = len(galley.lines)
    lines = (*galley.lines, *(replace(line, number=line.number + first) for line in body.lines))
    notes = (f"Attached to the mail and not read: {', '.join(attached)}.",) if attached else ()
    return replace(body, lines=lines, title=subject or body.title, notes=(*body.notes, *notes))


def _header(message: EmailMessage, name: str) -> str:
    """A header that is spoilt beyond what the standard library parses counts as none."""
    try:
        return str(message.get(name, ""))
    except (ValueError, LookupError, IndexError, AttributeError, TypeError):
        return ""


def _body(message: EmailMessage) -> Paper | None:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return None
    held = part.get_payload(decode=True)
    data = held if isinstance(held, bytes) else b""
    decoded = decode(data, part.get_content_charset("") or "")
    if part.get_content_type() == "text/html":
        return web_paper(decoded.text, decoded.notes)
    written = markdown_paper if shows_markdown(decoded.text) else text_paper
    return written(decoded.text, decoded.notes)


def _attached(message: EmailMessage) -> list[str]:
    names = [presentable(part.get_filename() or "").strip() for part in message.iter_attachments()]
    named = [name for name in names if name]
    return [*named[:_MOST_NAMED], "and more"] if len(named) > _MOST_NAMED else named
