"""Labels: unique, in order, and without *bis* in a clean text that is issued."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from hemicycle.engines.redline.numbering import full_labels, issue, labels
from hemicycle.engines.redline.operations import Operation, Place, Verb
from hemicycle.engines.redline.spans import of_text
from hemicycle.engines.redline.tree import Kind, Style
from tests.make import text as make

few = settings(max_examples=60, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))


def inserted(text, id_, after, parent=None):
    kind = Kind.SUBPARAGRAPH if parent else Kind.OPERATIVE
    return make.applied(
        text, Operation(Verb.INSERT, id_, after=of_text("New."), position=Place(parent, after), kind=kind)
    )


@few
@given(st.data())
def test_full_labels_are_unique_among_paragraphs(data):
    base = issue(data.draw(make.texts()), "zero draft")
    text = data.draw(make.revisions(base))

    apart = {Kind.FOOTNOTE, Kind.ANNEX}
    found = full_labels(text)
    said = [
        found[node.id]
        for node in text.nodes
        if node.id in found and node.kind not in apart and (node.parent is None or node.parent in found)
    ]

    assert len(said) == len(set(said))


@few
@given(make.texts())
def test_an_issued_clean_text_counts_from_one_without_bis(text):
    clean = replace(text, nodes=tuple(replace(node, alternative_of=None) for node in text.nodes))
    issued = issue(clean, "final")

    counted = [node for node in issued.nodes if node.kind in {Kind.OPERATIVE, Kind.POLICY_GAP}]
    if text.style is Style.DECLARATION:
        counted = [n for n in issued.nodes if n.kind in {Kind.OPERATIVE, Kind.POLICY_GAP, Kind.PREAMBULAR}]
    elif len(counted) == 1:
        counted = []

    assert [node.number for node in counted] == [str(n) for n in range(1, len(counted) + 1)]


def test_what_comes_in_between_takes_bis_and_ter_and_nothing_else_shifts():
    text = inserted(inserted(issue(make.declaration(), "zero draft"), "y", "p1"), "x", "p1")
    text = inserted(inserted(text, "first", None), "z", "p2a", "p2")

    found = labels(text)

    assert [found[id_] for id_ in ("first", "p1", "x", "y", "p2", "p2a", "z", "p2b", "p2bi", "p3")] == [
        "1 ante", "1", "1 bis", "1 ter", "2", "(a)", "(a) bis", "(b)", "(i)", "3",
    ]  # fmt: skip


def test_numbers_are_written_as_the_language_has_them():
    french = replace(make.declaration(), language="fr")
    arabic = inserted(issue(replace(make.declaration(), language="ar"), "0"), "x", "p1")

    assert full_labels(french)["p2bi"] == "2 b) i)"
    assert (labels(arabic)["p2a"], labels(arabic)["x"]) == ("(أ)", "1 مكررا")


def test_a_resolution_numbers_its_operative_paragraphs_alone():
    text = replace(make.declaration(), style=Style.RESOLUTION)
    text = replace(
        text, nodes=tuple(replace(n, kind=Kind.PREAMBULAR) if n.id == "p1" else n for n in text.nodes)
    )

    assert [labels(text).get(id_) for id_ in ("p1", "p2", "p3")] == [None, "1", "2"]
