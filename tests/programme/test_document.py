from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from hemicycle.engines.formats import programme_json
from hemicycle.programme import document
from tests.make.programme import programme, programmes, session

calm = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))


@calm
@given(programmes())
def test_what_is_written_reads_back_as_the_same_programme(one):
    assert programme_json.read(document.write(one)) == one


@calm
@given(programmes())
def test_the_digest_survives_writing_and_reading(one):
    assert document.digest(programme_json.read(document.write(one))) == document.digest(one)


def test_the_digest_tells_programmes_apart():
    one, other = programme(session("opening")), programme(session("closing"))

    assert document.digest(one) != document.digest(other)
