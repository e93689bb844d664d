"""The walls of the house that import-linter does not see."""

import ast
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import tui_reader

HOUSE = Path(tui_reader.__file__).parent
MODULES = sorted(HOUSE.rglob("*.py"))
TAKES_MARKUP = {
    "Static", "Label", "Button", "notify", "OptionList", "Option", "Select", "Checkbox",
    "Collapsible", "Tooltip", "add_row", "add_column", "Tree",
}  # fmt: skip
"""What reads a plain string as markup unless told otherwise."""
SAFE = {"Content", "Text"}


def _below_the_rooms() -> list[str]:
    every = pkgutil.walk_packages([str(HOUSE)], "tui_reader.")
    return [m.name for m in every if ".ui" not in m.name and not m.name.endswith("__main__")]


def test_nothing_below_the_rooms_brings_textual_along() -> None:
    names = _below_the_rooms()
    code = f"import sys\nfor name in {names!r}:\n    __import__(name)\n"
    code += "print(sorted({'textual', 'rich'} & set(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert len(names) > 80
    assert told.stdout.strip() == "[]"


def test_the_app_imports_neither_numpy_nor_whoosh_before_it_paints() -> None:
    code = "import sys, tui_reader.cli.open_app, tui_reader.ui.app\n"
    code += "print(sorted({'numpy', 'whoosh'} & set(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "[]"


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        path.name
        for path in MODULES
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]

    assert silent == []


def test_no_module_is_longer_than_three_hundred_lines() -> None:
    long = [path.name for path in MODULES if len(path.read_text("utf-8").splitlines()) > 300]

    assert long == []


def _calls(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield node


def _name(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _is_safe(call: ast.Call) -> bool:
    if any(keyword.arg == "markup" for keyword in call.keywords):
        return True
    return all(
        isinstance(argument, ast.Constant | ast.Starred)
        or (isinstance(argument, ast.Call) and _name(argument) in SAFE)
        for argument in call.args[:1]
    )


def test_no_widget_gets_a_text_that_could_be_markup() -> None:
    unsafe = [
        f"{path.name}:{call.lineno}"
        for path in sorted((HOUSE / "ui").glob("*.py"))
        for call in _calls(path)
        if _name(call) in TAKES_MARKUP and not _is_safe(call)
    ]

    assert unsafe == []
