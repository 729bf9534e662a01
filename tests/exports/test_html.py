"""The folder of pages: what stands on them, that they hold together, that any programme can be published."""

from __future__ import annotations

import json
import posixpath
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from lxml.html import HTMLParser, document_fromstring

from hemicycle.engines.formats.programme import Day, Kind, Programme, Seat, SeatState
from hemicycle.exports import html, ical
from hemicycle.exports.html import addresses, arcs, said
from hemicycle.kit.words import LANGUAGES, words
from tests.exports.html_folder import conference, folder, text
from tests.make import programme as make


def pages() -> dict[str, bytes]:
    return {name: page for name, page in folder().items() if name.endswith(".html")}


def tree(page: bytes):
    return document_fromstring(page, parser=HTMLParser(encoding="utf-8"))


def words_of(name: str) -> str:
    return " ".join(tree(folder()[name]).text_content().split())


def faults_of(page: bytes) -> list[str]:
    """What a strict parser of HTML objects to, but for the elements that it is too old to know."""
    parser = HTMLParser(encoding="utf-8", recover=True)
    document_fromstring(page, parser=parser)
    return [entry.message for entry in parser.error_log if entry.type_name != "HTML_UNKNOWN_TAG"]


def broken_links(files) -> list[str]:
    broken = []
    for name, page in files.items():
        if not name.endswith(".html"):
            continue
        for _, attribute, link, _ in tree(page).iterlinks():
            path, _, anchor = link.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
            if target not in files or (anchor and f'id="{anchor}"'.encode() not in files[target]):
                broken.append(f"{name}: {attribute} {link}")
    return broken


def test_every_link_leads_to_something_in_the_folder():
    assert broken_links(folder()) == []


def test_every_page_is_whole_and_says_what_it_is():
    for name, data in pages().items():
        page = tree(data)

        assert faults_of(data) == [], name
        assert data.startswith(b"<!doctype html>"), name
        assert page.get("lang") == (name.split("/")[0] if "/" in name else "en"), name
        assert page.get("dir") == ("rtl" if page.get("lang") == "ar" else "ltr"), name
        assert page.findtext("head/title"), name
        assert page.xpath("string(head/meta[@name='description']/@content)"), name
        assert (len(page.xpath("//h1")), len(page.xpath("//main"))) == (1, 1), name


def test_no_page_has_style_or_script_or_a_repeated_name_of_its_own():
    for name, data in pages().items():
        page = tree(data)
        names = page.xpath("//@id")

        assert page.xpath("//@style | //style | //script[not(@type='application/ld+json')]") == [], name
        assert len(names) == len(set(names)), name


def test_each_page_leads_to_itself_in_every_language():
    page = tree(folder()["fr/sessions/opening.html"])

    links = page.xpath("//nav[@class='languages']//a/@href")

    assert links == [f"../../{tag}/sessions/opening.html" for tag in LANGUAGES]


def test_every_name_and_title_is_in_the_folder():
    programme = conference()
    everything = " ".join(words_of(name) for name in pages() if name.startswith("en/"))

    named = [
        *(name for person in programme.people for name in (person.name, *person.also)),
        *(room.name for room in programme.rooms),
        *(
            found
            for session in programme.sessions
            for found in session.title.values()
            if found != "افتتاح المؤتمر"
        ),
        *(seat.name or seat.organisation for session in programme.sessions for seat in session.seats),
    ]

    assert [name for name in named if name not in everything] == []


def test_a_session_page_says_when_where_and_in_which_languages():
    said_there = words_of("en/sessions/opening.html")

    assert "Thursday, 16 November 2017, 09:00–10:30 (Brussels time), Hall" in said_there
    assert "LanguagesEnglish and French" in said_there
    assert "What shall cities do?" in said_there
    assert "First paragraph.Second paragraph." in said_there


def test_a_title_cannot_become_markup():
    page = text("en/sessions/opening.html")

    assert "Opening &lt;of&gt; the conference" in page
    assert "<of>" not in page


def test_a_text_in_another_language_is_marked_and_names_it():
    assert '<span lang="en" dir="ltr" data-in="en">Breakouts</span>' in text("fr/programme.html")
    assert "data-in" not in text("en/programme.html")
    assert ">افتتاح المؤتمر</a>" in text("ar/programme.html")


def test_open_seats_are_hatched_and_say_so_in_words():
    rows = tree(folder()["en/sessions/rights.html"]).xpath("//table//tr[.//*[@class='badge hatched']]")

    assert [" ".join(row.text_content().split()) for row in rows] == [
        "name to followVice-MayorBetatown, Uganda",
        "to be confirmed",
    ]


def test_a_declined_seat_is_struck_and_says_so_in_words():
    (row,) = tree(folder()["en/sessions/drivers.html"]).xpath("//tr[@class='struck']")

    assert "declined" in row.text_content()


