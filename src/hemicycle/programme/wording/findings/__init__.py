"""Findings in sentences: what, where, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemicycle.engines.formats.findings import Gravity
from hemicycle.programme.terms import Code
from hemicycle.programme.wording.findings import contents, people, times
from hemicycle.programme.wording.findings.telling import Telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hemicycle.engines.formats.findings import Finding
    from hemicycle.engines.formats.programme import Programme
    from hemicycle.kit.words import Words
    from hemicycle.programme.wording.findings.telling import Sentence

SENTENCES: Mapping[Code, Sentence] = {**contents.SENTENCES, **people.SENTENCES, **times.SENTENCES}


def sentence(finding: Finding, programme: Programme, words: Words) -> str:
    """What was found, where, and what to do. For many findings at once, `sentences` costs less."""
    return sentences([finding], programme, words)[0]


def sentences(findings: Iterable[Finding], programme: Programme, words: Words) -> list[str]:
    telling = Telling(programme, words)
    return [SENTENCES[Code(finding.code)](telling, finding) for finding in findings]


def table(findings: Iterable[Finding], programme: Programme, words: Words) -> str:
    """A report for a terminal: the gravest first, each with the lines of the document where it stands."""
    found = list(findings)
    if not found:
        return words.gettext("Nothing to object to.") + "\n"
    said = sentences(found, programme, words)
    blocks = []
    for gravity in Gravity:
        of_gravity = [
            _entry(finding, line, words)
            for finding, line in zip(found, said, strict=True)
            if finding.gravity is gravity
        ]
        if of_gravity:
            blocks.append("\n".join([f"{_heading(gravity, words)} ({len(of_gravity)})", *of_gravity]))
    return "\n\n".join(blocks) + "\n"


def _heading(gravity: Gravity, words: Words) -> str:
    return {
        Gravity.HIGH: words.gettext("To be settled before printing"),
        Gravity.MEDIUM: words.gettext("Should be settled"),
        Gravity.LOW: words.gettext("Worth a look"),
    }[gravity]


def _entry(finding: Finding, said: str, words: Words) -> str:
    return f"  - {said}{_lines(finding, words)}  [{finding.code}]"


def _lines(finding: Finding, words: Words) -> str:
    if finding.lines is None:
        return ""
    first, last = finding.lines
    if first == last:
        return " " + words.gettext("(line {line})").format(line=first)
    return " " + words.gettext("(lines {first} to {last})").format(first=first, last=last)
