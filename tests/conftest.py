"""Every test has a home of its own and none of the reader's settings."""

import pytest

XDG = ("CONFIG", "DATA", "CACHE", "STATE")


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Point HOME and the XDG folders to an empty folder; forget what else the reader set."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for kind in XDG:
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(home / "runtime"))
    for variable in ("VISUAL", "EDITOR", "BROWSER", "NO_COLOR"):
        monkeypatch.delenv(variable, raising=False)
