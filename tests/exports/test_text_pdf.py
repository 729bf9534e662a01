"""The PDF of a text: its words, its numbers, and numbered lines; the page: no word of the text as markup."""

from __future__ import annotations

import pypdfium2
import pytest
from hypothesis import Phase, given, settings
from lxml import html

from hemicycle.engines.redline.tree import Text
from hemicycle.exports import text_html, text_pdf
from hemicycle.kit.words import words
from tests.make import text as make


def test_the_pdf_has_the_words_the_numbers_and_the_lines():
    document = pypdfium2.PdfDocument(text_pdf.write(make.declaration(), words("en")))

    said = document[0].get_textpage().get_text_bounded()

    assert "We shall meet again in two years" in said
    assert "(a)" in said
    assert "1 of 1" in said


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_same_text_gives_the_same_bytes(language):
    text = Text(make.declaration().nodes, language=language)

    assert text_pdf.write(text, words(language)) == text_pdf.write(text, words(language))


@settings(max_examples=30, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(make.texts())
def test_the_page_has_every_paragraph_under_its_id(text):
    page = html.fromstring(text_html.write(text).decode())

    for node in text.nodes:
        (block,) = page.xpath(f"//div[@id='{node.id}']")
        for mark in block.xpath(".//*[@class='number' or @class='sign' or @class='holders' or self::sup]"):
            mark.drop_tree() if mark.tail is None else _emptied(mark)
        shown = block.text_content()
        assert "".join(shown.split()) == "".join(node.text.split())


def _emptied(mark):
    tail = mark.tail
    mark.drop_tree()
    mark.tail = tail
