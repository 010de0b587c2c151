"""Mail of every make gives its text, or says what was left out."""

from datetime import UTC, datetime

import pytest

from feeds.model import Document, Unreadable
from feeds.parse.mail import read_mail


def read(message: str | bytes) -> Document:
    """Return the document of a message that holds text."""
    content = message.encode() if isinstance(message, str) else message
    document = read_mail(content, "m.eml")
    assert isinstance(document, Document)
    return document


def test_html_alone_is_a_page() -> None:
    """A message with only HTML is a page."""
    (entry,) = read("Subject: S\nContent-Type: text/html\n\n<p>Words</p>\n").entries
    assert [(text.role, text.type) for text in entry.texts] == [("page", "html")]


def test_short_plain_text_alone_is_enough() -> None:
    """A few words count when there is nothing else."""
    (entry,) = read("Subject: S\n\nOk.\n").entries
    assert entry.texts[0].value == "Ok.\n"


def test_message_without_text_is_refused() -> None:
    """A picture alone is no article."""
    message = b"Subject: S\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBO\n"
    assert isinstance(read_mail(message, "m.eml"), Unreadable)


def test_forwarded_message_is_read_or_told() -> None:
    """The text inside a forwarded message is found like any other."""
    message = (
        "Subject: Fwd\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n"
        "Content-Type: message/rfc822\n\nSubject: Inner\n\nInner words\n--x\n"
        "Content-Type: text/html; name=a.html\nContent-Disposition: attachment\n\n<p>\n--x--\n"
    )
    document = read(message)
    assert document.entries[0].texts[0].value == "Inner words"
    assert [problem.what for problem in document.problems] == [
        "attachment not read: a.html (text/html)"
    ]


def test_flowed_text_is_unfolded() -> None:
    """Soft line breaks go, hard ones, stuffing and the signature mark stay (RFC 3676)."""
    head = "Subject: S\nContent-Type: text/plain; format=flowed"
    (entry,) = read(f"{head}\n\nOne \ntwo\n\n >three\n-- \nme\n").entries
    assert entry.texts[0].value == "One two\n\n>three\n-- \nme\n"
    (entry,) = read(f"{head}; delsp=yes\n\nOne \ntwo\n").entries
    assert entry.texts[0].value == "Onetwo\n"


@pytest.mark.parametrize(
    "header",
    [
        "From: =?utf-8?b?!!!?= <a@b.example>",
        "From: =?nobody?q?a?= <a@b.example>",
        "From: \udcff\udcfe <a@b.example>",
        "Subject: =?utf-8?q?=FF?=",
        "Date: Mon, 99 Foo",
        "Content-Type: text/plain; charset*=x''%FF",
        "Content-Type: ;;;;",
        "Content-Transfer-Encoding: base64",
        "Message-ID: <<<>>>",
    ],
)
def test_broken_header_costs_no_text(header: str) -> None:
    """A header that follows no rule is read as it stands; the words arrive."""
    message = f"{header}\nSubject: S\n\nV29yZHM=\n".encode("utf-8", "surrogateescape")
    (entry,) = read(message).entries
    repr(entry).encode()
    assert entry.texts[0].value.strip() in {"Words", "V29yZHM="}


@pytest.mark.parametrize("subject", ["Dam <update> breaks", "=?utf-8?q?Dam_=3Cupdate=3E_breaks?="])
def test_a_subject_is_plain_text(subject: str) -> None:
    """What stands in angle brackets is no tag (RFC 5322, 3.6.5), in encoded words neither."""
    (entry,) = read(f"Subject: {subject}\n\nDockers voted.\n").entries
    assert entry.title
    assert ("text", "Dam <update> breaks") == (entry.title.type, entry.title.value)


@pytest.mark.parametrize(
    ("subject", "headline"),
    [
        ("Fwd: Port strike ends", "Port strike ends"),
        ("WG: AW: Hafenstreik beendet", "Hafenstreik beendet"),
        ("TR : La grève du port est finie", "La grève du port est finie"),
        ("Re: Port strike ends", "Port strike ends"),
        ("Return of the ferries", "Return of the ferries"),
        ("Fwd:", "Fwd:"),
    ],
)
def test_what_mail_programs_put_before_a_subject_is_no_headline(
    subject: str, headline: str
) -> None:
    """A subject of nothing else stays."""
    (entry,) = read(f"Subject: {subject}\n\nDockers voted.\n").entries

    assert entry.title is not None
    assert entry.title.value == headline


