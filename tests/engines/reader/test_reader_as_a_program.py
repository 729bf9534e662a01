"""The reader as a program of its own."""

from __future__ import annotations

import json

from hemicycle.engines.reader.__main__ import main

PAPER = "Forum\n\n2 June\n09:00 Opening session\n10:00 Lunch\n"


def test_the_reading_of_a_file_is_printed_as_json(tmp_path, capsys):
    path = tmp_path / "paper.txt"
    path.write_text(PAPER)

    status = main([str(path), "2022"])

    printed = json.loads(capsys.readouterr().out)
    assert status == 0
    assert printed["format"] == "hemicycle.reading/1"
    assert printed["programme"]["days"] == [{"date": "2022-06-02", "label": "2 June"}]


def test_a_file_without_a_programme_gives_one_sentence_and_its_own_status(tmp_path, capsys):
    path = tmp_path / "paper.txt"
    path.write_text("Nothing to see here.\n")

    status = main([str(path)])

    assert status == 3
    assert capsys.readouterr().err.startswith("no programme found")


def test_a_file_that_is_not_there_gives_one_sentence(tmp_path, capsys):
    assert main([str(tmp_path / "none.txt")]) == 2
    assert main([]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 2
