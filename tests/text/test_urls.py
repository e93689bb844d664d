"""Which addresses a browser may be given."""

import re
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.text.urls import arxiv_page, arxiv_pdf, checked_url, doi_page, host_of

REFUSED = [
    "--version", "-x", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x",
    "vbscript:x", "//x", "/etc/passwd", "https://", "https://a b", "https://x/\n--evil",
    "https://u:p@good.com@evil/", "https://u@x.org/", "https://x\\@evil", "ftp://x", "mailto:a@b",
    "https://x/\x1b]2;t\x07", "https://-x/", "", "http://[::1", "http://[::1]/", "https://x:99999/",
    "https://x:0/", "https://\u202ex.com", "x" * 3_000, "https://x/" + "a" * 2_000,
    "https://x/" + "é" * 500, "https://℀.com/", "https://0x7f.1/", "https://2130706433/",
    "https://127.1/", "https://a..b/", "https://.a/", "https://x.org\u3000/", "https://x/\ud800",
    "https:x.org", "https:///x.org", "https://" + "a" * 64 + ".org", "https://?x", "https://#x",
    "https://x:8o/", "https://x:١/",
]  # fmt: skip

ACCEPTED = [
    ("https://arxiv.org/abs/1706.03762", "https://arxiv.org/abs/1706.03762"),
    ("HTTPS://X.org/a?b=c&d#e", "https://x.org/a?b=c&d#e"),
    ("https://x/$(id)`;|", "https://x/$(id)%60;%7C"),
    ("https://аррӏе.com/", "https://xn--80ak6aa92e.com/"),
    (" https://x.org ", "https://x.org"),
    ("http://x.org:8080/a", "http://x.org:8080/a"),
    ("https://x.org:443/a", "https://x.org/a"),
    ("http://x.org:/a", "http://x.org/a"),
    ("https://bücher.de/ä?ö=ü#ß", "https://xn--bcher-kva.de/%C3%A4?%C3%B6=%C3%BC#%C3%9F"),
    ("https://x.org/100%/%41", "https://x.org/100%25/%41"),
    ("https://a_b.github.io/~c/", "https://a_b.github.io/~c/"),
    ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
    ("https://x.org?a#b#c", "https://x.org?a#b%23c"),
]

url_pieces = st.lists(
    st.sampled_from(
        ["http", "https", "://", ":", "/", "//", "@", "#", "?", "%", "%4", "%41", "[", "]", "-",
         "x", "X.org", ".", "..", "é", "аррӏе", "℀", "\\", " ", "\n", "\x1b", "\u202e", "80",
         "99999", "'", '"', "`", "0x7f"]
    ),
    max_size=12,
).map("".join)  # fmt: skip
any_address = st.one_of(st.text(st.characters()), url_pieces, url_pieces.map("https://x".__add__))


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_plain_web_address_is_refused(text: str) -> None:
    assert checked_url(text) == ""
    assert host_of(text) == ""


@pytest.mark.parametrize(("text", "url"), ACCEPTED)
def test_web_addresses_are_normalised(text: str, url: str) -> None:
    assert checked_url(text) == url


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("https://arXiv.org/abs/1", "arxiv.org"),
        ("https://аррӏе.com/", "xn--80ak6aa92e.com"),
        ("http://good.com:8080/@evil.com", "good.com"),
    ],
)
def test_the_host_is_shown_as_it_is_asked_for(text: str, host: str) -> None:
    assert host_of(text) == host


@given(any_address)
@settings(deadline=None, max_examples=400)
def test_an_accepted_address_is_plain_and_short(text: str) -> None:
    url = checked_url(text)
    if url:
        assert re.fullmatch(r"https?://[a-z0-9_.-]+(?::\d+)?(?:[/?#][!-~]*)?", url)
        assert len(url) <= 2_000
        assert urlsplit(url).hostname == host_of(text)
        assert not urlsplit(url).username
    else:
        assert host_of(text) == ""


@given(any_address)
@settings(deadline=None, max_examples=400)
def test_checking_twice_changes_nothing(text: str) -> None:
    once = checked_url(text)
    assert checked_url(once) == once


@given(st.from_regex(r"https://[a-z]{1,9}\.org/[A-Za-z0-9/._~-]{0,40}", fullmatch=True))
@settings(deadline=None)
def test_ordinary_addresses_are_left_alone(url: str) -> None:
    assert checked_url(url) == url


@pytest.mark.parametrize(
    "arxiv_id", ["1706.03762", "0704.0001v2", "math.GT/0309136", "hep-th/9901001v3"]
)
def test_arxiv_ids_have_a_page_and_a_pdf(arxiv_id: str) -> None:
    assert arxiv_page(arxiv_id) == f"https://arxiv.org/abs/{arxiv_id}"
    assert arxiv_pdf(arxiv_id) == f"https://arxiv.org/pdf/{arxiv_id}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1706",
        "1706.03762\n",
        " 1706.03762",
        "../x/1234567",
        "1706.03762?x",
        "x/1",
        "١٧٠٦.٠٣٧٦٢",
    ],
)
def test_nothing_else_has_an_arxiv_page(text: str) -> None:
    assert arxiv_page(text) == arxiv_pdf(text) == ""


@pytest.mark.parametrize(
    ("doi", "page"),
    [
        ("10.1000/xyz123", "https://doi.org/10.1000/xyz123"),
        ("10.1002/(SICI)1097(1998)17:1<16::AID-S>3.0.CO;2-2",
         "https://doi.org/10.1002/(SICI)1097(1998)17:1%3C16::AID-S%3E3.0.CO;2-2"),
        ("10.1000/a#b", "https://doi.org/10.1000/a%23b"),
    ],
)  # fmt: skip
def test_dois_have_a_page(doi: str, page: str) -> None:
    assert doi_page(doi) == page


@pytest.mark.parametrize(
    "text",
    ["", "10.1/x", "10.1000/", "10.1000/a b", "10.1000/a\n", "11.1000/x", "10.1000/../../x",
     "https://doi.org/10.1000/x", "10.1000/a\\b", "10.1000/é", "10.1000/" + "a" * 300],
)  # fmt: skip
def test_nothing_else_has_a_doi_page(text: str) -> None:
    assert doi_page(text) == ""
