"""Keys, keymaps and settings stand below the screen: none of them loads Textual."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize("module", ["commands", "keys", "keymaps", "settings", "yaml_lines"])
def test_no_module_here_loads_the_screen_or_the_index(module: str) -> None:
    program = (
        f"import sys, tui_reader.{module}\n"
        "loaded = {name.partition('.')[0] for name in sys.modules}\n"
        "print(sorted(loaded & {'textual', 'rich', 'whoosh', 'numpy'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("module", ["commands", "keys"])
def test_the_ideas_load_no_yaml(module: str) -> None:
    program = f"import sys, tui_reader.{module}\nprint('yaml' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
