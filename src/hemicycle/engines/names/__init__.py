"""Whether two printed names are the same person, organisation or room.

Nothing here corrects a name: a verdict says whether two printed forms can be one, how surely, and why; people decide.
Near-homonyms stay apart, and of two doubts the engine prefers two records to one.
"""

from hemicycle.engines.names import organisations, rooms
from hemicycle.engines.names.joining import join
from hemicycle.engines.names.people import Printed, same
from hemicycle.engines.names.verdict import Reason, Verdict

__all__ = ["Printed", "Reason", "Verdict", "join", "organisations", "rooms", "same"]
