"""Word files: identities and words kept, proposals as tracked changes in the names of their delegations."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from io import BytesIO

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from hemicycle.engines.redline import amend, reading
from hemicycle.engines.redline.operations import Operation, Place, Verb
from hemicycle.engines.redline.spans import of_text
from hemicycle.engines.redline.tree import Kind, Text
from hemicycle.exports import text_docx
from hemicycle.kit.words import words
from tests.make import text as make

few = settings(max_examples=30, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
ENGLISH = words("en")
SOFFICE = shutil.which("soffice")
ACCEPT = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub AcceptAll(source, target)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  helper.executeDispatch(doc.CurrentController.Frame, ".uno:AcceptAllTrackedChanges", "", 0, Array())
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName" : kind(0).Value = "MS Word 2007 XML"
  doc.storeToURL(target, kind())
  doc.close(True)
End Sub
</script:module>"""


def three_proposals(text):
    node = text.by_id["p2bi"]
    return (
        make.proposal(
            "a",
            make.replaced(
                text, "p1", "We warmly welcome all newcomers to our cities, and we learn from them."
            ),
        ),
        make.proposal(
            "b",
            make.replaced(text, "p1", "We welcome all newcomers to our cities, and we learn much from them."),
            Operation(Verb.DELETE, node.id, node.sha256, node.text),
            by="Ville-Haute",
        ),
        make.proposal(
            "c",
            Operation(
                Verb.INSERT,
                "fresh",
                after=of_text("We thank our hosts & friends; شكرا."),
                position=Place(None, "p2"),
                kind=Kind.OPERATIVE,
            ),
            by="مدينة النهر",
        ),
    )


def accepted(text, proposals):
    """Our own text with all of them: those on one paragraph are merged."""
    both = "We warmly welcome all newcomers to our cities, and we learn much from them."
    first = make.applied(text, make.replaced(text, "p1", both))
    return make.applied(first, *proposals[1].operations[1:], *proposals[2].operations)


@few
@given(make.texts())
def test_a_text_comes_back_with_its_words_and_identities(text):
    back = reading.read("a.docx", text_docx.write(text, ENGLISH))

    assert back == text


def test_the_same_text_gives_the_same_bytes():
    text = make.declaration()

    assert text_docx.write(text, ENGLISH, three_proposals(text)) == text_docx.write(
        text, ENGLISH, three_proposals(text)
    )


def test_before_any_change_is_accepted_the_base_is_read():
    text = make.declaration()

    assert reading.read("a.docx", text_docx.write(text, ENGLISH, three_proposals(text))) == text


def test_each_author_comes_back_with_what_it_proposed():
    text = make.declaration()
    proposals = three_proposals(text)

    found = {p.by: p for p in reading.read_proposals("a.docx", text_docx.write(text, ENGLISH, proposals))}

    assert set(found) == {p.by for p in proposals}
    for proposal in proposals:
        assert make.applied(text, *found[proposal.by].operations) == make.applied(text, *proposal.operations)


@few
@given(st.data())
def test_one_proposal_comes_back_as_the_words_that_it_proposes(data):
    base = data.draw(make.texts(most=3))
    operation = data.draw(make.operations(base, "fresh"))
    assume(operation.verb in {Verb.REPLACE, Verb.INSERT, Verb.DELETE})
    made = amend.apply(base, [operation])
    assume(isinstance(made, Text) and made != base)

    document = text_docx.write(base, ENGLISH, [make.proposal("a", operation)])
    (found,) = reading.read_proposals("a.docx", document)

    assert reading.read("a.docx", document) == base
    assert make.applied(base, *found.operations) == made


def test_words_that_collide_are_a_comment_in_the_name_of_the_second():
    text = make.declaration()
    first = make.proposal(
        "a", make.replaced(text, "p3", "We shall meet again in one year, and report on what we have done.")
    )
    second = make.proposal(
        "b",
        make.replaced(text, "p3", "We shall meet again in five years, and report on what we have done."),
        by="Ville-Haute",
    )

    document = text_docx.write(text, ENGLISH, [first, second])

    comments = zipfile.ZipFile(BytesIO(document)).read("word/comments.xml").decode()
    assert 'w:author="Ville-Haute"' in comments
    assert "five years" in comments


@pytest.mark.skipif(SOFFICE is None, reason="there is no LibreOffice on this machine")
def test_accepting_all_in_libreoffice_gives_our_accepted_text(tmp_path):
    text = make.declaration()
    proposals = three_proposals(text)
    (tmp_path / "tracked.docx").write_bytes(text_docx.write(text, ENGLISH, proposals))

    accept_all(tmp_path, "tracked.docx", "accepted.docx")
    back = reading.read("accepted.docx", (tmp_path / "accepted.docx").read_bytes())

    assert back.nodes == accepted(text, proposals).nodes


def accept_all(folder, source, target):
    profile = folder / "profile"
    basic = profile / "user/basic/Standard"
    run = [SOFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    subprocess.run([*run, "--terminate_after_init"], check=True, timeout=90, capture_output=True)  # noqa: S603 -- a new profile
    basic.mkdir(parents=True, exist_ok=True)
    (basic / "Module1.xba").write_text(ACCEPT, encoding="utf-8")
    (basic / "script.xlb").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" '
        '"library.dtd">\n<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" '
        'library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/></library:library>',
        encoding="utf-8",
    )
    (profile / "user/basic/script.xlc").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" '
        '"libraries.dtd">\n<library:libraries xmlns:library="http://openoffice.org/2000/library" '
        'xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" '
        'xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/></library:libraries>',
        encoding="utf-8",
    )
    names = ", ".join(f'"{(folder / name).as_uri()}"' for name in (source, target))
    subprocess.run(  # noqa: S603 -- our own macro
        [*run, f"macro:///Standard.Module1.AcceptAll({names})"], check=True, timeout=90, capture_output=True
    )
