"""An article that came as e-mail (RFC 5322, MIME), saved as a file."""

import email
import email.policy
from email.message import EmailMessage, Message
from email.utils import getaddresses

from feeds.model import Document, Entry, Problem, RawPerson, Text, Unreadable
from feeds.parse.dates import read_stamp
from feeds.parse.forwards import cut_prefixes, find_first_date, is_answer, read_sender
from feeds.parse.mime import decode_part, decode_words, find_header, read_header
from feeds.parse.notes import cut_answered, cut_note
from feeds.parse.values import as_text
from feeds.text.embedded import drop_embedded

# A plain part shorter than this beside an HTML part only says where to read the rest.
_TRIVIAL = 200


def read_mail(content: bytes, name: str) -> Document | Unreadable:
    """Return one entry: plain text as a paste, else the HTML part as a page.

    Who sent a message on, when and with what note says nothing of the report in it: there the
    sender, date and text of the first one count, where its header stands in the text or it is
    attached as it was. Of what an answer quotes below itself nothing is read.

    Args:
        content: The message as it was sent.
        name: Path of the file inside the inbox; it identifies a message without Message-ID.
    """
    whole = email.message_from_bytes(content, _class=EmailMessage, policy=email.policy.default)
    message = _find_first(whole)
    text, problems = _read_text(message)
    if text is None:
        return Unreadable(kind="not a feed", reason="an e-mail without text")
    subject, sent_on = _read_subject(message)
    text, forward = cut_note(text, subject, sent_on=sent_on)
    if forward is None and not sent_on and _is_answer(message):
        text = cut_answered(text, subject)
    sent = find_first_date(text.value) if sent_on else read_header(message, "date")
    entry = Entry(
        guid=read_header(whole, "message-id") or name,
        title=Text(value=subject, role="title") if subject else None,
        texts=(text,),
        published=read_stamp(forward.date if forward else sent),
        authors=read_sender(forward.sender) if forward else _read_sender(message),
        language=read_header(message, "content-language") or None,
        sent_to_many=forward is None and _is_sent_to_many(message),
    )
    beside = _list_beside(whole, message)
    return Document(form="email", entries=(entry,), problems=(*problems, *beside))


def _read_subject(message: EmailMessage) -> tuple[str, bool]:
    """Return the subject without prefixes, and whether the message was sent on."""
    return cut_prefixes(read_header(message, "subject"), read_header(message, "list-id"))


def _is_answer(message: EmailMessage) -> bool:
    """Tell whether a message answers another (RFC 5322, 3.6.4), or its subject says so."""
    return bool(find_header(message, "in-reply-to")) or is_answer(read_header(message, "subject"))


def _is_sent_to_many(message: EmailMessage) -> bool:
    """Tell whether a message went to a list (RFC 2369, RFC 2919) or in bulk."""
    listed = any(find_header(message, name) for name in ("list-unsubscribe", "list-id"))
    return listed or find_header(message, "precedence").lower() in {"bulk", "list"}


def _find_first(message: EmailMessage) -> EmailMessage:
    """Return the message that another sends on as its only attached one; else that itself."""
    _, sent_on = _read_subject(message)
    attached = [part for part in message.iter_attachments() if _holds_message(part)]
    if not sent_on or len(attached) != 1:
        return message
    first = attached[0].get_payload(0)
    if not isinstance(first, EmailMessage) or _read_text(first)[0] is None:
        return message
    return _find_first(first)


def _holds_message(part: Message) -> bool:
    """Tell whether a part is a message (RFC 2046, 5.2.1)."""
    return part.get_content_type() == "message/rfc822" and part.is_multipart()


def _list_beside(whole: EmailMessage, message: EmailMessage) -> tuple[Problem, ...]:
    """Return what is attached beside the message that was sent on."""
    if message is whole:
        return ()
    inside = {id(part) for part in message.walk()}
    parts = [it for it in whole.walk() if not it.is_multipart() and id(it) not in inside]
    return tuple(
        _tell_unread(it) for it in parts if _is_attached(it) and _is_unread(it, None, None)
    )


def _read_text(message: EmailMessage) -> tuple[Text | None, tuple[Problem, ...]]:
    """Return the text worth reading, and what was not read."""
    parts = [part for part in message.walk() if not part.is_multipart()]
    inline = [part for part in parts if not _is_attached(part)]
    plain = next((part for part in inline if part.get_content_type() == "text/plain"), None)
    page = next((part for part in inline if part.get_content_type() == "text/html"), None)
    problems = tuple(_tell_unread(part) for part in parts if _is_unread(part, plain, page))
    words, faults = decode_part(plain) if plain is not None else ("", ())
    if words.strip() and (page is None or len(words.strip()) >= _TRIVIAL):
        return Text(value=words, role="paste"), problems + faults
    if page is None:
        return None, problems
    markup, faults = decode_part(page)
    text = Text(value=drop_embedded(markup), type="html", role="page")
    return (text if markup.strip() else None), problems + faults


def _is_attached(part: Message) -> bool:
    """Tell an attachment from the text of the message."""
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _is_unread(part: Message, plain: Message | None, page: Message | None) -> bool:
    """Tell whether a part is left out that somebody may miss; pictures are not missed."""
    return part is not plain and part is not page and part.get_content_maintype() != "image"


def _tell_unread(part: Message) -> Problem:
    """Return the problem that a part was not read."""
    name = as_text(part.get_filename()) or "without a name"
    return Problem(what=f"attachment not read: {name[:100]} ({part.get_content_type()[:60]})")


def _read_sender(message: Message) -> tuple[RawPerson, ...]:
    """Return who the message is from; an encoded name is decoded after the address is parted."""
    try:
        addresses = getaddresses([find_header(message, "from")])
    except RecursionError:
        return ()
    people = (
        RawPerson(name=as_text(decode_words(name)), email=as_text(address))
        for name, address in addresses
    )
    return tuple(person for person in people if person != RawPerson())
