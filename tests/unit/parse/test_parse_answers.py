"""An answer gives what it says, and nothing of the message that it quotes below that."""

import time

import pytest

from feeds.model import Document
from feeds.parse.mail import read_mail
from feeds.text.markup import html_to_text

_WORDS = (
    "The lock gates will be rebuilt by next autumn, the trust says, and boats must wait until the "
    "last of the four leaves hangs in its hinges again, for the water of the upper reach would "
    "drown the town."
)
_ASKED = "Vera, when will you send the text?"
_QUOTED = f"> {_ASKED}\n>\n> Tom\n"
_HEADER = (
    "From: Tom Brand <tom@gazette.example>\nSent: Monday, 12 October 2026 16:02\n"
    "To: Vera Bell <vera@harlow.example>\nSubject: Lock gates\n"
)
_SAID_PAGE = "On 12/10/2026 16:02, Tom Brand wrote:"


def read(text: str, subject: str = "Re: Lock gates", head: str = "") -> str:
    """Return the words of a message."""
    kind = "html" if text.startswith("<") else "plain"
    sent = (
        f"From: Vera <vera@harlow.example>\nSubject: {subject}\n{head}"
        f"Content-Type: text/{kind}; charset=utf-8\n\n{text}"
    )
    document = read_mail(sent.encode(), "m.eml")
    assert isinstance(document, Document)
    (found,) = document.entries[0].texts
    return (html_to_text(found.value) if kind == "html" else found.value).strip()


@pytest.mark.parametrize(
    "said",
    [
        "On Mon, 12 Oct 2026 at 16:02, Tom Brand <tom@gazette.example> wrote:",
        "On Mon, 12 Oct 2026 at 16:02, Tom Brand of the Gazette\n<tom@gazette.example> wrote:",
        "Am 12.10.2026 um 16:02 schrieb Tom Brand:",
        "Le lun. 12 oct. 2026 à 16:02, Tom Brand <tom@gazette.example> a écrit\xa0:",
        "El lun, 12 oct 2026 a las 16:02, Tom Brand (<tom@gazette.example>) escribió:",
        "Il giorno lun 12 ott 2026 alle ore 16:02 Tom Brand ha scritto:",
        "Op ma 12 okt 2026 om 16:02 schreef Tom Brand <tom@gazette.example>:",
        "Den mån 12 okt. 2026 kl 16:02 skrev Tom Brand <tom@gazette.example>:",
        "пн, 12 окт. 2026 г. в 16:02, Tom Brand <tom@gazette.example>:",
        "2026年10月12日(月) 16:02 Tom Brand <tom@gazette.example>:",
        "在 2026年10月12日，16:02，Tom Brand 写道：",
    ],
)
@pytest.mark.parametrize("ending", ["", "\n-- \nVera Bell\n"])
def test_what_an_answer_quotes_below_itself_is_not_read(said: str, ending: str) -> None:
    """With the line that says who wrote it and when; the signature stays where it is."""
    assert read(f"{_WORDS}\n\n{said}\n\n{_QUOTED}{ending}") == f"{_WORDS}\n\n{ending}".strip()


@pytest.mark.parametrize("rule", ["", "-----Original Message-----\n", "_____________________\n\n"])
def test_the_message_below_its_header_is_not_read(rule: str) -> None:
    """So some programs put it below the answer."""
    assert read(f"{_WORDS}\n\n{rule}{_HEADER}\n{_ASKED}\n") == _WORDS


@pytest.mark.parametrize(
    "page",
    [
        (
            f'<div dir="ltr"><div>{_WORDS}</div></div><br><div class="gmail_quote"><div>'
            f"{_SAID_PAGE}<br></div><blockquote><div>{_ASKED}</div><div>Tom</div></blockquote></div>"
        ),
        (
            f'<div>{_WORDS}</div><div><br><blockquote type="cite"><div>{_SAID_PAGE}</div><br>'
            f"<div>{_ASKED}</div></blockquote></div>"
        ),
        (
            f"<p>{_WORDS}</p><div><p><b>From:</b> Tom &lt;t@g.example&gt;<br><b>Sent:</b> 12 Oct "
            f"2026 16:02<br><b>To:</b> Vera<br><b>Subject:</b> Lock gates</p></div><p>{_ASKED}</p>"
        ),
    ],
)
def test_what_an_answer_in_html_quotes_is_not_read(page: str) -> None:
    """Whatever program wrote it."""
    assert read(page) == _WORDS


def test_a_message_answers_another_if_its_header_says_so() -> None:
    """Whatever its subject is."""
    text = f"{_WORDS}\n\nOn 12/10/2026 16:02, Tom Brand wrote:\n{_QUOTED}"

    assert read(text, "Lock gates", "In-Reply-To: <1@gazette.example>\n") == _WORDS
    assert read(text, "Lock gates") == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        # The report is what is quoted.
        f"Here it is.\n\nOn 12/10/2026 16:02, Tom Brand wrote:\n> {_WORDS}\n> {_WORDS}",
        f"Here it is.\n\n{_HEADER}\n{_WORDS}\n\n{_WORDS}",
        # Answers stand between the lines.
        f"On 12/10/2026 16:02, Tom Brand wrote:\n{_QUOTED}\n{_WORDS}\n\n> Who pays?\n\n{_WORDS}",
        f"{_WORDS}\n\nOn 12/10/2026 16:02, Tom Brand wrote:\n{_QUOTED}\nBy autumn, then.",
        # Somebody is quoted in the report.
        f"{_WORDS}\n\nThe sign at the lock says:\n> No boats.",
        f"{_WORDS}\n\nThe gates closed on 12 October at 16:02.\nThe sign says:\n> No boats.",
        f"{_WORDS}\n\n> {_ASKED}",
    ],
)
def test_of_other_quotations_nothing_is_lost(text: str) -> None:
    """They may be the report, or part of it."""
    assert read(text) == text.strip()


def test_a_long_quotation_is_soon_read() -> None:
    """In a time that grows with the text."""
    start = time.process_time()
    for line in ("> a", " " * 500, ">" * 500, "On 16:02 a:", "From: a@b.example", "-" * 80):
        read(f"{_WORDS}\n" + f"{line}\n" * 20_000)

    assert time.process_time() - start < 20
