"""What the documentation says is there."""

import re
import shlex
from pathlib import Path

import pytest

from hemicycle.cli.main import parser
from tools import reference

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page):
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text())

    dead = [link for link in links if not link.startswith("http") and not (page.parent / link).exists()]

    assert dead == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_shown_is_one_that_the_program_takes(page):
    shown = re.findall(
        r"(?:^|`)(?:\.venv/bin/)?hemicycle ((?:read|check|compare|export|timetable|text) [^`\n]*)",
        page.read_text(),
        re.MULTILINE,
    )

    for command in shown:
        parser().parse_args(shlex.split(command))


def test_every_make_target_that_is_named_is_in_the_makefile():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = {
        name
        for page in PAGES
        for name in re.findall(r"`?make ([a-z-]+)[ `\n]", page.read_text())
        if "`make " + name in page.read_text()
    }

    assert named <= targets


def test_the_generated_pages_agree_with_the_code():
    assert reference.main("check") == 0


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_file_names_packages_and_hashes_and_no_host(lock):
    lines = (ROOT / lock).read_text().splitlines()

    strange = [
        line
        for line in lines
        if not re.match(r"^([a-z0-9.\[\]-]+==\S+|    --hash=sha256:[0-9a-f]{64}|    #)", line)
    ]

    assert strange == []


def test_the_development_lock_holds_the_same_versions_as_the_runtime_lock():
    runtime, development = (
        dict(re.findall(r"^([a-z0-9.-]+)(?:\[[^\]]*\])?==(\S+)", (ROOT / name).read_text(), re.MULTILINE))
        for name in ("requirements.lock", "requirements-dev.lock")
    )

    assert runtime.items() <= development.items()
