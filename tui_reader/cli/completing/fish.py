"""The script for fish."""

from collections.abc import Iterator

from tui_reader.cli.completing.grammar import Option, Shape, Taken, shapes

# fish quotes what it inserts, so names are printed as they are.
_HEAD = r"""# paperread's completion for fish
# Its place is ~/.config/fish/completions/paperread.fish

function __paperread_verb --description 'Whether these words name the verb'
    set -l words (commandline -opc)
    set -l count (count $argv)
    test (count $words) -gt $count; and test "$words[2..$(math $count + 1)]" = "$argv"
end

function __paperread_place --description 'Whether so many words stand before this one, or more'
    test (count (commandline -opc)) $argv
end

function __paperread_names --description 'The tags, lists or searches there are'
    set -l words (commandline -opc)
    $words[1] completion names $argv[1] 2>/dev/null </dev/null
end

function __paperread_signed --description 'Tags to put on papers and to take away'
    set -l sign +
    string match -q -- '-*' (commandline -ct); and set sign -
    for tag in (__paperread_names tags)
        printf '%s%s\n' $sign $tag
    end
end

complete -c paperread -e
"""


def script() -> str:
    """The whole of it."""
    return _HEAD + "".join(f"complete -c paperread {line}\n" for line in _lines())


def _lines() -> Iterator[str]:
    every = list(shapes())
    for shape in every:
        if len(shape.words) == 1:
            yield f"-n '__paperread_place -eq 1' -a {shape.words[0]} -d {_quoted(shape.help)}"
        where = _where(shape)
        for option in shape.options:
            yield f"-n {_quoted(where)} {_option(option)}"
        first = 1 + len(shape.words)
        for place, taken in enumerate(shape.places, start=first):
            goes_on = shape.repeats and place == first + len(shape.places) - 1
            there = f"{where}; and __paperread_place {'-ge' if goes_on else '-eq'} {place}"
            if offered := _offered(taken):
                yield f"-n {_quoted(there)} {offered}"
            elif taken.kind != "files":
                yield f"-n {_quoted(there)} -f"


def _where(shape: Shape) -> str:
    """The condition under which a verb's arguments are taken."""
    if not shape.words:
        verbs = "; ".join(
            f"or __paperread_verb {each.words[0]}" for each in shapes() if len(each.words) == 1
        )
        return f"not begin; {verbs.removeprefix('or ')}; end"
    return f"__paperread_verb {' '.join(shape.words)}"


def _option(option: Option) -> str:
    names = [
        f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names
    ]
    taken = option.taken
    offered = _offered(taken)
    if offered:
        names.append(f"-r {offered}")
    elif taken.kind == "files":
        names.append("-r -F")
    elif taken.kind == "anything":
        names.append("-x")
    return f"{' '.join(names)} -d {_quoted(option.help)}"


def _offered(taken: Taken) -> str:
    """What is offered; nothing where files are, or nothing can be."""
    match taken.kind:
        case "words":
            return f"-f -a {_quoted(' '.join(taken.words))}"
        case "tags" | "lists" | "searches":
            return f"-f -a '(__paperread_names {taken.kind})'"
        case "signed":
            return "-f -a '(__paperread_signed)'"
        case _:
            return ""


def _quoted(text: str) -> str:
    """A text as fish reads it."""
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
