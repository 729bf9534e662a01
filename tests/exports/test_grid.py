from hypothesis import given, settings

from hemicycle.engines.formats.programme import Kind, Room
from hemicycle.exports import view
from hemicycle.exports.pdf.grid import WIDEST, grids
from tests.make.programme import moment, programme, programmes, session


def grids_of(held):
    rooms = {room.key: room for room in held.rooms}
    return grids(view.days(held)[0], rooms)


def at(key, starts, ends, room=None, **fields):
    return session(key, starts=moment(starts), ends=moment(ends), room=room, **fields)


def shape(grid):
    return [
        [(place.column, place.columns, place.rows, [s.key for s in place.sessions]) for place in row.places]
        for row in grid.rows
    ]


def test_what_runs_alone_spans_the_rooms_that_run_side_by_side():
    (grid,) = grids_of(
        programme(
            at("plenary", "09:00", "10:00", "hall"),
            at("coffee", "10:00", "10:30", kind=Kind.BREAK),
            at("a", "10:30", "12:00", "hall"),
            at("b", "10:30", "12:00", "attic"),
            at("reception", "18:00", "19:00", "foyer"),
        )
    )

    assert [column.key for column in grid.columns] == ["hall", "attic"]
    assert shape(grid) == [
        [(0, 2, 1, ["plenary"])],
        [(0, 2, 1, ["coffee"])],
        [(0, 1, 1, ["a"]), (1, 1, 1, ["b"])],
        [(0, 2, 1, ["reception"])],
    ]
    assert [place.pause for row in grid.rows for place in row.places] == [False, True, False, False, False]


def test_a_long_session_reaches_down_beside_what_comes_and_goes():
    (grid,) = grids_of(
        programme(
            at("training", "09:00", "12:00", "attic"),
            at("a", "09:00", "10:00", "hall"),
            at("coffee", "10:00", "10:30", kind=Kind.BREAK),
            at("b", "10:30", "12:00", "hall"),
        )
    )

    assert shape(grid) == [
        [(0, 1, 3, ["training"]), (1, 1, 1, ["a"])],
        [(1, 1, 1, ["coffee"])],
        [(1, 1, 1, ["b"])],
    ] or shape(grid) == [
        [(0, 1, 1, ["a"]), (1, 1, 3, ["training"])],
        [(0, 1, 1, ["coffee"])],
        [(0, 1, 1, ["b"])],
    ]


def test_a_session_that_runs_into_another_in_its_room_ends_where_that_begins():
    (grid,) = grids_of(
        programme(
            at("first", "09:00", "11:00", "hall"),
            at("other", "09:00", "10:00", "attic"),
            at("second", "10:00", "11:00", "hall"),
        )
    )

    assert [place.rows for row in grid.rows for place in row.places] == [1, 1, 1]


def test_an_end_without_an_offset_is_not_compared_with_starts_that_have_one():
    (grid,) = grids_of(
        programme(
            session("a", starts=moment("09:00"), ends=moment("12:00", timezone=""), room="hall"),
            at("b", "09:00", "10:00", "attic"),
            at("c", "10:00", "11:00", "foyer"),
        )
    )

    assert [place.rows for row in grid.rows for place in row.places] == [1, 1, 1]


def test_two_sessions_at_once_in_one_room_share_a_field():
    (grid,) = grids_of(programme(at("a", "09:00", "10:00", "hall"), at("b", "09:00", "10:00", "hall")))

    assert shape(grid) == [[(0, 1, 1, ["a", "b"])]]


def test_everything_outside_shares_the_last_column():
    (grid,) = grids_of(
        programme(
            at("walk", "09:00", "10:00", "park"),
            at("talk", "09:00", "10:00", "hall"),
            at("nowhere", "09:00", "10:00"),
            rooms=(Room("park", "Park", off_site=True), Room("hall", "Hall")),
        )
    )

    assert [column and column.key for column in grid.columns] == ["hall", None]
    assert shape(grid) == [[(0, 1, 1, ["talk"]), (1, 1, 1, ["walk", "nowhere"])]]


def test_many_rooms_are_several_grids_of_about_equal_width():
    rooms = tuple(Room(f"r{n}", f"Room {n}") for n in range(16))
    held = programme(
        *(at(f"s{n}", "09:00", "10:00", f"r{n}") for n in range(16)),
        at("late", "11:00", "12:00", "r0"),
        at("later", "11:00", "12:00", "r1"),
        rooms=rooms,
    )

    found = grids_of(held)

    assert [len(grid.columns) for grid in found] == [6, 6, 4]
    assert [len(grid.rows) for grid in found] == [2, 1, 1]
    assert found[0].rows[1].free == (2, 3, 4, 5)


def test_a_day_without_anything_side_by_side_has_no_columns():
    (grid,) = grids_of(programme(at("a", "09:00", "10:00", "hall"), session("b")))

    assert grid.columns == ()
    assert shape(grid) == [[(0, 1, 1, ["a"])], [(0, 1, 1, ["b"])]]


@given(programmes())
@settings(max_examples=40, deadline=None)
def test_no_field_of_a_grid_is_taken_twice_and_none_left_out(any_programme):
    rooms = {room.key: room for room in any_programme.rooms}
    for day in view.days(any_programme):
        for grid in grids(day, rooms):
            width = max(1, len(grid.columns))
            taken = [
                (number + down, column)
                for number, row in enumerate(grid.rows)
                for place in row.places
                for down in range(place.rows)
                for column in range(place.column, place.column + place.columns)
            ]
            free = [(number, column) for number, row in enumerate(grid.rows) for column in row.free]

            assert width <= WIDEST
            assert sorted(taken + free) == [(r, c) for r in range(len(grid.rows)) for c in range(width)]


def test_what_finds_no_free_column_is_told_beside_the_time():
    (grid,) = grids_of(
        programme(
            at("a", "09:00", "11:00", "hall"),
            at("b", "09:00", "11:00", "attic"),
            at("coffee", "10:00", "10:30", kind=Kind.BREAK),
        )
    )

    assert [[one.key for one in row.beside] for row in grid.rows] == [[], ["coffee"]]


@given(programmes())
@settings(max_examples=40, deadline=None)
def test_every_session_is_in_the_overview(any_programme):
    rooms = {room.key: room for room in any_programme.rooms}
    for day in view.days(any_programme):
        rows = [row for grid in grids(day, rooms) for row in grid.rows]
        placed = {one.key for row in rows for place in row.places for one in place.sessions}
        beside = {one.key for row in rows for one in row.beside}

        assert placed | beside == {one.key for one in day.sessions}
