"""Text, Markdown, HTML and CSV as lines."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemicycle.engines.reader.extract import paper
from hemicycle.engines.reader.extract.galley import Galley, Run
from hemicycle.engines.reader.lines import Cell
from hemicycle.engines.reader.source import NoProgramme, Unreadable, open_source

SEEDS = Path(__file__).parents[4] / ".." / "shared" / "seeds"


def lines(name: str, text: str):
    return paper(open_source(name, text.encode())).lines


def plains(name: str, text: str) -> list[str]:
    return [line.plain for line in lines(name, text)]


def cells(name: str, text: str) -> list[tuple[str, Cell | None]]:
    return [(line.plain, line.cell) for line in lines(name, text) if line.cell]


@pytest.mark.parametrize(
    ("printed", "bullet", "plain"),
    [
        ("- Ada", "-", "Ada"),
        ("-Ada", "-", "Ada"),
        ("– Ada, Mayor", "–", "Ada, Mayor"),
        ("•Ada", "•", "Ada"),
        ("\t▪ Ada", "▪", "Ada"),
        ("➢ Ada", "➢", "Ada"),
        ("· Ada", "·", "Ada"),
        ("o\tAda", "o", "Ada"),
        ("o presidente", "", "o presidente"),
        ("16 – 17 November", "", "16 – 17 November"),
        ("– 10:30", "", "– 10:30"),
        ("- 10:30 – 11:00", "", "- 10:30 – 11:00"),
        ("- 10:30 Opening", "-", "10:30 Opening"),
        ("10.30 Opening", "", "10.30 Opening"),
        ("1. Session", "", "1. Session"),
        ("-5 degrees", "", "-5 degrees"),
        ("A. Lincoln, Mayor", "", "A. Lincoln, Mayor"),
    ],
)
def test_a_list_mark_is_told_from_numbers_times_and_initials(printed, bullet, plain):
    [line] = lines("p.txt", printed)

    assert (line.bullet, line.plain, line.text) == (bullet, plain, printed)


@pytest.mark.parametrize(
    "marks",
    [("1.", "2."), ("1)", "2)"), ("a)", "b)"), ("(i)", "(ii)"), ("iv.", "v."), ("(9)", "(10)"), ("1-", "2-")],
)
def test_numbers_that_are_counted_on_near_by_are_list_marks(marks):
    one, two = marks

    read = lines("p.txt", f"{one} Who speaks?\n{two} Who listens?")

    assert [line.bullet for line in read] == [one, two]
    assert [line.plain for line in read] == ["Who speaks?", "Who listens?"]


@pytest.mark.parametrize(
    "text",
    [
        "16. November\n17. November",
        "1. Tag\n2. Tag",
        "1. Gün\n2. Gün",
        "9. 30 Opening\n10. 15 Lunch",
        "3. a\n9. b",
    ],
)
def test_dates_ordinals_and_times_are_no_list_marks(text):
    assert [line.bullet for line in lines("p.txt", text)] == ["", ""]


def test_text_keeps_its_numbers_its_spaces_and_its_pages():
    read = lines("p.txt", "One\r\ntwo\rthree\x85four\u2028five\fsix\n\n    seven  a\tb\n\fnine\n=====\n")

    assert [line.plain for line in read] == [
        "One",
        "two",
        "three",
        "four",
        "five",
        "six",
        "",
        "seven a b",
        "nine",
        "",
    ]
    assert [line.page for line in read] == [1, 1, 1, 1, 1, 2, 2, 2, 3, 3]
    assert (read[7].indent, read[7].text) == (4, "    seven  a\tb")
    assert read[9].rule


def test_unseen_letters_are_not_in_the_plain_text():
    [line] = lines("p.txt", "Mayor\x07 of\u00a0\u200bNew\u00adport\u200f ﬁve e\u0301")

    assert line.plain == "Mayor of Newport five é"


def test_markdown_keeps_the_numbers_of_its_lines():
    text = "# A *title*\n\nUnder\n=====\nLower\n---\n\n***\n- **Ada**, Mayor\n> quoted\n```\n*code*\n```\n"

    read = lines("p.md", text)

    assert [line.text for line in read] == text.splitlines()
    assert [line.level for line in read] == [1, 0, 1, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0]
    assert [line.number for line in read if line.rule] == [8]
    assert (read[8].bullet, read[8].plain, read[8].strong) == ("-", "Ada, Mayor", ((0, 3),))
    assert [line.plain for line in read[9:]] == ["quoted", "", "*code*", ""]


@pytest.mark.parametrize(
    ("text", "plain", "strong"),
    [
        ("**Room:**Alcazar", "Room:Alcazar", ((0, 5),)),
        ("**Speakers: **", "Speakers:", ((0, 9),)),
        ("__Ada__ and **Bob**", "Ada and Bob", ((0, 3), (8, 11))),
        ("**09:00** **–** **10:00** Break", "09:00 – 10:00 Break", ((0, 13),)),
        (r"\*not\* a_b_c 2 * 3", "*not* a_b_c 2 * 3", ()),
        ("2<sup>nd</sup> <b>day</b> &amp; [more](http://a.b) `x*y`", "2nd day & more x*y", ((4, 7),)),
        ("***all*** ~~gone~~", "all gone", ((0, 3),)),
    ],
)
def test_emphasis_is_read_as_people_mean_it(text, plain, strong):
    [line] = lines("p.md", text)

    assert (line.plain, line.strong) == (plain, strong)


@pytest.mark.parametrize(("text", "plain"), [("## Lunch ##", "Lunch"), ("# C#", "C#"), ("##Lunch", "Lunch")])
def test_the_signs_that_close_a_heading_are_not_part_of_it(text, plain):
    assert plains("p.md", text) == [plain]


def test_emphasis_runs_over_hard_line_ends():
    read = lines("p.md", "Conference on  \n**Cities &  \nMigration**\n\n*all slanted*")

    assert [line.bold for line in read] == [False, True, True, False, False]
    assert [line.joins for line in read] == [False] * 5
    assert read[4].italic


def test_a_line_that_the_editor_wrapped_joins_the_one_before():
    text = (
        "This paragraph was wrapped by the editor of its writer at about sixty letters\nlongword and so on.\n"
    )

    assert [line.joins for line in lines("p.md", text)] == [False, True]
    assert [line.joins for line in lines("p.md", "Short line\nBob\n")] == [False, False]


def test_the_cells_of_a_markdown_table_have_their_places():
    text = "| Time | Hall |\n|---|:-:|\n| 9:00 | **Plenary**<br>- Ada |\n"

    assert cells("p.md", text) == [
        ("Time", Cell(0, 0, 0, header=True)),
        ("Hall", Cell(0, 0, 1, header=True)),
        ("9:00", Cell(0, 1, 0)),
        ("Plenary", Cell(0, 1, 1)),
        ("Ada", Cell(0, 1, 1)),
    ]


def test_html_shows_what_a_reader_sees():
    text = (
        "<!doctype html><html lang=fr><head><title>Le programme</title><style>p{}</style></head><body>"
        "<nav>Menu</nav><h1>Jour <em>1</em></h1><p><b>09:00</b> Ouverture<br>Salle&nbsp;A<script>x</script>"
        "<p hidden>no<p style='display: none'>no<p style='font-weight:700'>Heavy<hr><pre>a\n b</pre><q>said</q>"
    )

    read = paper(open_source("p", text.encode()))

    assert [line.plain for line in read.lines if not line.blank] == [
        "Jour 1", "09:00 Ouverture", "Salle A", "Heavy", "", "a", "b", "“said”",
    ]  # fmt: skip
    assert (read.title, read.language, read.lines[0].level) == ("Le programme", "fr", 1)
    assert [line.plain for line in read.lines if line.bold] == ["Heavy"]
    assert read.notes == ("The menus of the page were left out.",)


def test_html_lists_have_their_marks():
    text = "<html><ul><li>a<ol type=i start=3><li>b<li>c</ol><li>d</ul><ul style='list-style:none'><li>e</ul><p>• f"

    assert [(line.bullet, line.plain, line.indent) for line in lines("p", text) if line.plain] == [
        ("•", "a", 0), ("iii.", "b", 2), ("iv.", "c", 2), ("•", "d", 0), ("", "e", 0), ("•", "f", 0),
    ]  # fmt: skip


def test_html_tables_have_spans_and_layout_tables_are_none():
    table = (
        "<table><thead><tr><th>T<th>A<th>B</thead><tr><td rowspan=2>9<td colspan=2>All<tr><td>x<td>y</table>"
    )

    expected = [
        ("T", Cell(0, 0, 0, header=True)),
        ("A", Cell(0, 0, 1, header=True)),
        ("B", Cell(0, 0, 2, header=True)),
        ("9", Cell(0, 1, 0, 2, 1)),
        ("All", Cell(0, 1, 1, 1, 2)),
        ("x", Cell(0, 2, 1)),
        ("y", Cell(0, 2, 2)),
    ]
    assert cells("p", f"<html>{table}") == expected
    assert cells("p", f"<html><table><tr><td>{table}<td>beside</table>") == expected


def test_csv_cells_are_lines():
    text = 'sep=;\nTime;Title\n9:00;"Opening; Ada\n- Bob"\n;Lunch\n'

    assert cells("p.csv", text) == [
        ("Time", Cell(0, 0, 0)),
        ("Title", Cell(0, 0, 1)),
        ("9:00", Cell(0, 1, 0)),
        ("Opening; Ada", Cell(0, 1, 1)),
        ("Bob", Cell(0, 1, 1)),
        ("Lunch", Cell(0, 2, 1)),
    ]


def test_a_page_claiming_its_encoding_is_believed():
    text = "<html><meta charset=windows-1251><p>при</p>"

    assert paper(open_source("p", text.encode("cp1251"))).lines[0].plain == "при"


def test_too_many_lines_are_said_and_not_lost_in_silence():
    galley = Galley(most_lines=2)

    for _ in range(3):
        galley.add((Run("x"),))

    assert len(galley.paper().lines) == 2
    assert galley.paper().truncated == "Only the first 2 lines were read; the file goes on."


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("p.txt", "word " * 200_000),
        ("p.md", "**a** " * 20_000),
        ("p.txt", " " * 300_000 + "x"),
        ("p.md", "# a" + " " * 300_000 + "x"),
        ("p.md", "a|b\n-" + " " * 300_000 + "x|"),
        ("p.html", "<html><p style='" + "font:" * 40_000 + "'>x"),
        ("p.md", "`a" * 50_000),
        ("p.md", "<!--" * 75_000),
        ("p.html", "<html>" + "<div>" * 100_000 + "word"),
        ("p.html", "<html>" + "<p>x" * 5_000),
        ("p.html", "<html><table>" + "<tr><td colspan=200 rowspan=2000>x" * 3_000),
    ],
)
def test_hostile_texts_are_read(name, text):
    assert any(line.plain for line in lines(name, text))


@pytest.mark.seeds
@pytest.mark.skipif(not SEEDS.is_dir(), reason="the reference papers are not beside the checkout")
def test_every_line_of_the_reference_papers_keeps_its_number():
    for seed in sorted(SEEDS.glob("*.txt")):
        data = seed.read_bytes()

        assert [line.text for line in paper(open_source(seed.name, data)).lines] == data.decode().split("\n")[
            : len(data.decode().splitlines())
        ]


@given(st.text(max_size=300), st.sampled_from(["p.txt", "p.md", "p.html", "p.csv"]))
def test_any_text_gives_numbered_lines_whose_bold_stretches_fit(text, name):
    try:
        read = paper(open_source(name, text.encode()))
    except (Unreadable, NoProgramme):
        return

    assert [line.number for line in read.lines] == list(range(1, len(read.lines) + 1))
    for line in read.lines:
        assert line.plain == " ".join(line.plain.split())
        assert all(0 <= begin < end <= len(line.plain) for begin, end in line.strong)
