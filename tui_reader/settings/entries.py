"""The entries of a settings file: what each says, or what is wrong with it."""

import difflib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from tui_reader.errors import Problem
from tui_reader.settings import DEFAULTS, Settings
from tui_reader.yaml_lines import Entry, Items, Scalar, Value, quoted, read_entries, shown_path


class _SettingError(Exception):
    def __init__(self, value: Value, reason: str) -> None:
        super().__init__(reason)
        self.line = value.line


def read_settings(path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings in that file and what is wrong with it. Never raises."""
    entries, wrong = read_entries(path)
    settings, problems, file = DEFAULTS, list(wrong), shown_path(path)
    for entry in entries:
        try:
            settings = _READERS[entry.name](settings, entry.value, path.parent)
        except KeyError:
            problems.append(Problem(file, entry.line, _unknown(entry)))
        except _SettingError as error:
            problems.append(Problem(file, error.line, f"{entry.name}: {error}; the default holds"))
    return settings, tuple(sorted(problems, key=lambda problem: problem.line))


def _unknown(entry: Entry) -> str:
    near = difflib.get_close_matches(entry.name[:100], list(_READERS), n=1, cutoff=0.5)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(_READERS)}"
    return f"unknown setting {quoted(entry.name)}, {hint}"


def _text(value: Value, wanted: str) -> str:
    if not isinstance(value, Scalar):
        raise _SettingError(value, f"{wanted} is expected")
    if value.kind == "nothing":
        raise _SettingError(value, f"{wanted} is expected, there is nothing")
    if value.kind != "text":
        said = f"YAML reads {quoted(value.text)} as {value.kind}, quote it"
        raise _SettingError(value, f"{wanted} is expected; {said}")
    if not value.text.strip():
        raise _SettingError(value, f"{wanted} is expected, this is empty")
    return value.text


def _path(value: Value, folder: Path) -> Path:
    text = _text(value, "a path")
    if "\0" in text:
        raise _SettingError(value, "a path is expected, this holds a NUL")
    try:
        return folder / Path(text).expanduser()
    except RuntimeError:
        raise _SettingError(value, f"no home folder for {quoted(text)}") from None


def _truth(value: Value) -> bool:
    if isinstance(value, Scalar) and value.kind == "a truth value":
        return value.text.lower() in {"true", "yes", "on"}
    said = f", not {quoted(value.text)}" if isinstance(value, Scalar) and value.text else ""
    raise _SettingError(value, f"true or false is expected{said}")


def _dumps(settings: Settings, value: Value, folder: Path) -> Settings:
    values = value.values if isinstance(value, Items) else (value,)
    return replace(settings, dumps=tuple(_path(each, folder) for each in values))


def _annotations(settings: Settings, value: Value, folder: Path) -> Settings:
    return replace(settings, annotations=_path(value, folder))


def _keymap(settings: Settings, value: Value, folder: Path) -> Settings:
    name = _text(value, "a name or a path")
    is_path = "/" in name or name.endswith((".yaml", ".yml"))
    return replace(settings, keymap=str(_path(value, folder)) if is_path else name)


def _theme(settings: Settings, value: Value, _folder: Path) -> Settings:
    return replace(settings, theme=_text(value, "a name"))


def _mouse(settings: Settings, value: Value, _folder: Path) -> Settings:
    return replace(settings, mouse=_truth(value))


def _ascii(settings: Settings, value: Value, _folder: Path) -> Settings:
    return replace(settings, ascii=_truth(value))


def _read_after(settings: Settings, value: Value, _folder: Path) -> Settings:
    wanted = "a number of seconds from 0.1 to 60 is expected"
    if not isinstance(value, Scalar) or value.kind != "a number":
        raise _SettingError(value, wanted)
    try:
        seconds = float(value.text)
    except ValueError:  # YAML's numbers are more than Python's: 1:30, 0x10, .inf
        raise _SettingError(value, f"{wanted}, not {quoted(value.text)}") from None
    if not 0.1 <= seconds <= 60:
        raise _SettingError(value, f"{wanted}, not {quoted(value.text)}")
    return replace(settings, read_after=seconds)


_READERS: Mapping[str, Callable[[Settings, Value, Path], Settings]] = MappingProxyType(
    {
        "dumps": _dumps,
        "annotations": _annotations,
        "keymap": _keymap,
        "theme": _theme,
        "mouse": _mouse,
        "ascii": _ascii,
        "read_after": _read_after,
    }
)
"""One reader for each field of Settings."""
