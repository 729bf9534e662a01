from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from hemicycle.exports import frab_json
from hemicycle.kit.words import words
from tests.make import programme as make

SCHEMA = (
    Path(__file__).parents[2] / ".." / "shared" / "data" / "schedules" / "schema" / "schedule.schema.json"
)
ENGLISH = words("en")
TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": int | float,
    "boolean": bool,
    "null": type(None),
}


def _faults(value: Any, rule: Any, root: dict[str, Any], where: str = "") -> list[str]:
    """What a value breaks of the part of JSON Schema that this schema uses."""
    if rule is False:
        return [f"{where} must not be"]
    if "$ref" in rule:
        return _faults(value, root["definitions"][rule["$ref"].rpartition("/")[2]], root, where)
    kinds = [rule["type"]] if isinstance(rule.get("type"), str) else rule.get("type", list(TYPES))
    if not any(isinstance(value, TYPES[kind]) for kind in kinds):
        return [f"{where} is not {kinds}"]
    faults = []
    if isinstance(value, str) and "pattern" in rule and not re.search(rule["pattern"], value):
        faults.append(f"{where}: {value!r} is not like {rule['pattern']}")
    if "oneOf" in rule and sum(not _faults(value, choice, root, where) for choice in rule["oneOf"]) != 1:
        faults.append(f"{where} is not one of its kinds")
    if isinstance(value, list):
        for n, inner in enumerate(value):
            faults += _faults(inner, rule.get("items", {}), root, f"{where}/{n}")
    return faults + _object_faults(value, rule, root, where) if isinstance(value, dict) else faults


def _object_faults(value: dict[str, Any], rule: Any, root: dict[str, Any], where: str) -> list[str]:
    known = rule.get("properties", {})
    faults = [f"{where} lacks {name}" for name in rule.get("required", ()) if name not in value]
    for name, inner in value.items():
        like = (
            found for pattern, found in rule.get("patternProperties", {}).items() if re.search(pattern, name)
        )
        told = known.get(name, next(like, None))
        if told is None and rule.get("additionalProperties") is False:
            faults.append(f"{where}/{name} is not known")
        faults += _faults(inner, {} if told is None else told, root, f"{where}/{name}")
    return faults


@pytest.mark.seeds
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(programme=make.programmes().filter(lambda programme: bool(programme.days)))
def test_every_programme_is_valid_against_the_schema(programme):
    if not SCHEMA.exists():
        pytest.skip("the schema of voc/schedule is not beside the checkout")
    schema = json.loads(SCHEMA.read_text("utf-8"))

    value = json.loads(frab_json.write(programme, words=ENGLISH))

    assert _faults(value, schema, schema) == []


def test_the_test_itself_sees_what_is_not_valid():
    schema = {
        "type": "object",
        "required": ["a"],
        "additionalProperties": False,
        "properties": {"a": {"type": "integer"}},
    }

    assert _faults({"b": 1}, schema, schema) == [" lacks a", "/b is not known"]


def test_rooms_have_their_capacity_and_days_their_events():
    held = make.session(starts=make.moment("09:00"), ends=make.moment("10:00"), room="hall")
    programme = make.programme(held, rooms=(make.Room("hall", "Hall", capacity=120),))

    conference = json.loads(frab_json.write(programme, words=ENGLISH))["schedule"]["conference"]

    assert [(room["name"], room["capacity"]) for room in conference["rooms"]] == [("Hall", 120)]
    assert [event["title"] for event in conference["days"][0]["rooms"]["Hall"]] == ["Opening"]
    assert conference["daysCount"] == 2
