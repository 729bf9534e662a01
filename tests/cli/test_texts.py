"""`hemicycle text`, as a person meets it."""

import json
import subprocess
import sys
from pathlib import Path

from hemicycle.engines.formats import canonical
from hemicycle.engines.redline import proposals_json, text_json
from tests.make import text as make

ROOT = Path(__file__).parents[2]
DRAFT = """Invented declaration of two towns

What we saw

1. We met for two days, and we learned
from each other.
2. We ask for:
(a) data;
(b) money, which is:
(i) enough;
(ii) on time;
3. We shall meet again.
"""


def hemicycle(*arguments):
    return subprocess.run(  # noqa: S603 -- our own program
        [sys.executable, "-m", "hemicycle.cli.main", "text", *arguments],
        capture_output=True,
        cwd=ROOT,
        check=False,
        timeout=120,
    )


def written(path, document):
    path.write_text(canonical.write(document), encoding="utf-8")
    return str(path)


def test_a_draft_becomes_a_text_with_numbers(tmp_path):
    (tmp_path / "draft.txt").write_text(DRAFT)

    done = hemicycle("read", str(tmp_path / "draft.txt"))

    nodes = json.loads(done.stdout)["nodes"]
    assert [(node["kind"], node["number"]) for node in nodes] == [
        ("title", ""),
        ("heading", ""),
        ("operative", "1"),
        ("operative", "2"),
        ("subparagraph", "(a)"),
        ("subparagraph", "(b)"),
        ("subparagraph", "(i)"),
        ("subparagraph", "(ii)"),
        ("operative", "3"),
    ]
    assert nodes[2]["text"] == "We met for two days, and we learned from each other."


def test_a_draft_that_came_back_gets_the_identities_of_the_version_before(tmp_path):
    (tmp_path / "one.txt").write_text(DRAFT)
    (tmp_path / "two.txt").write_text(DRAFT.replace("two days", "three long days"))
    one = hemicycle("read", str(tmp_path / "one.txt"), "-o", str(tmp_path / "one.json"))

    two = hemicycle("read", str(tmp_path / "two.txt"), "--after", str(tmp_path / "one.json"))

    assert one.returncode == two.returncode == 0
    before = json.loads((tmp_path / "one.json").read_text())["nodes"]
    after = json.loads(two.stdout)["nodes"]
    assert [node["id"] for node in after] == [node["id"] for node in before]
    assert after[2]["lineage"]["how"] == "edited"
    assert 0.6 < after[2]["lineage"]["likeness"] < 1


def test_proposals_are_applied_and_carried_over(tmp_path):
    text = make.declaration()
    proposal = make.proposal(
        "a", make.replaced(text, "p3", "We shall meet again in three years, and report on what we have done.")
    )
    zero = written(tmp_path / "zero.json", text_json.write(text))
    proposals = written(tmp_path / "proposals.json", proposals_json.write([proposal]))

    applied = hemicycle("apply", zero, proposals, "-o", str(tmp_path / "rev1.json"))
    carried = hemicycle("carry", proposals, "--from", zero, "--to", str(tmp_path / "rev1.json"))
    compared = hemicycle("compare", zero, str(tmp_path / "rev1.json"))

    assert (applied.returncode, applied.stderr, carried.returncode, compared.returncode) == (0, b"", 0, 0)
    assert json.loads(carried.stdout)["verdicts"] == {"identical": 1}
    assert [change["changes"] for change in json.loads(compared.stdout)["changes"]] == [["edited"]]


def test_a_conflict_is_one_line_and_status_one(tmp_path):
    text = make.declaration()
    proposal = make.proposal("a", make.replaced(text, "p3", "We shall meet again in three years."))
    moved_on = make.applied(text, make.replaced(text, "p3", "We shall meet again in ten years."))
    rev1 = written(tmp_path / "rev1.json", text_json.write(moved_on))
    zero = written(tmp_path / "zero.json", text_json.write(text))
    proposals = written(tmp_path / "proposals.json", proposals_json.write([proposal]))

    applied = hemicycle("apply", rev1, proposals)
    carried = hemicycle("carry", proposals, "--from", zero, "--to", rev1)

    assert (applied.returncode, carried.returncode) == (1, 1)
    assert applied.stdout == b""
    assert applied.stderr.decode().count("\n") == 1
    assert json.loads(carried.stdout)["verdicts"] == {"conflict": 1}


def test_every_form_is_written_and_what_is_no_text_is_one_line(tmp_path):
    zero = written(tmp_path / "zero.json", text_json.write(make.declaration()))
    broken = written(tmp_path / "broken.json", {"format": "hemicycle.text/1", "style": "poem"})

    done = [
        hemicycle("export", zero, "--to", form, "-o", str(tmp_path / form))
        for form in ("akn", "docx", "html", "pdf")
    ]
    refused = hemicycle("export", broken, "--to", "akn")

    assert [one.returncode for one in done] == [0, 0, 0, 0]
    assert (tmp_path / "pdf").read_bytes().startswith(b"%PDF")
    assert refused.returncode == 2
    assert refused.stderr.decode().count("\n") == 1
    assert "poem" in refused.stderr.decode()