def test_a_person_is_shown_everywhere_in_the_form_of_their_name_used_there():
    said_there = words_of("en/people/zoe.html")

    assert "Also printed as Zoe Sample" in said_there
    assert "Printed there as Zoe Sample" in said_there
    assert tree(folder()["en/people/zoe.html"]).xpath("//ol[contains(@class,'ledger')]//h3//a/@href") == [
        "../sessions/opening.html",
        "../sessions/rights.html",
    ]


def test_parallel_sessions_stand_in_the_columns_of_their_rooms_and_the_rest_spans():
    cells = tree(folder()["en/programme.html"]).xpath("//article")

    assert {cell.get("id"): cell.get("data-column") for cell in cells} == {
        "opening": "0",
        "rights": "1",
        "drivers": "2",
        "outing": "3",
        "closing": "0",
    }


def test_a_day_of_more_rooms_than_fit_names_the_room_in_each_session():
    crowd = [
        make.session(f"s-{n}", starts=make.moment("09:00"), ends=make.moment("10:00"), room=f"room-{n}")
        for n in range(9)
    ]

    page = html.write(make.programme(*crowd), languages=["en"])["en/programme.html"].decode()

    assert 'data-columns="many"' in page
    assert 'class="rooms"' not in page
    assert '<span class="room"><bdi>Room-8</bdi></span>' in page


def test_two_sessions_that_overlap_are_both_in_columns():
    long = make.session("long", starts=make.moment("09:00"), ends=make.moment("12:00"), room="a")
    late = make.session("late", starts=make.moment("11:00"), ends=make.moment("12:00"), room="b")

    page = html.write(make.programme(long, late), languages=["en"])["en/programme.html"]

    assert [cell.get("data-column") for cell in tree(page).xpath("//article")] == ["1", "2"]


def test_the_front_page_has_one_seat_of_the_hemicycle_per_city():
    page = tree(folder()["en/index.html"])

    assert [title.text for title in page.xpath("//svg[@class='arcs']//title")] == [
        "Alphaville, Belgium",
        "Betatown, Uganda",
        "Gammapolis, Jordan",
        "Örnekköy, Türkiye",
    ]


@pytest.mark.parametrize("count", [0, 1, 2, 38, 200, 1000])
def test_the_hemicycle_seats_everybody_apart_and_above_the_floor(count):
    hall = arcs.hall(tuple(f"City {number}" for number in range(count)))

    places = {(dot.x, dot.y) for dot in hall.dots}
    assert [dot.title for dot in hall.dots] == [f"City {number}" for number in range(count)]
    assert len(places) == count
    assert all(0 <= float(x) <= arcs.WIDTH and 0 <= float(y) < arcs.FLOOR for x, y in places)


def test_search_engines_find_the_conference_and_its_sessions():
    (front,) = tree(folder()["fr/index.html"]).xpath("//script")
    (session,) = tree(folder()["en/sessions/opening.html"]).xpath("//script")

    assert json.loads(front.text)["startDate"] == "2017-11-16"
    assert json.loads(session.text)["startDate"] == "2017-11-16T09:00:00+01:00"
    assert "<of>" not in session.text


def test_the_calendar_of_a_session_and_of_a_person_is_that_of_the_calendar_export():
    programme = conference()
    endless = replace(programme, sessions=tuple(replace(s, ends=None) for s in programme.sessions))

    for one in (programme, endless):
        files = html.write(one, languages=["en"])
        by_session = ical.write(one, words=words("en"), only_session="rights")
        by_person = ical.write(one, words=words("en"), only_person="zoe")

        assert files["calendars/sessions/rights.ics"] == by_session
        assert files["calendars/people/zoe.ics"] == by_person


def test_a_pause_has_a_page_only_where_there_is_more_to_say_than_its_time():
    lunch = make.session("lunch", kind=Kind.LUNCH, abstract={"en": "With a speech."})
    tea = make.session("tea", kind=Kind.BREAK)

    files = html.write(make.programme(lunch, tea), languages=["en"])

    assert "en/sessions/lunch.html" in files
    assert "en/sessions/tea.html" not in files


def test_an_undated_programme_has_pages_and_no_calendars():
    days = (Day(date(1, 1, 1), "First day"), Day(date(1, 1, 2)))
    at = make.moment("09:00", day=days[0].date, timezone="")
    programme = make.programme(make.session(starts=at), make.session("later"), days=days, timezone="")

    files = html.write(programme, languages=["en"])

    assert [name for name in files if name.endswith((".ics", ".jsonld"))] == []
    assert b"First day" in files["en/programme.html"]
    assert b"0001" not in files["en/programme.html"] + files["en/sessions/opening.html"]
    assert broken_links(files) == []


