"""Addresses a browser may be given: http and https only, checked, quoted, with a real host."""

import ipaddress
import re
from typing import NamedTuple
from urllib.parse import quote

_LONGEST = 2_000
_LONGEST_HOST = 253
_DEFAULT_PORT = {"http": 80, "https": 443}

_ADDRESS = re.compile(
    r"(?P<scheme>https?)://(?P<host>[^/?#:@\[\]]+)(?::(?P<port>[0-9]{0,5}))?"
    r"(?P<path>/[^?#]*)?(?P<query>\?[^#]*)?(?P<fragment>\#.*)?",
    re.IGNORECASE,
)
_LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})*\.?")
_PLAIN = re.compile(
    rf"https?://(?P<host>(?:{_LABEL}\.)+[a-z]{{2,63}})"
    r"(?:/[A-Za-z0-9._~/:@!$&'()*+,;=-]*)?(?:\?[A-Za-z0-9._~/:@!$&'()*+,;=?-]*)?"
)
"""Addresses in which nothing is to be refused or changed, but for their length."""
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_SAFE = "/%:@!$&'()*+,;=~-._?"

_ARXIV_ID = re.compile(
    r"(?:[0-9]{4}\.[0-9]{4,5}|[a-z][a-z-]{1,15}(?:\.[A-Za-z]{2})?/[0-9]{7})(?:v[0-9]{1,3})?"
)
_DOI = re.compile(r"10\.[0-9]{4,9}/[A-Za-z0-9._;()/:<>\[\]#+&=,~*@!$'-]{1,200}")
_DOT_SEGMENT = re.compile(r"/\.{1,2}(?:/|$)")


class _Address(NamedTuple):
    url: str
    host: str


_REFUSED = _Address("", "")


def checked_url(text: str) -> str:
    """The address, normalised and quoted, if a browser may be given it; else empty.

    Refused are other schemes, user names, odd hosts and ports, spaces, controls, backslashes,
    invisible signs and anything over 2,000 characters. Never raises.
    """
    return _address(text).url


def host_of(url: str) -> str:
    """The host to show before opening, IDNA-encoded; empty if the address is refused."""
    return _address(url).host


def arxiv_page(arxiv_id: str) -> str:
    """The abstract page of an arXiv id such as `2401.01234v2` or `math.GT/0309136`; else empty."""
    return f"https://arxiv.org/abs/{arxiv_id}" if _ARXIV_ID.fullmatch(arxiv_id) else ""


def arxiv_pdf(arxiv_id: str) -> str:
    """The PDF of an arXiv id; empty when it is not one."""
    return f"https://arxiv.org/pdf/{arxiv_id}" if _ARXIV_ID.fullmatch(arxiv_id) else ""


def doi_page(doi: str) -> str:
    """The resolver's address of a bare DOI such as `10.1000/xyz123`; empty when it is not one."""
    if not _DOI.fullmatch(doi) or _DOT_SEGMENT.search(doi):
        return ""
    return f"https://doi.org/{_quoted(doi)}"


def _address(text: str) -> _Address:
    plain = _PLAIN.fullmatch(text) if len(text) <= _LONGEST else None
    if plain and len(plain["host"]) <= _LONGEST_HOST:
        return _Address(text, plain["host"])
    return _normalised(text)


def _normalised(text: str) -> _Address:
    text = text.strip()
    if len(text) > _LONGEST or not text.isprintable() or " " in text or "\\" in text:
        return _REFUSED
    parts = _ADDRESS.fullmatch(text)
    if not parts:
        return _REFUSED
    scheme = parts["scheme"].lower()
    host = _checked_host(parts["host"])
    port = int(parts["port"] or _DEFAULT_PORT[scheme])
    if not host or not 0 < port <= 65_535:
        return _REFUSED
    shown_port = "" if port == _DEFAULT_PORT[scheme] else f":{port}"
    tail = "".join(_quoted_part(parts[part]) for part in ("path", "query", "fragment"))
    url = f"{scheme}://{host}{shown_port}{tail}"
    return _Address(url, host) if len(url) <= _LONGEST else _REFUSED


def _checked_host(host: str) -> str:
    if len(host) > _LONGEST_HOST:
        return ""
    try:
        encoded = host.lower() if host.isascii() else host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""
    # Encoding maps some signs to several plain ones, a slash among them: judge what came out.
    if len(encoded) > _LONGEST_HOST or not _HOST.fullmatch(encoded):
        return ""
    last = encoded.rstrip(".").rpartition(".")[2]
    return encoded if not _NUMBER.fullmatch(last) or _is_ipv4(encoded) else ""


def _is_ipv4(host: str) -> bool:
    """Whether a host of numbers is written plainly, not as one number, in hex or octal."""
    try:
        ipaddress.IPv4Address(host)
    except ValueError:
        return False
    return True


def _quoted_part(part: str | None) -> str:
    """A path, query or fragment, its leading sign kept."""
    return part[0] + _quoted(part[1:]) if part else ""


def _quoted(text: str) -> str:
    return quote(_STRAY_PERCENT.sub("%25", text), safe=_SAFE)
