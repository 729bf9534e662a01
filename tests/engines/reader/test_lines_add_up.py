"""Nothing is dropped: every line of any text is blank, used or left over with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from hemicycle.engines.formats.programme_json import read as read_programme
from hemicycle.engines.formats.programme_json import write as write_programme
from hemicycle.engines.reader import NoProgramme, Unreadable, read

if TYPE_CHECKING:
    from hemicycle.engines.formats.reading import Reading

LINES = st.sampled_from(
    [
        "",
        "   ",
        "---",
        "# Forum of Invented Cities",
        "Thursday, 16 November 2017",
        "DAY 2",
        "09:00 – 10:30 Opening session",
        "10:30 –",
        "11:00",
        "9h00 - 9h30",
        "Room: Auditorium (English-French)",
        "**Speakers:**",
        "Moderator: Jane Roe, Mayor of Leeds",
        "- Ana Gil, Mayor of Vigo, Spain",
        "- TBC",
        "Parallel sessions",
        "Session 3: Social integration",
        "Side event: Cities and water",
        "*Organized by the League of Towns*",
        "The questions below are proposed to guide the discussion:",
        "- What can cities do?",
        "The session will look at how cities use data in their daily work and how they share",
        "it with others.",
        "Coffee break / Pause café",
        "Cérémonie d'ouverture",
        "الجلسة الافتتاحية",
        "> 12:00 Lunch and side events",
        "| Time | Session | Room |",
        "| 09:00 | Welcome | Hall 2 |",
        "Page 3 of 12",
        "Best regards,",
        "jane@example.org",
    ]
)
TEXTS = st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=40).map("\n".join)


def reading_of(text: str, name: str) -> Reading | None:
    try:
        return read(name, text.encode("utf-8", "replace"))
    except (NoProgramme, Unreadable):
        return None


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(["paper.txt", "paper.md"]))
def test_every_line_is_blank_used_or_left(text, name):
    reading = reading_of(text, name)

    if reading is not None:
        lines = reading.lines
        assert lines.all == lines.blank + lines.used + lines.left
        assert len(reading.leftovers) == lines.left
        assert all(leftover.why for leftover in reading.leftovers)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_what_is_read_is_a_programme_that_can_be_written_and_read_back(text):
    reading = reading_of(text, "paper.txt")

    if reading is not None:
        assert read_programme(write_programme(reading.programme)) == reading.programme


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_evidence_points_at_lines_that_exist(text):
    reading = reading_of(text, "paper.txt")

    if reading is not None:
        for found in reading.evidence.values():
            assert 1 <= found.lines[0] <= found.lines[1] <= reading.lines.all
            assert 0 <= found.confidence <= 1


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_the_same_bytes_give_the_same_reading(text):
    assert reading_of(text, "paper.txt") == reading_of(text, "paper.txt")