def test_an_empty_programme_says_so():
    files = html.write(Programme(), languages=["en"])

    assert b"no sessions yet" in files["en/programme.html"]
    assert b"Nobody is named" in files["en/people.html"]
    assert broken_links(files) == []


def test_a_folder_of_one_language_leads_there_at_once():
    door = html.write(conference(), languages=["fr"])["index.html"].decode()

    assert '<meta http-equiv="refresh" content="0; url=fr/index.html">' in door
    assert "languages" not in html.write(conference(), languages=["fr"])["fr/index.html"].decode()


def test_other_forms_of_the_programme_go_into_the_folder_and_are_offered():
    files = html.write(conference(), languages=["en"], alternatives={"programme.pdf": b"%PDF"})

    assert files["programme.pdf"] == b"%PDF"
    assert 'href="../programme.pdf"' in files["en/index.html"].decode()


@pytest.mark.parametrize("languages", [[], ["en", "xx"]])
def test_a_language_that_the_interface_does_not_speak_is_refused(languages):
    with pytest.raises(ValueError, match="choose among en, fr, es, nl, tr, ar"):
        html.write(conference(), languages=languages)


def test_the_same_programme_gives_the_same_bytes():
    assert list(html.write(conference(), languages=LANGUAGES).items()) == list(folder().items())


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(make.programmes(make.wild_texts()))
def test_any_programme_at_all_can_be_published_and_its_links_hold(programme):
    files = html.write(programme, languages=["ar", "en"])

    assert broken_links(files) == []


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(make.programmes(undated=True))
def test_any_undated_programme_can_be_published(programme):
    files = html.write(programme, languages=["en"])

    assert not any(name.endswith(".ics") for name in files)


@pytest.mark.parametrize(
    ("key", "stem"),
    [("opening", "opening"), ("day-2", "day-2"), ("con", "con.d5d67ee3"), ("Opening", "opening.7b5b8bce")],
)
def test_a_safe_key_is_its_own_file_name(key, stem):
    assert addresses.stems([key])[key].partition(".")[0] == stem.partition(".")[0]
    assert ("." in addresses.stems([key])[key]) == ("." in stem)


def test_hostile_keys_get_file_names_that_stay_in_the_folder_and_apart():
    keys = ["../../etc/passwd", "a/b", "a b", "A B", "", "مؤتمر", "x" * 300, "x" * 301, "aux", ".", "é", "e"]

    stems = addresses.stems(keys)

    assert len(set(stems.values())) == len(keys)
    assert all(
        stem.replace("-", "").replace(".", "").isalnum() and len(stem) < 100 for stem in stems.values()
    )


def test_a_text_is_taken_in_the_page_s_language_then_the_programme_s_then_any():
    texts = {"fr-BE": "bonjour", "en": "hello", "tr": "merhaba"}

    assert said.said(texts, "fr", "en") == said.Said("bonjour")
    assert said.said(texts, "es", "en") == said.Said("hello", "en")
    assert said.said({"tr": "merhaba"}, "es", "en") == said.Said("merhaba", "tr")
    assert not said.said({}, "es", "en")


def test_a_text_of_unknown_language_finds_its_own_direction():
    assert said.printed("x", "en", "").unmarked == '<span dir="auto">x</span>'
    assert said.said({"und": "x"}, "en", "").marked == '<span dir="auto">x</span>'


def test_hours_keep_their_order_among_right_to_left_words():
    assert said.isolated("من 10:30–12:00") == 'من <bdi dir="ltr">10:30–12:00</bdi>'


def test_a_person_without_a_seat_has_a_page_that_says_so():
    files = html.write(make.programme(people=(make.Person("nobody", "Nobody Sample"),)), languages=["en"])

    assert b"Named in the programme without a seat." in files["en/people/nobody.html"]
    assert "calendars/people/nobody.ics" not in files


def test_a_seat_without_a_person_s_key_is_named_without_a_link():
    guest = Seat(make.Role.SPEAKER, SeatState.NAMED, name="Guest Sample", country="BE")

    files = html.write(make.programme(make.session(seats=(guest,))), languages=["en"])

    assert b'<th scope="row"><bdi>Guest Sample</bdi></th>' in files["en/sessions/opening.html"]
    assert b"<bdi>Guest Sample</bdi>" in files["en/places.html"]


def test_a_conference_over_the_turn_of_a_month_prints_both():
    first = date(2017, 11, 30)
    days = (Day(first), Day(first + timedelta(1)))

    page = html.write(make.programme(days=days), languages=["en"])["en/index.html"].decode()

    assert "30 November – 1 December 2017" in page.replace("\u2009", " ")


def test_no_page_holds_what_its_frame_was_cut_with():
    assert [name for name, data in pages().items() if b"\x00" in data] == []
