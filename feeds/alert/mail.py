"""A message as a mail (RFC 5322): text and HTML, in a thread of its story."""

import re
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from html import escape

from feeds.model import Message
from feeds.text.characters import clean_characters, clean_line
from feeds.text.mail_server import MailServer

_NOT_IN_ID = re.compile(r"[^A-Za-z0-9.-]+")
_LONGEST_ID = 100
_LONGEST_NAME = 60
_LONGEST_LINE = 900


def compose_mail(message: Message, server: MailServer, desk: str, now: datetime) -> bytes:
    """Return the bytes of a mail, lines ended by CRLF, dots not doubled.

    Its id is the message's, so that a mailbox can tell what it has already. All mails of a thread
    answer to one that never was: mail programs show them together, whichever came first.

    Args:
        message: What is told.
        server: From whom to whom.
        desk: The desk's name.
        now: When it is sent.
    """
    subject = clean_line(message.subject, 200)
    # Folded, a subject would begin with an empty line; only encoded words (RFC 2047) need that.
    width = _LONGEST_LINE if subject.isascii() else SMTP.max_line_length
    mail = EmailMessage(policy=SMTP.clone(cte_type="7bit", max_line_length=width))
    domain = server.sender.rpartition("@")[2]
    mail["From"] = Address(display_name=clean_line(desk, _LONGEST_NAME), addr_spec=server.sender)
    mail["To"] = tuple(Address(addr_spec=recipient) for recipient in server.recipients)
    mail["Subject"] = subject
    mail["Date"] = now
    mail["Message-ID"] = f"<{_name(message.id)}@{domain}>"
    if message.thread:
        first = f"<thread.{_name(message.thread)}@{domain}>"
        mail["In-Reply-To"] = first
        mail["References"] = first
    mail["Auto-Submitted"] = "auto-generated"
    text = clean_characters(message.text)
    mail.set_content(text, cte=_choose_coding(text))
    mail.add_alternative(_wrap(message), subtype="html", cte="quoted-printable")
    return mail.as_bytes()


def _name(text: str) -> str:
    """Return what may stand before the @ of an id."""
    return _NOT_IN_ID.sub("-", text)[:_LONGEST_ID]


def _choose_coding(text: str) -> str:
    """Return how a text is carried: readable as it is where it can be."""
    longest = max(map(len, text.split("\n")))
    return "7bit" if text.isascii() and longest < _LONGEST_LINE else "quoted-printable"


def _wrap(message: Message) -> str:
    """Return the HTML of a message as a page of its own."""
    head = f'<meta charset="utf-8"><title>{escape(message.subject)}</title>'
    body = clean_characters(message.html)
    return f"<!DOCTYPE html>\n<html><head>{head}</head>\n<body>{body}</body></html>\n"
