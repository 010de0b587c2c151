"""A page saved as a single file is the page that it was, whoever wrote the file."""

import pytest

from feeds.model import Body, Document, Entry, Unreadable
from feeds.parse import parse_document

_URL = "https://root.example/news/bridge"
_PAGE = "<html><head><title>The bridge closes</title></head><body>{}</body></html>"


def _write(parts: list[str], head: str = "") -> bytes:
    """Return a file of some parts, each with its own headers."""
    begun = f"{head}MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n"
    return (begun + "".join(f"--x\n{part}\n" for part in parts) + "--x--\n").encode()


def _html(body: str, *headers: str) -> str:
    """Return a page as a part."""
    lines = "\n".join(("Content-Type: text/html; charset=utf-8", *headers))
    return f"{lines}\n\n{_PAGE.format(body)}"


def _read(content: bytes, name: str = "a.mht") -> Entry:
    """Return the one entry of a file."""
    document = parse_document(Body(content=content, media_type="", name=name))
    assert isinstance(document, Document)
    assert document.form == "html"
    (entry,) = document.entries
    return entry


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("From: <Saved by Blink>\n", "a.mhtml"),
        ("From: <Saved by Blink>\n", "a.eml"),
        ('From: "Saved by Windows Internet Explorer 8"\n', "a.txt"),
        ("From: <Gespeichert von Windows Internet Explorer 8>\n", "A.MHT"),
        (f"Snapshot-Content-Location: {_URL}\nFrom: ann@root.example\n", "a.eml"),
        ("", "a.mht"),
    ],
)
def test_who_saved_a_page_sent_no_mail(head: str, name: str) -> None:
    """It is the page, with its address, and has no author and no date of the saving."""
    head += "Subject: Another name\nDate: Sat, 28 Nov 2026 13:35:56 +0000\n"
    entry = _read(_write([_html("<p>Words</p>", f"Content-Location: {_URL}")], head), name)

    assert [link.href for link in entry.links] == [_URL]
    assert (entry.guid, entry.authors, entry.published) == (name, (), None)
    assert entry.title is not None
    assert entry.title.value == "The bridge closes"
    assert [(text.role, text.base) for text in entry.texts] == [("page", _URL)]


@pytest.mark.parametrize("name", ["a.mht", "a.mhtml", "a.eml"])
@pytest.mark.parametrize("sender", ["Ann", '"Saved by the Bell"', "Ann of the Harlow Post\n"])
def test_what_a_person_sent_stays_mail(name: str, sender: str) -> None:
    """Whatever it is called: programs of mail save messages under these names, too."""
    head = f"From: {sender} <ann@root.example>\nSubject: The ferry\n"
    content = _write([_html("<p>Words</p>")], head)
    document = parse_document(Body(content=content, media_type="", name=name))

    assert isinstance(document, Document)
    assert document.form == "email"
    assert document.entries[0].title


def test_the_page_is_the_part_that_is_named_as_the_root() -> None:
    """Otherwise it is the first page; frames stand behind it."""
    parts = [
        "Content-Type: text/css\n\np {}",
        _html("<p>Buy</p>", "Content-ID: <frame@x>"),
        _html("<p>Words</p>", "Content-ID: <page@x>"),
    ]
    content = _write(parts)
    named = content.replace(b"boundary=x", b'boundary=x; start="<page@x>"', 1)

    assert "Buy" in _read(content).texts[0].value
    assert "Words" in _read(named).texts[0].value


def test_a_file_without_parts_is_the_page() -> None:
    """As old browsers wrote pages without pictures."""
    content = f"MIME-Version: 1.0\n{_html('<p>Fähre</p>', f'Content-Location: {_URL}')}".encode()

    assert "Fähre" in _read(content).texts[0].value


