from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from hemicycle.engines.formats import canonical
from hemicycle.engines.formats.canonical import Line

LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(value=VALUES, indent=st.integers(0, 4), sort_keys=st.booleans())
def test_a_document_is_laid_out_as_the_standard_library_does_it(value, indent, sort_keys):
    text = canonical.laid_out(value, indent=indent, sort_keys=sort_keys)

    assert text == json.dumps(value, ensure_ascii=False, indent=indent, sort_keys=sort_keys) + "\n"


def test_a_line_stays_on_one_line():
    text = canonical.laid_out({"b": Line({"d": [1, 2], "c": None}), "a": []}, indent=1)

    assert text == '{\n "b": {"c":null,"d":[1,2]},\n "a": []\n}\n'
