"""The design system keeps to its budgets and to its own rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template import Context, Template

from hemicycle import ui
from hemicycle.exports import html

UI = Path(ui.__file__).parent
STATIC = UI / "static/ui"
TEMPLATES = [*(UI / "templates").rglob("*.html"), *(Path(html.__file__).parent / "templates").rglob("*.html")]
CSS = {path.name: path.read_text() for path in sorted((STATIC / "css").glob("*.css"))}
RAW = re.compile(r"#[0-9a-fA-F]{3,8}\b|\boklch\(|\brgb\(")
CLASS = re.compile(r"\.(-?[a-z][\w-]*)")


def without_comments(css: str) -> str:
    return re.sub(r"/\*.*?\*/|url\([^)]*\)", "", css, flags=re.DOTALL)


def test_the_style_sheets_keep_to_their_budget():
    assert sum(len(css.encode()) for css in CSS.values()) <= 40_000


def test_scripts_keep_to_their_budget():
    assert sum(path.stat().st_size for path in STATIC.rglob("*.js")) <= 15_000


def test_raw_colours_stand_in_the_tokens_and_on_paper_only():
    found = {name: RAW.findall(without_comments(css)) for name, css in CSS.items()}

    assert {name for name, colours in found.items() if colours} <= {"tokens.css", "print.css"}


def test_every_token_that_is_used_is_defined():
    everything = "\n".join(map(without_comments, CSS.values()))
    used = set(re.findall(r"var\((--[\w-]+)", everything))
    defined = set(re.findall(r"(--[\w-]+)\s*:", everything))

    assert used - defined == set()


def test_every_class_of_the_style_sheets_is_on_a_page():
    styled = {
        name for css in CSS.values() for name in CLASS.findall(without_comments(css)) if not name[0].isdigit()
    }
    sources = [*TEMPLATES, *UI.rglob("*.py"), *Path(html.__file__).parent.glob("*.py")]
    pages = "\n".join(path.read_text() for path in sources)

    assert sorted(name for name in styled if not re.search(rf"(?<![\w-]){name}(?![\w-])", pages)) == []


def test_every_font_is_used_and_its_licence_lies_beside_it():
    fonts = {path.name for path in (STATIC / "fonts").glob("*.woff2")}

    assert fonts == set(re.findall(r"fonts/([\w-]+\.woff2)", CSS["tokens.css"]))
    assert len(list((STATIC / "fonts").glob("OFL-*.txt"))) == 3


@pytest.mark.parametrize("name", ["calendar", "file"])
def test_an_icon_is_drawn_into_the_page(name):
    drawn = Template(f'{{% load ui %}}{{% icon "{name}" %}}').render(Context())

    assert drawn.startswith('<svg class="icon"')
    assert "<path" in drawn


def test_every_icon_is_used():
    icons = set(re.findall(r'<symbol id="([\w-]+)"', (STATIC / "icons.svg").read_text()))
    used = {name for path in TEMPLATES for name in re.findall(r'{% icon "([\w-]+)" %}', path.read_text())}

    assert icons == used | {f"t{number}" for number in range(1, 7)}


def test_a_theme_without_a_mark_is_words_alone():
    template = Template("{% load ui %}{% theme number words %}")

    assert template.render(Context({"number": 0, "words": "A & B"})) == "<span>A &amp; B</span>"
    assert 'data-theme="2"' in template.render(Context({"number": 2, "words": "A"}))
