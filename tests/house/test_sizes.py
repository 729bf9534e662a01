"""A module is read in one sitting and a function on half a screen."""

import ast
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src"
MODULES = sorted(SOURCE.rglob("*.py"))


def test_no_module_passes_four_hundred_lines():
    long = {
        str(path.relative_to(SOURCE)): n
        for path in MODULES
        if (n := len(path.read_text().splitlines())) > 400
    }

    assert long == {}


def test_no_function_passes_sixty_lines():
    long = [
        f"{path.relative_to(SOURCE)}:{node.lineno} {node.name}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno > 60
    ]

    assert long == []


def test_every_package_says_what_it_is():
    silent = [
        str(path.parent.relative_to(SOURCE))
        for path in MODULES
        if path.name == "__init__.py" and not ast.get_docstring(ast.parse(path.read_text()))
    ]

    assert silent == []
