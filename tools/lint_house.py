"""The house's own textual rules: what ruff, mypy and import-linter cannot say.

Each rule carries lines that it must let pass and lines that it must catch; `tests/house/test_lint_house.py` tries them.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern that may stand in no file of the given endings below the given folder."""

    name: str
    message: str
    pattern: re.Pattern[str]
    endings: tuple[str, ...]
    below: str
    good: tuple[str, ...]
    bad: tuple[str, ...]


RULES = (
    Rule(
        "gettext-literal",
        "a word for a person is a literal with named placeholders: no f-string, no concatenation",
        re.compile(r"\bgettext\(\s*(f[\"']|[\"'][^\"']*[\"']\s*\+)"),
        (".py",),
        "src",
        ('words.gettext("Room {room}").format(room=room)',),
        ('words.gettext(f"Room {room}")', 'words.gettext("Room " + room)'),
    ),
    Rule(
        "named-placeholders",
        "translators reorder words: name every placeholder",
        re.compile(r"gettext\(\s*\"[^\"]*(\{\}|\{\d+\}|%[sd])"),
        (".py",),
        "src",
        ('words.gettext("{number} sessions")', 'gettext("100 %")'),
        ('words.gettext("{} sessions")', 'words.gettext("{0} sessions")', 'gettext("%s sessions")'),
    ),
    Rule(
        "logical-css",
        "left and right do not exist: use inline-start and inline-end",
        re.compile(
            r"(?<![\w-])(?:margin|padding|border)-(?:left|right)\b|(?<![\w-])(?:left|right)\s*:|text-align\s*:\s*(?:left|right)"
        ),
        (".css",),
        "src",
        ("margin-inline-start: 1em;", "text-align: start;", "inset-inline-end: 0;"),
        ("margin-left: 1em;", "  left: 0;", "text-align: right;"),
    ),
    Rule(
        "no-inline",
        "a strict content security policy allows neither inline styles nor inline handlers",
        re.compile(r"\sstyle=\"|\son[a-z]+=\"|hx-on"),
        (".html",),
        "src",
        ('<p class="lead" data-on="x">',),
        ('<p style="color: red">', '<button onclick="go()">', '<form hx-on:click="x">'),
    ),
    Rule(
        "trimmed",
        "blocktranslate is always trimmed",
        re.compile(r"{%\s*blocktrans(?:late)?(?![^%]*trimmed)[^%]*%}"),
        (".html",),
        "src",
        ("{% blocktranslate trimmed with day=day %}",),
        ("{% blocktranslate with day=day %}",),
    ),
    Rule(
        "reasons",
        "a suppression says why: # noqa: X -- reason, # type: ignore[x]  # reason",
        re.compile(r"#\s*noqa(?!:\s*[A-Z0-9, ]+ -- \S)|#\s*type:\s*ignore(?!\[[a-z-, ]+\]\s+#\s*\S)"),
        (".py",),
        "",
        (
            "import docx  # noqa: PLC0415 -- slow import",
            "x = y  # type: ignore[arg-type]  # stubs lag behind",
        ),
        ("import docx  # noqa", "import docx  # noqa: PLC0415", "x = y  # type: ignore[arg-type]"),
    ),
    Rule(
        "no-bags",
        "a module is a noun two domains use, never a bag",
        re.compile(r"^(?:from|import)\s+(?!django\.)\S*\b(?:utils?|helpers?|common|mixins?)\b"),
        (".py",),
        "src",
        ("from hemicycle.kit import words", "from django.utils import translation"),
        ("from hemicycle.kit.utils import x", "import hemicycle.helpers"),
    ),
    Rule(
        "unfinished",
        "nothing unfinished lands",
        re.compile(r"\b(?:TODO|FIXME)\b|raise NotImplemented"),
        (".py", ".html", ".css", ".js"),
        "src",
        ("# what is to do is in an issue", "except NotImplementedError:"),
        ("# TODO: later", "raise NotImplementedError"),
    ),
)
EXEMPT = {
    "tools/lint_house.py": "it shows bad lines",
}


def faults(root: Path = ROOT) -> list[str]:
    """Every line below `root` that breaks a rule, as `path:line: rule: message`."""
    found = []
    for rule in RULES:
        for path in sorted((root / rule.below).rglob("*")):
            name = path.relative_to(root).as_posix()
            if path.suffix not in rule.endings or name in EXEMPT or name.startswith((".", "var/")):
                continue
            for number, line in enumerate(path.read_text().splitlines(), 1):
                if rule.pattern.search(line):
                    found.append(f"{name}:{number}: {rule.name}: {rule.message}")
    return found


if __name__ == "__main__":
    broken = faults()
    print("\n".join(broken) or "The house's own rules hold.")
    sys.exit(bool(broken))
