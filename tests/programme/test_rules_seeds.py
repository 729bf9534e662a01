"""The two reference papers, read and checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from hemicycle.engines import reader
from hemicycle.engines.formats.findings import Finding, Gravity
from hemicycle.programme import rules

SEEDS = Path(__file__).parents[2] / ".." / "shared" / "seeds"

pytestmark = [
    pytest.mark.seeds,
    pytest.mark.skipif(not SEEDS.is_dir(), reason="the reference papers are not beside the checkout"),
]


def checked(number: str) -> list[Finding]:
    paper = next(SEEDS.glob(f"{number}_*.txt"))
    reading = reader.read(paper.name, paper.read_bytes(), reader.Hints(year=2017))
    return list(rules.findings(reading.programme, reading.evidence))


def codes(found: list[Finding], *gravities: Gravity) -> set[str]:
    return {finding.code.removeprefix("programme.") for finding in found if finding.gravity in gravities}


def test_november_has_exactly_four_things_to_settle_before_printing():
    high = [finding for finding in checked("001") if finding.gravity is Gravity.HIGH]

    assert [(finding.code, finding.lines) for finding in high] == [
        ("programme.moderator-missing", (298, 298)),
        ("programme.moderator-missing", (324, 325)),
        ("programme.seat-unnamed", (319, 319)),
        ("programme.people-missing", (404, 404)),
    ]
    assert high[3].facts == {"item": "Closing remarks"}


def test_november_has_variants_and_numbers_and_no_clash_gap_or_overlap():
    found = checked("001")

    assert {"name-variant", "room-variant", "organisation-variant", "numbering", "people-missing"} <= codes(
        found, Gravity.MEDIUM
    )
    assert not codes(found, *Gravity) & {
        "person-clash",
        "room-clash",
        "gap",
        "overlap",
        "outside-parent",
        "order",
    }
    assert len([finding for finding in found if finding.code == "programme.language-unserved"]) == 1


def test_july_is_a_draft_in_which_nothing_is_grave():
    found = checked("000")

    assert codes(found, Gravity.HIGH) == set()
    assert {"moderator-missing", "seat-organisation", "seat-unnamed"} <= codes(found, Gravity.MEDIUM)
    assert not codes(found, *Gravity) & {"person-clash", "room-clash", "gap", "overlap", "name-variant"}
