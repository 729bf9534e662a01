from __future__ import annotations

import json

from hemicycle.engines.formats import programme_json as format_of
from hemicycle.exports import programme_json
from tests.make import programme as make


def test_it_is_the_format_with_sorted_keys_and_a_final_newline():
    programme = make.programme(make.session(title={"ar": "الافتتاح"}))

    data = programme_json.write(programme)

    assert format_of.read(json.loads(data)) == programme
    assert list(json.loads(data)) == sorted(json.loads(data))
    assert "الافتتاح".encode() in data
    assert data.endswith(b"}\n")