def test_where_a_page_stood_on_a_disk_is_no_address() -> None:
    """Office programs write where the file lay."""
    part = _html("<p>Words</p>", "Content-Location: file:///C:/Users/ann/bridge.htm")
    entry = _read(_write([part]))

    assert entry.links == ()
    assert entry.texts[0].base == ""


def test_pictures_have_the_address_that_their_part_states() -> None:
    """Others stay what they are: nobody else can reach them. Words are left alone."""
    body = (
        '<img src="cid:a@x"><img src="cid:b@x"><img src="cid:c@x"><p>We write "cid:a@x"</p>'
        "<img SRC = 'cid:p1%40x'><img src=cid:d%40x>"
    )
    parts = [
        _html(body, f"Content-Location: {_URL}"),
        "Content-Type: image/png\nContent-ID: <a@x>\nContent-Location: /a.png\n\nx",
        "Content-Type: image/png\nContent-ID: <b@x>\nContent-Location: file:///b.png\n\nx",
        'Content-Type: image/png\nContent-ID: <c@x>\nContent-Location: /c"onload=d\n\nx',
        "Content-Type: image/png\nContent-ID: <p1@x>\nContent-Location: /p?a=1&copy=2\n\nx",
        f"Content-Type: image/png\nContent-ID: <d@x>\nContent-Location: /{'d' * 2000}\n\nx",
    ]
    markup = _read(_write(parts)).texts[0].value

    assert 'src="https://root.example/a.png"' in markup
    assert 'src="cid:b@x"' in markup
    assert 'src="https://root.example/c&quot;onload=d"' in markup
    assert "SRC = 'https://root.example/p?a=1&amp;copy=2'" in markup
    assert "src=cid:d%40x" in markup
    assert 'We write "cid:a@x"' in markup


def test_a_page_that_names_a_part_a_hundred_thousand_times_grows_to_a_bound() -> None:
    """Each time its address stands there instead."""
    part = f"Content-ID: <a>\nContent-Location: https://root.example/{'a' * 1900}\n\nx"
    content = _write([_html('<i src="cid:a">' * 100_000), f"Content-Type: image/png\n{part}"])

    assert len(_read(content).texts[0].value) < 20_000_000


def test_a_file_that_is_cut_off_is_told() -> None:
    """A download that broke is read as far as it goes."""
    whole = _write([_html("<p>Words</p>")])
    documents = [
        parse_document(Body(content=content, media_type="", name="a.mht"))
        for content in (whole, whole.removesuffix(b"</body></html>\n--x--\n"))
    ]

    assert [[], ["the saved page is cut off: its end is missing"]] == [
        [problem.what for problem in it.problems] for it in documents if isinstance(it, Document)
    ]


def test_a_file_without_a_page_is_refused() -> None:
    """Pictures alone are no report."""
    content = _write(["Content-Type: image/png\n\nx"], "From: <Saved by Blink>\n")
    document = parse_document(Body(content=content, media_type="", name="a.mhtml"))

    assert document == Unreadable(kind="not a feed", reason="a saved page without the page in it")


def test_what_a_server_answers_is_never_taken_for_a_saved_page() -> None:
    """Only an inbox holds them."""
    content = _write([_html("<p>Words</p>")], "From: <Saved by Blink>\n")
    document = parse_document(Body(content=content, media_type="multipart/related"))

    assert isinstance(document, Unreadable)


def test_twenty_thousand_parts_are_read_to_a_bound() -> None:
    """The page stands among the first; what stands behind so many is not looked at."""
    picture = "Content-Type: image/png\nContent-ID: <{0}>\nContent-Location: /{0}.png\n\nx"
    body = '<p>Words</p><img src="cid:first"><img src="cid:last">'
    many = ["Content-Type: text/css\n\nx"] * 20_000
    parts = [_html(body, f"Content-Location: {_URL}"), picture.format("first"), *many]
    markup = _read(_write([*parts, picture.format("last")])).texts[0].value

    assert 'src="https://root.example/first.png"' in markup
    assert 'src="cid:last"' in markup
