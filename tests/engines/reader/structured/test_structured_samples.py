"""The real files beside the checkout are read completely."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from hemicycle.engines.reader.source import Hints, Source, SourceKind
from hemicycle.engines.reader.structured import reading

SCHEDULES = Path(__file__).parents[4] / ".." / "shared" / "data" / "schedules"


def _contributions(text: str) -> int:
    return len(json.loads(text)["results"][0]["contributions"])


SAMPLES = [
    ("31c3.xml", SourceKind.FRAB_XML, lambda text: len(re.findall(r"<event ", text)), 138),
    ("camp2019.frab.json", SourceKind.FRAB_JSON, lambda text: len(re.findall(r'"duration":', text)), 79),
    ("democon.pretalx.json", SourceKind.PRETALX_JSON, lambda text: len(re.findall(r'"duration":', text)), 36),
    ("xdc2021.indico.json", SourceKind.INDICO_JSON, _contributions, 37),
    ("kielux_2020.ics", SourceKind.ICAL, lambda text: text.count("BEGIN:VEVENT"), 24),
]


@pytest.mark.seeds
@pytest.mark.parametrize(("name", "kind", "count", "known"), SAMPLES, ids=[sample[0] for sample in SAMPLES])
def test_every_event_of_a_real_file_is_a_session_with_a_time_and_every_line_is_accounted_for(
    name, kind, count, known
):
    path = SCHEDULES / name
    if not path.exists():
        pytest.skip(f"{name} is not beside the checkout")

    found = reading(Source(name, path.read_bytes(), kind), Hints())

    sessions = found.programme.sessions
    assert len(sessions) == count(path.read_text("utf-8")) == known
    assert all(session.starts and session.ends and session.title for session in sessions)
    assert found.lines.all == found.lines.blank + found.lines.used + found.lines.left
    assert found.lines.left == len(found.leftovers)
