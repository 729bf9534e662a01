"""The command line, as a person meets it: in a process of its own, with files in and files out."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "src/hemicycle/samples/mechelen-2017"
NOVEMBER = str(SAMPLES / "november.md")
JULY = str(SAMPLES / "july.txt")


def hemicycle(*arguments, stdin=None):
    return subprocess.run(  # noqa: S603 -- our own program
        [sys.executable, "-m", "hemicycle.cli.main", *arguments],
        input=stdin,
        capture_output=True,
        cwd=ROOT,
        check=False,
        timeout=120,
    )


def one_line(done):
    """What a person reads when it fails: one line, no traceback."""
    text = done.stderr.decode()
    assert text.startswith("hemicycle: ")
    assert text.count("\n") == 1
    assert "Traceback" not in text
    return text


@pytest.mark.parametrize("command", [[], ["read"], ["check"], ["compare"], ["export"], ["timetable"]])
def test_help_shows_an_example(command):
    done = hemicycle(*command, "--help")

    assert done.returncode == 0
    assert b"example" in done.stdout


def test_read_writes_a_reading_whose_lines_add_up(tmp_path):
    out = tmp_path / "reading.json"

    done = hemicycle("read", NOVEMBER, "-o", str(out))

    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    reading = json.loads(out.read_text())
    assert reading["format"] == "hemicycle.reading/1"
    lines = reading["lines"]
    assert lines["all"] == lines["blank"] + lines["used"] + lines["left"]
    assert out.read_text() == json.dumps(reading, ensure_ascii=False, sort_keys=True, indent=2) + "\n"


def test_a_reading_can_be_checked_like_the_paper_itself(tmp_path):
    out = tmp_path / "reading.json"
    hemicycle("read", NOVEMBER, "-o", str(out))

    of_reading, of_paper = hemicycle("check", str(out)), hemicycle("check", NOVEMBER)

    assert of_reading.returncode == of_paper.returncode == 1
    assert of_reading.stdout == of_paper.stdout


def test_a_document_can_come_by_standard_input():
    done = hemicycle("check", "-", stdin=Path(NOVEMBER).read_bytes())

    assert done.returncode == 1
    assert json.loads(done.stdout)["format"] == "hemicycle.findings/1"


def test_compare_says_what_changed_in_data_and_in_words():
    data = hemicycle("compare", JULY, NOVEMBER)
    words = hemicycle("compare", JULY, NOVEMBER, "--words", "--language", "fr")

    assert data.returncode == words.returncode == 0
    assert json.loads(data.stdout)["format"] == "hemicycle.changes/1"
    assert "Mechelen" in words.stdout.decode()


@pytest.mark.parametrize("form", ["ical", "frab", "frab-json", "json", "jsonld", "docx", "pdf"])
def test_an_export_is_the_same_bytes_every_time(form):
    first, second = (hemicycle("export", NOVEMBER, "--to", form) for _ in range(2))

    assert first.returncode == 0
    assert len(first.stdout) > 1000
    assert first.stdout == second.stdout


def test_web_pages_need_a_folder():
    done = hemicycle("export", NOVEMBER, "--to", "html")

    assert done.returncode == 2
    assert "-o" in one_line(done)


def test_a_file_that_is_not_there_is_said_in_one_line():
    done = hemicycle("read", "nowhere.docx")

    assert done.returncode == 2
    assert "nowhere.docx" in one_line(done)


def test_a_file_that_cannot_be_read_is_said_in_one_line(tmp_path):
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 and no more")

    done = hemicycle("read", str(broken))

    assert done.returncode == 2
    assert "broken.docx" in one_line(done)


def test_a_paper_without_a_programme_gives_status_3(tmp_path):
    news = tmp_path / "news.txt"
    news.write_text("The mayors met and were glad to meet.\n" * 20)

    done = hemicycle("read", str(news))

    assert done.returncode == 3
    assert "no programme found" in one_line(done)


@pytest.mark.parametrize("wrong", [["--year", "17"], ["--timezone", "Mechelen"], ["--first-day", "monday"]])
def test_a_wrong_hint_is_refused_with_an_example(wrong):
    done = hemicycle("read", NOVEMBER, *wrong)

    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_an_unknown_session_or_person_is_refused():
    done = hemicycle("export", NOVEMBER, "--to", "ical", "--session", "no-such-key")

    assert done.returncode == 2
    assert "no-such-key" in one_line(done)


def test_starting_up_loads_no_heavy_library():
    code = (
        "import json, sys\n"
        "from hemicycle.cli.main import parser\n"
        "parser().format_help()\n"
        "print(json.dumps(sorted(sys.modules)))\n"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOT)  # noqa: S603 -- our own program

    heavy = {
        "babel",
        "django",
        "docx",
        "icalendar",
        "lxml",
        "openpyxl",
        "ortools",
        "pypdfium2",
        "typst",
        "yaml",
    }
    assert heavy & set(json.loads(done.stdout)) == set()


SEEDS = ROOT.parent / "shared/seeds"


@pytest.mark.seeds
@pytest.mark.skipif(not SEEDS.exists(), reason="the reference papers do not lie beside the checkout")
@pytest.mark.parametrize("name", ["002", "003", "004"])
def test_the_reference_papers_without_a_programme_give_status_3(name):
    (paper,) = SEEDS.glob(f"{name}_*")

    done = hemicycle("read", str(paper))

    assert done.returncode == 3
    assert "no programme found" in one_line(done)
