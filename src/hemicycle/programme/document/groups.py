"""Whether a session stands in the same group in two versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hemicycle.engines.formats.programme import Programme, Session
    from hemicycle.programme.document.matching import Family


class SameGroups:
    """The groups (parallel sessions, side events) of two versions, told apart by what became of them."""

    def __init__(self, old: Programme, new: Programme, families: Iterable[Family]) -> None:
        self._old = {one.key: one for one in old.sessions}
        self._new = {one.key: one for one in new.sessions}
        self._kin = {(one.key, two.key) for each in families for one in each.old for two in each.new}
        self._kept_old = {one for one, _ in self._kin}
        self._kept_new = {two for _, two in self._kin}

    def same(self, old: str | None, new: str | None) -> bool:
        """Whether both are one group, or none; a group that only one version has is itself gone or new."""
        if old not in self._kept_old or new not in self._kept_new:
            return old not in self._kept_old and new not in self._kept_new
        return (old, new) in self._kin

    def titles(self, old: Session, new: Session) -> tuple[dict[str, str], dict[str, str]]:
        """What the groups of two sessions are called; nothing where there is none."""
        before, after = self._old.get(old.part_of or ""), self._new.get(new.part_of or "")
        return dict(before.title) if before else {}, dict(after.title) if after else {}
