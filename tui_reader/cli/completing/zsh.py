"""The script for zsh."""

from collections.abc import Iterator
from shlex import quote

from tui_reader.cli.completing.grammar import Option, Shape, Taken, shapes

# Names are split at line ends and given to compadd, which quotes them; none is ever evaluated.
_HEAD = r"""#compdef paperread
# paperread's completion for zsh; its place is _paperread in a folder of $fpath

_paperread_names() {
    # Offers the tags, lists or searches there are, $2 before each.
    local -a names
    names=(${(f)"$("$_paperread_program" completion names $1 2>/dev/null </dev/null)"})
    names=("${(@)names/#/$2}")
    compadd -a names
}

_paperread_signed() {
    # Offers tags to put on papers and to take away.
    if [[ $PREFIX == -* ]]; then
        _paperread_names tags -
    else
        _paperread_names tags +
    fi
}

_paperread_verbs() {
    local -a verbs
    verbs=(
@VERBS@
    )
    _describe -t verbs verb verbs
}

_paperread() {
    local _paperread_program=${(Q)words[1]} verb="${words[2]} ${words[3]}"
    local -i many=2
    case $verb in
        @TWO@) (( CURRENT > 3 )) || { verb=$words[2]; many=1 } ;;
        *) verb=$words[2] many=1 ;;
    esac
    if (( CURRENT == 2 )); then
        _alternative 'verbs:verb:_paperread_verbs' 'files:dump:_files'
        [[ $PREFIX == -* ]] || return
    fi
    case $verb in
        @ALL@) (( CURRENT > 2 )) && { shift $many words; (( CURRENT -= many )) } || verb= ;;
        *) verb= ;;
    esac
    case $verb in
"""
_TAIL = """\
    esac
}

if [[ $funcstack[1] == _paperread ]]; then
    _paperread "$@"
else
    compdef _paperread paperread
fi
"""


def script() -> str:
    """The whole of it."""
    every = list(shapes())
    names = [" ".join(shape.words) for shape in every if shape.words]
    verbs = "\n".join(
        f"        {quote(f'{shape.words[0]}:{shape.help}')}"
        for shape in every
        if len(shape.words) == 1
    )
    head = _HEAD.replace("@VERBS@", verbs)
    head = head.replace("@TWO@", "|".join(quote(name) for name in names if " " in name))
    head = head.replace("@ALL@", "|".join(map(quote, names)))
    return head + "".join(map(_case, every)) + _TAIL


def _case(shape: Shape) -> str:
    """What there is behind a verb."""
    specs = " \\\n                ".join(map(quote, _specs(shape)))
    before = "" if all(each.kind != "signed" for each in shape.places) else _SIGNED
    return f"""\
        {quote(" ".join(shape.words))})
{before}            _arguments -S \\
                {specs} ;;
"""


_SIGNED = """\
            [[ $PREFIX == -* && $PREFIX != --* ]] && { _paperread_signed; return }
"""


def _specs(shape: Shape) -> Iterator[str]:
    for option in shape.options:
        yield from _option(option)
    last = len(shape.places)
    for place, taken in enumerate(shape.places, start=1):
        where = "*" if shape.repeats and place == last else place
        yield f"{where}:{_plain(taken.name)}:{_action(taken)}"


def _option(option: Option) -> Iterator[str]:
    others = "" if option.repeats else f"({' '.join(option.names)})"
    taken = f":{_plain(option.taken.name)}:{_action(option.taken)}"
    for name in option.names:
        yield (
            f"{others or '*'}{name}[{_plain(option.help)}]"
            f"{taken if option.taken.kind != 'nothing' else ''}"
        )


def _action(taken: Taken) -> str:
    match taken.kind:
        case "words":
            return f"({' '.join(taken.words)})"
        case "files":
            return "_files"
        case "tags" | "lists" | "searches":
            # The space keeps _arguments from putting its own arguments before this one.
            return f" _paperread_names {taken.kind}"
        case "signed":
            return "_paperread_signed"
        case _:
            return "_nothing"


def _plain(text: str) -> str:
    """A text within a specification, whose own signs it must not hold."""
    return "".join(f"\\{sign}" if sign in "\\:[]" else sign for sign in text)
