"""Why a programme cannot be written in a format."""

from __future__ import annotations

from hemicycle.engines.formats.programme import UNDATED_YEAR, Programme


class NotExportable(ValueError):
    """The programme cannot be written so; the message is one sentence: what is missing, what to do."""


def refuse_undated(programme: Programme, format_name: str) -> None:
    """Refuse a programme whose days are not dates, for a format in which everything takes place on a date.

    Raises:
        NotExportable: the programme prints no dates.
    """
    days = [day.date for day in programme.days]
    times = [at.date() for session in programme.sessions for at in (session.starts, session.ends) if at]
    if not days and not times:
        raise NotExportable(f"the programme has no days, and {format_name} needs at least one; add its days")
    if any(day.year == UNDATED_YEAR for day in (*days, *times)):
        raise NotExportable(
            f"the programme prints no dates, and {format_name} needs them; read it again with its first day"
        )
