"""`make words`: extract what a person sees into the catalogues, and compile the translations.

`check` fails when a catalogue lags behind the source or a message lacks its translation.
"""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import extract, mofile, pofile
from babel.messages.catalog import Catalog

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src/hemicycle"
LOCALE = SOURCE / "locale"
LANGUAGES = ("fr", "es", "nl", "tr", "ar")
UNDATED = datetime(2026, 1, 1, tzinfo=UTC)
"""The date that every compiled catalogue carries, so that equal words give equal bytes."""
KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def template() -> Catalog:
    """Every message of the source, in the order of files and lines."""
    catalogue = Catalog(project="Hemicycle", charset="utf-8")
    for path in sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("*.html")]):
        name = path.relative_to(ROOT).as_posix()
        for _line, message, comments, context in _messages(path):
            catalogue.add(message, locations=[(name, 0)], auto_comments=comments, context=context)
    return catalogue


def _messages(path: Path) -> list[tuple[int, str | tuple[str, ...], list[str], str | None]]:
    text = path.read_bytes()
    if path.suffix == ".html":
        text = _templatized(path)
    return list(
        extract.extract("python", io.BytesIO(text), keywords=KEYWORDS, comment_tags=("Translators:",))
    )


def _templatized(path: Path) -> bytes:
    """A Django template as Python that calls gettext, which is how Django itself extracts."""
    from django.conf import settings
    from django.utils.translation import template as django_template

    if not settings.configured:
        settings.configure()
    templatized = django_template.templatize(path.read_text(), origin=path.name)
    return " ".join(templatized.split()).encode()


def merged(language: str, fresh: Catalog) -> Catalog:
    path = LOCALE / language / "LC_MESSAGES/django.po"
    if not path.exists():
        kept = Catalog(locale=language, project="Hemicycle", charset="utf-8", fuzzy=False)
    else:
        with path.open("rb") as stored:
            kept = pofile.read_po(stored, locale=language)
    kept.update(fresh, no_fuzzy_matching=True)
    kept.obsolete.clear()
    kept.creation_date = kept.revision_date = UNDATED
    return kept


def written(catalogue: Catalog) -> bytes:
    """The catalogue as bytes that depend on nothing but its messages: no dates, no line numbers."""
    lines = [
        '"Content-Type: text/plain; charset=utf-8\\n"',
        '"Content-Transfer-Encoding: 8bit\\n"',
        f'"Language: {catalogue.locale_identifier}\\n"',
        f'"Plural-Forms: {catalogue.plural_forms}\\n"',
    ]
    body = io.BytesIO()
    pofile.write_po(body, catalogue, omit_header=True, sort_output=True, include_lineno=False, width=110)
    return ('msgid ""\nmsgstr ""\n' + "\n".join(lines) + "\n\n").encode() + body.getvalue()


def untranslated(catalogue: Catalog) -> list[str]:
    return [
        str(message.id)
        for message in catalogue
        if message.id and (message.fuzzy or not message.string or "" in tuple(message.string))
    ]


def write() -> int:
    fresh = template()
    for language in LANGUAGES:
        catalogue = merged(language, fresh)
        folder = LOCALE / language / "LC_MESSAGES"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "django.po").write_bytes(written(catalogue))
        with (folder / "django.mo").open("wb") as compiled:
            mofile.write_mo(compiled, catalogue)
        print(f"{language}: {len(catalogue)} messages, {len(untranslated(catalogue))} without translation")
    return 0


def check() -> int:
    fresh = template()
    faults = []
    for language in LANGUAGES:
        path = LOCALE / language / "LC_MESSAGES/django.po"
        catalogue = merged(language, fresh)
        if not path.exists() or path.read_bytes() != written(catalogue):
            faults.append(f"{language}: the catalogue lags behind the source; run make words")
        faults += [f"{language}: no translation of {message!r}" for message in untranslated(catalogue)]
        compiled = io.BytesIO()
        mofile.write_mo(compiled, catalogue)
        stored = path.with_suffix(".mo")
        if not stored.exists() or stored.read_bytes() != compiled.getvalue():
            faults.append(f"{language}: django.mo is not compiled from django.po; run make words")
    print("\n".join(faults) or "Every message has its translation in every language.")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(write() if sys.argv[1:] == ["write"] else check())
