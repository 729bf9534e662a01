"""What the names of values in a stranger's schedule mean, in any of the lexicon's languages."""

from __future__ import annotations

import re
from functools import lru_cache

from hemicycle.engines.reader.lexicon import lexicon
from hemicycle.engines.reader.lexicon.folding import fold

_HUMPS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[_\-.]+")
_TECHNICAL = {
    "title": "title headline subject",
    "start": "start starts start_time starttime start_date startdate starts_at start_at begin begins begintime dtstart from "
    "startsat scheduled_at start_datetime datetime",
    "end": "end ends end_time endtime end_date enddate ends_at end_at dtend to until endsat finish end_datetime",
    "time": "time times when timeslot hours",
    "date": "date day",
    "duration": "duration length minutes duration_minutes durationminutes dauer duree duracion duur sure duracao",
    "room": "room location venue place hall stage rooms room_name roomname",
    "abstract": "abstract description summary text body content synopsis",
    "language": "language lang languages locale content_locale",
    "theme": "track theme topic tracks",
    "kind": "type kind format submission_type category session_type",
    "number": "number no code",
    "id": "id guid uuid uid key slug",
    "state": "state status",
    "questions": "questions guiding_questions",
    "organisers": "organisers organizers organiser organizer hosts_organisation",
    "access": "access",
    "slot": "slot slots schedule_slot occurrence occurrences",
    "children": "sessions talks events items contributions programme program agenda schedule entries results submissions talks_list "
    "sessions_list children data activities presentations sub_events subevent parts",
    "days": "days day_list conference_days",
    "name": "name label",
    "timezone": "timezone time_zone time_zone_name tz",
    "people": "persons people participants contributors authors performers",
}
_KNOWN = {
    fold(word).replace("_", ""): meaning for meaning, words in _TECHNICAL.items() for word in words.split()
}
_LABELS = {
    "room": "room", "time": "time", "start": "start", "end": "end", "date": "date", "title": "title", "number": "number",
    "kind": "kind", "theme": "theme", "languages": "language", "organisers": "organisers", "questions": "questions",
    "abstract": "abstract", "access": "access", "people": "people", "name": "name", "position": "position",
    "organisation": "organisation", "capacity": "capacity", "note": "note",
}  # fmt: skip


@lru_cache(maxsize=4096)
def meaning(name: str) -> str:
    """What a value of this name is: "title", "start", "room", "role:moderator"; nothing for a name that is not known."""
    words = " ".join(_HUMPS.sub(" ", name[:80]).split())
    folded = fold(words).replace(" ", "")
    if folded in _KNOWN:
        return _KNOWN[folded]
    role = lexicon().role_label(words)
    if role and not words[role.rest :].strip():
        return f"role:{role.role.value}"
    label = lexicon().label(words)
    return _LABELS.get(label.field.value, "") if label and not words[label.rest :].strip() else ""
