"""Markdown, HTML and plain text: every text of a paper is text, and nothing else."""

from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.exports.material import ATTENTION, NOTED, PIECES, entries, exported
from tui_reader.exports.entries import Entry
from tui_reader.exports.plain_text import WIDTH
from tui_reader.exports.wording import line, paragraphs
from tui_reader.papers import Paper

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
BLOCKS = {"heading", "paragraph", "blockquote", "inline"}
INLINE = {"text", "link", "strong", "hardbreak", "softbreak", "text_special"}
TAGS = {
    "html", "head", "meta", "title", "style", "body", "h1", "h2", "article", "p", "a", "strong",
    "blockquote",
}  # fmt: skip


class Page(HTMLParser):
    """Collects what a page is made of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.titles: list[str] = []
        self.texts: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag != "meta":
            self.open.append(tag)
        if tag == "h2":
            self.titles.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "h2" in self.open:
            self.titles[-1] += data
        self.texts.append(data)


def kind(token: Token) -> str:
    return token.type.removesuffix("_open").removesuffix("_close")


def said(token: Token) -> str:
    return "".join(each.content for each in token.children or [])


def headings(text: str) -> list[str]:
    tokens = MARKDOWN.parse(text)
    pairs = pairwise(tokens)
    return [said(then) for each, then in pairs if each.type == "heading_open" and each.tag == "h2"]


def test_a_reading_list_has_title_facts_note_and_abstract() -> None:
    page = exported("markdown", Entry(ATTENTION, NOTED))

    assert "## [Attention Is All You Need](<https://arxiv.org/abs/1706.03762>)\n" in page
    assert "Ashish Vaswani, Łukasz Kaiser\n" in page
    assert "2017-06-12 · [PDF](<https://arxiv.org/pdf/1706.03762>) · **starred**" in page
    assert " · **starred** · **to read** · #nlp #to-cite\n" in page
    assert "> Read again.\n>\n> \\- the figure\\\n> \\- the ablation\n" in page
    assert "It costs O(n²) \\& more." in page


@given(entries)
def test_markdown_of_any_papers_holds_text_and_links_only(some: list[Entry]) -> None:
    text = exported("markdown", *some)
    tokens = MARKDOWN.parse(text)
    inline = [child for token in tokens for child in token.children or []]

    assert headings(text) == [line(entry.paper.title) for entry in some]
    assert {kind(token) for token in tokens} <= BLOCKS
    assert {kind(token) for token in inline} <= INLINE
    addresses = [str(token.attrs["href"]) for token in inline if token.type == "link_open"]
    assert all(address.startswith(("https://", "http://")) for address in addresses)


@given(entries)
def test_abstracts_stand_in_markdown_as_they_are(some: list[Entry]) -> None:
    tokens = MARKDOWN.parse(exported("markdown", *some))
    shown = [said(token) for token in tokens if token.type == "inline"]

    for entry in some:
        assert set(paragraphs(entry.paper.abstract)) <= set(shown)


@given(entries)
def test_html_of_any_papers_holds_no_other_element_and_closes_all(some: list[Entry]) -> None:
    page = Page(exported("html", *some))

    assert page.open == []
    assert set(page.tags) <= TAGS
    assert page.titles == [line(entry.paper.title) for entry in some]
    assert {name for name, _ in page.attributes} <= {
        "lang", "charset", "http-equiv", "content", "name", "href", "dir",
    }  # fmt: skip
    links = [value or "" for name, value in page.attributes if name == "href"]
    assert all(link.startswith(("https://", "http://")) for link in links)
    for entry in some:
        assert set(paragraphs(entry.paper.abstract)) <= set(page.texts)


def test_the_page_allows_nothing_from_elsewhere() -> None:
    page = exported("html", ATTENTION)

    assert "default-src 'none'" in page
    assert "<script" not in page


def test_pages_have_the_status_and_the_tags() -> None:
    entry = Entry(ATTENTION, NOTED)

    assert "starred, to read, #nlp, #to cite" in exported("text", entry)
    assert "<strong>to read</strong> · #nlp · #to cite" in exported("html", entry)


def test_plain_text_is_wrapped_and_papers_stand_apart() -> None:
    long = replace(ATTENTION, abstract="word " * 100, authors=("Ada Lovelace",) * 30)
    lines = exported("text", long, Entry(ATTENTION, NOTED)).split("\n")

    assert max(map(len, lines)) <= WIDTH
    assert lines.count("Attention Is All You Need") == 2
    assert "    Note:" in lines
    assert "    - the figure" in lines


def test_plain_text_of_hostile_papers_keeps_their_words() -> None:
    for piece in PIECES:
        paper = Paper(ATTENTION.id, "Title", abstract=piece)
        words = exported("text", paper).split()
        assert words[1:] == " ".join(paragraphs(piece)).split()
