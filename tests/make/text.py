"""Negotiated texts for tests: a small invented declaration, and any text that there could be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from hemicycle.engines.redline import amend
from hemicycle.engines.redline.operations import Operation, Part, Place, Proposal, Verb
from hemicycle.engines.redline.spans import Bracket, Span, normal, of_text
from hemicycle.engines.redline.tree import Kind, Node, Style, Text

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

WORDS = (
    "cities", "migration", "inclusive", "shall", "not", "all", "les", "villes", "accueil", "المدن", "الهجرة", "مُدُن", "şehir",
    "12", "well-being", "host’s", "&", "<b>", "[sic]", "a", "the", "of", "“home”", "déjà",
)  # fmt: skip
SIGNS = (" ", ", ", "; ", ". ", " – ", "\u00a0; ", "، ", " ", " ", " ")
PARAGRAPH_KINDS = (Kind.OPERATIVE, Kind.PREAMBULAR, Kind.COMMITMENT, Kind.POLICY_GAP, Kind.HEADING)
HOLDERS = ("Rivermouth", "Ville-Haute", "مدينة النهر", "Two & Three")

DECLARATION = (
    ("title", Kind.TITLE, None, "Invented declaration of the cities of the river"),
    ("aims", Kind.HEADING, None, "What we want"),
    ("p1", Kind.OPERATIVE, None, "We welcome all newcomers to our cities, and we learn from them."),
    ("p2", Kind.OPERATIVE, None, "We ask governments to share data, money and responsibility with cities."),
    ("p2a", Kind.SUBPARAGRAPH, "p2", "data on housing, work and schools;"),
    ("p2b", Kind.SUBPARAGRAPH, "p2", "money for reception;"),
    ("p2bi", Kind.SUBPARAGRAPH, "p2b", "in the first year;"),
    ("p3", Kind.OPERATIVE, None, "We shall meet again in two years, and report on what we have done."),
)


def declaration() -> Text:
    return Text(tuple(Node(id_, kind, of_text(words), parent) for id_, kind, parent, words in DECLARATION))


def replaced(text: Text, node: str, words: str) -> Operation:
    """The operation that gives a node other words."""
    before = text.by_id[node]
    return Operation(Verb.REPLACE, node, before.sha256, before.text, of_text(words))


def proposal(id_: str, *operations: Operation, by: str = "Rivermouth") -> Proposal:
    return Proposal(id_, (by,), operations)


def applied(text: Text, *operations: Operation) -> Text:
    made = amend.apply(text, operations)
    assert isinstance(made, Text), made
    return made


@st.composite
def words(draw: DrawFn, least: int = 1, most: int = 12) -> str:
    chosen = draw(st.lists(st.sampled_from(WORDS), min_size=least, max_size=most))
    signs = draw(st.lists(st.sampled_from(SIGNS), min_size=len(chosen), max_size=len(chosen)))
    return "".join(word + sign for word, sign in zip(chosen, signs, strict=True)).strip()


@st.composite
def spans(draw: DrawFn, footnotes: tuple[str, ...] = ()) -> tuple[Span, ...]:
    made: list[Span] = []
    open_: tuple[Bracket, ...] = ()
    for number in range(draw(st.integers(1, 4))):
        open_ = open_[: draw(st.integers(0, len(open_)))]
        if draw(st.integers(0, 4)) == 0:
            holder, why = draw(st.integers(0, len(HOLDERS) - 1)), draw(st.sampled_from(("", "far")))
            open_ = (*open_, Bracket(f"b{number}-{holder}{why}", (HOLDERS[holder],), why and "too far"))
        look = draw(st.sampled_from(("", "", "", "emphasis", "reference", "footnote")))
        text = draw(words()) + draw(st.sampled_from(("", " ")))
        if look == "footnote" and footnotes:
            made.append(Span("", footnote=draw(st.sampled_from(footnotes)), brackets=open_))
        else:
            target = (
                draw(st.sampled_from(("https://example.org/a?b=1&c=2", "n0"))) if look == "reference" else ""
            )
            made.append(Span(text, emphasis=look == "emphasis", reference=target, brackets=open_))
    return normal(made)


@st.composite
def texts(draw: DrawFn, *, most: int = 8) -> Text:
    """A text with headings, paragraphs, subparagraphs of two levels, footnotes and alternatives."""
    notes = tuple(f"note{number}" for number in range(draw(st.integers(0, 2))))
    nodes = [Node("title", Kind.TITLE, of_text(draw(words())))]
    for number in range(draw(st.integers(0, most))):
        nodes += _paragraph(draw, f"n{number}", notes)
    nodes += [Node(note, Kind.FOOTNOTE, of_text(draw(words()))) for note in notes]
    style = draw(st.sampled_from(list(Style)))
    return Text(tuple(nodes), style, draw(st.sampled_from(("en", "fr", "es", "ar"))))


def _paragraph(draw: DrawFn, id_: str, notes: tuple[str, ...]) -> list[Node]:
    kind = draw(st.sampled_from(PARAGRAPH_KINDS))
    made = [Node(id_, kind, draw(spans(notes)))]
    if kind is Kind.HEADING:
        return made
    for below in range(draw(st.integers(0, 2))):
        made.append(Node(f"{id_}s{below}", Kind.SUBPARAGRAPH, draw(spans(notes)), id_))
        if draw(st.booleans()):
            made.append(Node(f"{id_}s{below}i", Kind.SUBPARAGRAPH, draw(spans(notes)), f"{id_}s{below}"))
    if draw(st.integers(0, 4)) == 0:
        made.append(Node(f"{id_}alt", kind, draw(spans(notes)), alternative_of=id_))
    return made


@st.composite
def revisions(draw: DrawFn, base: Text) -> Text:
    """Any other text that shares nodes with the base: edited, dropped, put elsewhere, put in."""
    made = base
    for number in range(draw(st.integers(0, 6))):
        operation = draw(operations(made, f"x{number}"))
        after = amend.apply(made, [operation])
        made = after if isinstance(after, Text) else made
    return made


@st.composite
def operations(draw: DrawFn, text: Text, fresh: str) -> Operation:
    """One operation on a text, of any kind; not each of them can be applied."""
    node = draw(st.sampled_from(text.nodes))
    verb = draw(st.sampled_from(list(Verb)))
    made = Operation(verb, node.id, node.sha256, node.text)
    if verb is Verb.REPLACE:
        return replace(made, after=draw(spans() | words_near(node)))
    if verb is Verb.INSERT:
        place = draw(places(text))
        kind = Kind.OPERATIVE if place.parent is None else Kind.SUBPARAGRAPH
        return Operation(verb, fresh, after=draw(spans()), position=place, kind=kind)
    if verb is Verb.MOVE:
        return replace(made, position=draw(places(text)))
    if verb in {Verb.SPLIT, Verb.MERGE}:
        return replace(made, parts=_parts(draw, text, node, fresh, verb))
    if verb is Verb.BRACKET:
        edges = sorted(draw(st.tuples(st.integers(0, len(node.text)), st.integers(0, len(node.text)))))
        return replace(
            made, start=edges[0], end=edges[1], bracket=Bracket(fresh, (draw(st.sampled_from(HOLDERS)),))
        )
    held = [bracket for span in node.spans for bracket in span.brackets]
    return replace(made, bracket=draw(st.sampled_from(held))) if held and verb is Verb.LIFT else made


def _parts(draw: DrawFn, text: Text, node: Node, fresh: str, verb: Verb) -> tuple[Part, ...]:
    if verb is Verb.MERGE:
        others = [one for one in text.nodes if one.id != node.id and one.kind is node.kind]
        other = draw(st.sampled_from(others)) if others else node
        return (Part(other.id, base_sha256=other.sha256),)
    at = draw(st.integers(0, len(node.spans)))
    return (Part(node.id, normal(node.spans[:at])), Part(fresh, normal(node.spans[at:])))


def words_near(node: Node) -> SearchStrategy[tuple[Span, ...]]:
    """The words of a node with one of them changed, dropped or doubled."""
    pieces = node.text.split(" ")
    changed = st.tuples(st.integers(0, len(pieces) - 1), st.sampled_from(("", "new", "new words")))
    return changed.map(lambda at: of_text(" ".join([*pieces[: at[0]], at[1], *pieces[at[0] + 1 :]])))


def places(text: Text) -> SearchStrategy[Place]:
    roots = [Place(None, id_) for id_ in (None, *text.children.get(None, ()))]
    below = [
        Place(node.id, id_)
        for node in text.nodes
        if node.kind in {Kind.OPERATIVE, Kind.PREAMBULAR, Kind.SUBPARAGRAPH} and text.depths[node.id] < 4
        for id_ in (None, *text.children.get(node.id, ()))
    ]
    return st.sampled_from([*roots, *below])
