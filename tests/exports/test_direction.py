import pytest

from hemicycle.exports.direction import isolated, marked
from hemicycle.kit.words import words


@pytest.mark.parametrize(
    ("language", "text", "strays"),
    [
        ("ar", "Arua", True),
        ("ar", "10:30–12:00", True),
        ("ar", "القاعة", False),
        ("ar", "…", False),
        ("en", "Arua", False),
        ("en", "10:30", False),
        ("en", "«القاعة»", True),
    ],
)
def test_a_text_is_set_apart_only_where_the_page_runs_the_other_way(language, text, strays):
    assert (isolated(text, words(language)) != text) is strays
    assert (marked(text, words(language)) != text) is strays


def test_isolates_and_marks_enclose_the_text():
    assert isolated("Arua", words("ar")) == "\u2068Arua\u2069"
    assert marked("Arua?", words("ar")) == "\u200eArua?\u200e"
    assert marked("القاعة", words("fr")) == "\u200fالقاعة\u200f"