@pytest.mark.parametrize(
    "subject",
    [
        "[EXTERNAL] Port strike ends",
        "Re: [EXT] Re: Port strike ends",
        "[Extern]: Port strike ends",
        "[External Email] Port strike ends",
        "EXTERNAL: Port strike ends",
        "[Courriel externe] Port strike ends",
        "***SPAM*** Port strike ends",
        "{Spam?} Port strike ends",
        "[Ticket#4711] AW: Port strike ends",
        "[#77] Port strike ends",
        "[TLP:GREEN] Port strike ends",
        "[Harbour News] Port strike ends",
        "Re: [harbour-news] Port strike ends",
    ],
)
def test_what_gateways_and_lists_put_before_a_subject_is_no_headline(subject: str) -> None:
    """Where it came from, what filters think, and which list it went to."""
    (entry,) = read(f"Subject: {subject}\nList-Id: <harbour-news.port.example>\n\nX\n").entries
    assert entry.title is not None
    assert entry.title.value == "Port strike ends"


@pytest.mark.parametrize(
    "subject",
    [
        "[Update] Port strike ends",
        "[Opinion] Port strike ends",
        "[External examiners] Port strike ends",
        "[Case 12 closed] Port strike ends",
        "[2026] Port strike ends",
        "[News] Port strike ends",
        "[Port] Port strike ends",
        "[In] Port strike ends",
        "External: the port as others see it",
        "Spam: how filters learn",
        "[EXTERNAL]",
    ],
)
def test_brackets_and_labels_of_a_writer_stay(subject: str) -> None:
    """Nobody but a program marks mail so; and no mail loses all of its subject."""
    (entry,) = read(f"Subject: {subject}\nList-Id: <harbour-news.port.example>\n\nX\n").entries
    assert entry.title is not None
    assert entry.title.value == subject


def test_the_name_of_a_list_stays_where_the_message_names_no_list() -> None:
    """Only its header says that brackets are the list's."""
    (entry,) = read("Subject: [Harbour News] Port strike ends\n\nX\n").entries
    assert entry.title is not None
    assert entry.title.value == "[Harbour News] Port strike ends"


@pytest.mark.parametrize(
    ("top", "stated"),
    [
        ("---- Forwarded message ----\nDate: Thu, 26 Nov 2026 at 21:14\n", True),
        ("> *Gesendet:* Thu, 26 Nov 2026 at 21:14\n", True),
        ("", False),
    ],
)
def test_a_message_that_was_sent_on_has_the_date_of_the_first(top: str, stated: bool) -> None:  # noqa: FBT001
    """When it was sent on says nothing of the report in it."""
    head = "Subject: Fwd: Strike\nDate: Fri, 27 Nov 2026 10:00:00 +0000\n"
    (entry,) = read(f"{head}\n{top}\nDockers voted.\n").entries

    assert (entry.published.raw if entry.published else "") == (
        "Thu, 26 Nov 2026 at 21:14" if stated else ""
    )


SENT_ON = """\
From: Jane Roe <jane@paper.example>
Subject: {subject}
Date: Fri, 27 Nov 2026 10:15:00 +0000
Message-ID: <1@paper.example>
Content-Type: multipart/mixed; boundary=b

--b

Can you check this before 6? I do not trust Dan.

--b
Content-Type: message/rfc822

From: Ines Bell <ines@harlow.example>
Date: Thu, 26 Nov 2026 09:00:00 +0000
Subject: Council leader resigns

{text}
--b
Content-Type: application/pdf
Content-Disposition: attachment; filename=letter.pdf

x
--b--
"""


def test_of_a_message_attached_to_one_that_sends_it_on_nothing_else_is_published() -> None:
    """The note beside it is private; another attachment is told, and the guid stays."""
    document = read(SENT_ON.format(subject="Fwd: Council", text="Dan Swift resigned."))
    (entry,) = document.entries

    assert ("<1@paper.example>", "Dan Swift resigned.") == (
        entry.guid,
        entry.texts[0].value.strip(),
    )
    assert entry.title
    assert "Council leader resigns" == entry.title.value
    assert ["Ines Bell"] == [person.name for person in entry.authors]
    assert entry.published
    assert datetime(2026, 11, 26, 9, tzinfo=UTC) == entry.published.parsed
    assert ["attachment not read: letter.pdf (application/pdf)"] == [
        problem.what for problem in document.problems
    ]


@pytest.mark.parametrize(
    ("subject", "text"), [("Council", "Dan Swift resigned."), ("Fwd: Council", "")]
)
def test_a_message_that_only_holds_another_is_read_itself(subject: str, text: str) -> None:
    """It does not say that it was sent on, or the other has no text."""
    (entry,) = read(SENT_ON.format(subject=subject, text=text)).entries

    assert entry.texts[0].value.startswith("Can you check")
    assert ["Jane Roe"] == [person.name for person in entry.authors]


def test_a_part_without_headers_is_plain_text() -> None:
    """It needs none (RFC 2046, 5.1)."""
    message = "Subject: S\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nWords.\n--b--\n"

    assert "Words." == read(message).entries[0].texts[0].value.strip()
