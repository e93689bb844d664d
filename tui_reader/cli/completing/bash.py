"""The script for bash."""

from shlex import join, quote

from tui_reader.cli.completing.grammar import Shape, Taken, shapes

# Names are read line by line, compared and quoted, and never expanded, as `compgen -W` would.
_HEAD = r"""# paperread's completion for bash; in ~/.bashrc: eval "$(paperread completion bash)"

_paperread_reply() {
    # Offers the lines of standard input that begin with the word $1 as it is typed, $2 before each.
    local typed=$1 quote= behind= name reply
    case $typed in
        \"*) quote=\"; typed=${typed#\"}; typed=${typed//\\/} ;;
        \'*) quote=\'; typed=${typed#\'} ;;
        # bash takes what stands behind a colon for a word, and puts the reply there.
        *) behind=${typed%"${typed##*[:=@]}"}; typed=${typed//\\/} ;;
    esac
    while IFS= read -r name; do
        name=$2$name
        [[ -n $name && $name == "$typed"* ]] || continue
        case $quote in
            \") [[ $name == *[\"\$\`\\!]* ]] && continue; reply=$name ;;
            \') [[ $name == *\'* ]] && continue; reply=$name ;;
            *) printf -v reply %q "$name"; reply=${reply#"$behind"} ;;
        esac
        COMPREPLY[${#COMPREPLY[@]}]=$reply
    done
}

_paperread_names() {
    # Prints the tags, lists or searches there are.
    "${program/#\~/$HOME}" completion names "$1" 2>/dev/null </dev/null
}

_paperread_offer() {
    # Offers what is taken here for the word $1: $2 is the kind, the rest what there is to choose.
    local word=$1 kind=$2
    shift 2
    # What is not offered here may be the name of a file, which bash completes itself.
    [[ $kind == files || $kind == verbs ]] || compopt +o default 2>/dev/null
    case $kind in
        verbs | words) _paperread_reply "$word" "" < <(printf '%s\n' "$@") ;;
        tags | lists | searches) _paperread_reply "$word" "" < <(_paperread_names "$kind") ;;
        signed)
            case $word in
                -*) _paperread_reply "$word" - < <(_paperread_names tags) ;;
                *) _paperread_reply "$word" + < <(_paperread_names tags) ;;
            esac ;;
    esac
}

_paperread() {
    local program=$1 line=${COMP_LINE:0:COMP_POINT} part word verb= place=0 repeats=0 i start
    local -a words options valued takes
    COMPREPLY=()
    # The words as they were typed, for bash parts them at colons, too.
    for part in "${COMP_WORDS[@]:0:COMP_CWORD}"; do
        if [[ ${#words[@]} == 0 || $line == [[:space:]]* ]]; then
            line=${line#"${line%%[![:space:]]*}"}
            words[${#words[@]}]=$part
        else
            words[${#words[@]} - 1]+=$part
        fi
        line=${line:${#part}}
    done
    word=${line#"${line%%[![:space:]]*}"}
    if [[ -n $line && $word == "$line" && ${#words[@]} -gt 1 ]]; then
        word=${words[${#words[@]} - 1]}$word
        unset "words[${#words[@]} - 1]"
    fi
    start=1
    case "${words[1]} ${words[2]}" in
        @TWO@) verb="${words[1]} ${words[2]}" start=3 ;;
        *) case ${words[1]} in
            @ONE@) verb=${words[1]} start=2 ;;
        esac ;;
    esac
"""
_TAIL = r"""
    for ((i = start; i < ${#words[@]}; i++)); do
        case " ${valued[*]} " in
            *" ${words[i]} "*) ((i++)) ;;
            *) [[ ${words[i]} == --* ]] || ((place++)) ;;
        esac
    done
    case "$verb ${words[${#words[@]} - 1]}" in
@VALUES@
        *)
            [[ $word == -* ]] && _paperread_reply "$word" "" < <(printf '%s\n' "${options[@]}")
            ((repeats && place >= ${#takes[@]})) && place=$((${#takes[@]} - 1))
            ((place < ${#takes[@]})) && _paperread_offer "$word" ${takes[place]} ;;
    esac
}
complete -o default -F _paperread paperread
"""


def script() -> str:
    """The whole of it."""
    every = list(shapes())
    names = [" ".join(shape.words) for shape in every if shape.words]
    two = "|".join(quote(name) for name in names if " " in name)
    one = "|".join(quote(name) for name in names if " " not in name)
    head = _HEAD.replace("@TWO@", two).replace("@ONE@", one)
    cases = "\n".join(_case(shape, names) for shape in every)
    values = "\n".join(value for shape in every for value in _values(shape))
    return f"{head}    case $verb in\n{cases}\n    esac{_TAIL.replace('@VALUES@', values)}"


def _case(shape: Shape, names: list[str]) -> str:
    """What there is behind a verb."""
    options = [name for option in shape.options for name in option.names]
    valued = [
        name for option in shape.options if option.taken.kind != "nothing" for name in option.names
    ]
    places = list(map(_said, shape.places))
    if not shape.words:
        places = [join(("verbs", *(name for name in names if " " not in name))), *places]
    return "\n".join(
        [
            f"        {quote(' '.join(shape.words))})",
            f"            options=({join(options)})",
            f"            valued=({join(valued)})",
            f"            takes=({join(places)}) repeats={int(shape.repeats)} ;;",
        ]
    )


def _values(shape: Shape) -> list[str]:
    """What there is behind each option of a verb."""
    verb = " ".join(shape.words)
    return [
        f"        {'|'.join(quote(f'{verb} {name}') for name in option.names)})"
        f' _paperread_offer "$word" {_said(option.taken)} ;;'
        for option in shape.options
        if option.taken.kind != "nothing"
    ]


def _said(taken: Taken) -> str:
    """What is taken, as arguments of the function that offers it."""
    return join((taken.kind, *taken.words))
