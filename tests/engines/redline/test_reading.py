"""Any bytes give a text, or one clear sentence."""

from __future__ import annotations

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from hemicycle.engines.formats import canonical
from hemicycle.engines.redline import reading, text_json
from hemicycle.engines.redline.tree import Kind, Style, flaw
from hemicycle.exports import text_akn, text_docx
from hemicycle.kit.words import words
from tests.make import text as make

few = settings(max_examples=50, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
TEXT = make.declaration()
OWN = (
    ("a.json", canonical.write(text_json.write(TEXT)).encode()),
    ("a.xml", text_akn.write(TEXT)),
    ("a.docx", text_docx.write(TEXT, words("en"))),
)


def understood(name, data):
    try:
        text = reading.read(name, data)
    except reading.Unreadable as refusal:
        text = str(refusal)
    assert "\n" not in text if isinstance(text, str) else flaw(text) == ""


@few
@given(
    st.binary(max_size=200) | make.words().map(str.encode),
    st.sampled_from(("a", "a.md", "a.html", "a.json", "a.docx")),
)
def test_any_bytes_give_a_text_or_a_sentence(data, name):
    understood(name, data)


@pytest.mark.parametrize(("name", "data"), OWN)
@few
@given(chance=st.data())
def test_our_own_files_spoiled_give_a_text_or_a_sentence(name, data, chance):
    spoiled = bytearray(data)
    for _ in range(chance.draw(st.integers(1, 5))):
        spoiled[chance.draw(st.integers(0, len(spoiled) - 1))] = chance.draw(st.integers(0, 255))

    understood(name, bytes(spoiled))


@pytest.mark.parametrize(("name", "data"), OWN)
def test_our_own_files_come_back_whole(name, data):
    assert reading.read(name, data) == TEXT


def test_a_resolution_in_markdown_is_told_by_its_preamble():
    draft = b"# Invented resolution\n\n*Recalling* our first meeting,\n\n1. Decides to meet again;\n\n2. Thanks the hosts.\n"

    text = reading.read("a.md", draft)

    assert text.style is Style.RESOLUTION
    assert [node.kind for node in text.nodes] == [Kind.TITLE, Kind.PREAMBULAR, Kind.OPERATIVE, Kind.OPERATIVE]
