"""A message that was sent on gives the first message, and nothing of the note above it."""

from unicodedata import normalize

import pytest

from feeds.model import Document, Entry, RawPerson
from feeds.parse.mail import read_mail
from feeds.text.markup import html_to_text

_SENT = "Thu, 26 Nov 2026 at 09:00"
_WORDS = "Harlow council leader Dan Swift resigned on Thursday."
_HEADER = f"From: Ines Bell <ines@harlow.example>\nDate: {_SENT}\nSubject: S\nTo: J <j@p.example>\n"
_GMAIL = f"---------- Forwarded message ---------\n{_HEADER}"
_GMAIL_PAGE = (
    '<div dir="ltr">Private <b>note</b> <img src="https://p.example/logo.png"></div><br>'
    '<div class="gmail_quote"><div dir="ltr" class="gmail_attr">'
    "---------- Forwarded message ---------<br>From: <strong>Ines Bell</strong> "
    '<span>&lt;<a href="mailto:ines@harlow.example">ines@harlow.example</a>&gt;</span><br>'
    f"Date: {_SENT}<br>Subject: S<br>To: J &lt;j@p.example&gt;<br></div><br><br>"
    f"<p>{_WORDS}</p><p>More.</p></div>"
)
_OUTLOOK_PAGE = (
    "<p>Private note</p><div><div style='border:none;border-top:solid'><p><b>From:</b> "
    f"Ines Bell &lt;ines@harlow.example&gt;<br><b>Sent:</b> {_SENT}<br><b>To:</b> J<br>"
    f"<b>Subject:</b> S</p></div></div><p>{_WORDS}</p><p>More.</p>"
)
_APPLE_PAGE = (
    '<div>Private note</div><div><br><blockquote type="cite"><div>Begin forwarded message:'
    "</div><br><div><span><b>From: </b></span><span>Ines Bell &lt;ines@harlow.example&gt;<br>"
    f"</span></div><div><b>Subject: </b>S<br></div><div><b>Date: </b>{_SENT}<br></div>"
    "<div><b>To: </b><span>J &lt;j@p.example&gt;<br></span></div><br>"
    f"<div>{_WORDS}</div><div>More.</div></blockquote></div>"
)
_TABLE_PAGE = (
    "<table><tr><td>Private note</td></tr></table><table><tr><td>Von:</td><td>Ines Bell "
    f"&lt;ines@harlow.example&gt;</td></tr><tr><td>Datum:</td><td>{_SENT}</td></tr>"
    f"<tr><td>Betreff:</td><td>S</td></tr></table><p>{_WORDS}</p><p>More.</p>"
)


def read(text: str, subject: str = "Fwd: S", kind: str = "plain") -> Entry:
    """Return the entry of a message that Jane sent on."""
    head = f"From: Jane Roe <jane@paper.example>\nSubject: {subject}\n"
    head += "Date: Fri, 27 Nov 2026 10:15:00 +0000\n"
    head += f"Content-Type: text/{kind}; charset=utf-8\n"
    document = read_mail(f"{head}\n{text}".encode(), "m.eml")
    assert isinstance(document, Document)
    return document.entries[0]


def list_lines(entry: Entry) -> list[str]:
    """Return the lines of the text with something in them."""
    return [line for line in entry.texts[0].value.split("\n") if line.strip()]


@pytest.mark.parametrize(
    "header",
    [
        _GMAIL,
        f"-----Original Message-----\n{_HEADER}",
        f"____________\nVon: Ines Bell <ines@harlow.example>\nGesendet: {_SENT}\nBetreff: S\n",
        f"De : Ines Bell <ines@harlow.example>\nEnvoyé : {_SENT}\nÀ : Jane\nObjet : S\n",
        f"*From:* Ines Bell [mailto:ines@harlow.example]\n*Sent:* {_SENT}\n*Subject:* S\n",
        f"---- Forwarded message ----\nDate: {_SENT}\nFrom: Ines Bell <ines@harlow.example>\n",
        f"De: Ines Bell <ines@harlow.example>\nEnviado: {_SENT}\nPara: Jane\nAsunto: S\n",
        f"Od: Ines Bell <ines@harlow.example>\nData: {_SENT}\nDo: Jane\nTemat: S\n",
        f"发件人: Ines Bell <ines@harlow.example>\n日期: {_SENT}\n主题: S\n",
        _HEADER.replace("S\n", "S that is\nlong\n") + "Cc: A <a@p.example>,\nB <b@p.example>\n",
    ],
)
def test_a_note_above_a_forwarded_header_is_no_part_of_the_report(header: str) -> None:
    """It is private; the author and the day are those of the first message."""
    entry = read(f"Can you check this? I do not trust Dan.\n\n{header}\n{_WORDS}\n\nMore.\n")

    assert list_lines(entry) == [_WORDS, "More."]
    assert entry.authors == (RawPerson(name="Ines Bell", email="ines@harlow.example"),)
    assert entry.published is not None
    assert entry.published.raw == _SENT


_LONG = "Council of Harlow asks for a third bridge over the river before next year's summer fair"


@pytest.mark.parametrize(
    "broken",
    [_LONG.replace(" over", "\nover"), _LONG.replace(" over", "\nover").replace(" bef", "\nbef")],
)
def test_a_subject_goes_on_in_the_next_line(broken: str) -> None:
    """Where that makes it the subject of the message around it."""
    header = f"From: Ines Bell <ines@harlow.example>\nSent: {_SENT}\nTo: J\nSubject: {broken}\n"
    entry = read(f"Private.\n\n{header}\n{_WORDS}\n\nMore.\n", f"Fwd: {_LONG}")

    assert list_lines(entry) == [_WORDS, "More."]


@pytest.mark.parametrize(
    ("subject", "line"),
    [
        (_LONG[:62], "Council asks for a bridge"),
        (_LONG, "Council asks for a bridge over the river."),
        ("S", "Council asks for a bridge over the river."),
        (_LONG[:26], "Council asks for a bridge over the river"),
        ("S", f"{_WORDS} {_WORDS}"),
        ("S", "before next year's summer fair"),
    ],
)
def test_a_line_right_below_a_subject_may_be_the_message(subject: str, line: str) -> None:
    """Whatever it looks like, where it does not make the subject of the message around it."""
    stated = _LONG[:62] if subject == "S" else subject
    header = f"From: Ines Bell <ines@harlow.example>\nSent: {_SENT}\nTo: J\nSubject: {stated}\n"
    entry = read(f"Private.\n\n{header}{line}\n\n{_WORDS}\n", f"Fwd: {subject}")

    assert list_lines(entry) == [line, _WORDS]


def test_a_quoted_message_loses_its_marks() -> None:
    """Signs of quoting go, but for those that stood in the message; so does what stands apart."""
    quoted = "".join(f"> {line}\n" for line in f"{_HEADER}\n{_WORDS}\n> Well?".split("\n"))
    entry = read(f"Private\n\nBegin forwarded message:\n\n{quoted}\nSent by Jane\n")

    assert list_lines(entry) == [_WORDS, "> Well?"]


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Fwd: S", f"Note\n\n{_WORDS}\n"),
        ("Fwd: S", f"Note\n\nLähettäjä: Ines\nLähetetty: {_SENT}\n\n{_WORDS}\n"),
        ("Fwd: S", f"From: Harlow\nTo: London\n\n{_WORDS}\n"),
        ("Fwd: S", f"{_WORDS * 50}\n\n{_HEADER.replace('Subject: S', 'Subject: T')}\nLeaked.\n"),
        ("Re: S", f"{_WORDS}\n\n-----Original Message-----\n{_HEADER}\nDid he resign?\n"),
        ("S", f"{_WORDS * 3}\n\n{_GMAIL}\nDid he resign?\n"),
    ],
)
def test_in_doubt_nothing_is_cut(subject: str, text: str) -> None:
    """Without a header on top that is one for sure, the text and the sender stay."""
    entry = read(text, subject)

    assert entry.texts[0].value == text
    assert entry.authors[0].name == "Jane Roe"


def test_a_line_of_the_program_is_enough_whatever_the_subject() -> None:
    """Somebody who sends on may write another subject; the note is shorter than the message."""
    entry = read(f"Private.\n\n{_GMAIL}\n{_WORDS}\n", "Harlow again")

    assert list_lines(entry) == [_WORDS]


def test_accents_of_a_header_may_stand_apart() -> None:
    """As programs of Apple write them: the letter, and behind it the accent (Unicode NFD)."""
    header = f"De : Ines Bell <ines@harlow.example>\nEnvoyé : {_SENT}\nÀ : Jane\nObjet : S\n"
    entry = read(normalize("NFD", f"Privé.\n\n{header}\n{_WORDS}\n"), "TR: S")

    assert list_lines(entry) == [_WORDS]
    assert entry.authors[0].name == "Ines Bell"
    assert entry.published is not None
    assert entry.published.raw == _SENT


def test_when_a_message_was_sent_may_be_said_with_accents_apart() -> None:
    """It is read where the rest of the header is not: the day of the one who sent it on is none."""
    entry = read(normalize("NFD", f"Envoyé : {_SENT}\n\n{_WORDS}\n"), "TR: S")

    assert entry.published is not None
    assert entry.published.raw == _SENT


def test_a_message_that_was_sent_on_twice_is_the_first_one() -> None:
    """There are two notes; a message that answers another keeps what it answers."""
    second = _GMAIL.replace("Subject: S", "Subject: Fwd: S").replace("Ines Bell", "Tom Hay")
    answered = f"{_WORDS}\n\n{_HEADER}\nDid he?\n"

    twice = read(f"One.\n\n{second}\nTwo.\n\n{_GMAIL}\n{answered}")

    assert list_lines(twice) == list_lines(read(answered, "S"))
    assert twice.authors[0].name == "Ines Bell"


def test_a_forwarded_header_may_name_nobody_or_no_address() -> None:
    """Then the one who sent it on is not the author either."""
    named = read(f"{_GMAIL}\n{_WORDS}\n".replace(" <ines@harlow.example>", ""))
    bare = read(f"{_GMAIL}\n{_WORDS}\n".replace("Ines Bell <ines@harlow.example>", "i@h.example"))

    assert named.authors == (RawPerson(name="Ines Bell"),)
    assert bare.authors == (RawPerson(email="i@h.example"),)


@pytest.mark.parametrize(
    "markup",
    [
        _GMAIL_PAGE,
        _OUTLOOK_PAGE,
        _APPLE_PAGE,
        _TABLE_PAGE,
    ],
)
def test_a_note_in_html_is_no_part_of_the_report(markup: str) -> None:
    """Words and pictures above the first message go, whatever elements they stand in."""
    head = "<head><title>Fwd</title><style>p { color: red }</style></head>"
    entry = read(f"<html>{head}<body>{markup}</body></html>", kind="html")

    assert html_to_text(entry.texts[0].value) == f"{_WORDS}\n\nMore."
    assert "<img" not in entry.texts[0].value
    assert entry.authors == (RawPerson(name="Ines Bell", email="ines@harlow.example"),)
    assert entry.published is not None
    assert entry.published.raw == _SENT


def test_html_without_a_forwarded_header_stays_as_it_is() -> None:
    """Not even its markup is written anew."""
    markup = f"<P>Note<br><p>{_WORDS}"

    assert read(markup, kind="html").texts[0].value == markup


_GMAIL_LINE = "---------- Forwarded message ---------"
_WHO = "Ines Bell <ines@harlow.example>"
_ME = "J <j@p.example>"


@pytest.mark.parametrize(
    ("subject", "header"),
    [
        ("İLT: S", f"{_GMAIL_LINE}\nGönderen: {_WHO}\nDate: {_SENT}\nSubject: S\nTo: {_ME}\n"),
        ("İlt: Ynt: S", f"Kimden: {_WHO}\nGönderildi: {_SENT}\nKime: {_ME}\nKonu: S\n"),
        ("S", f"İletilen ileti başlangıcı:\n\nKimden: {_WHO}\nKonu: S\nTarih: {_SENT}\n"),
        (
            "Fwd: S",
            f"-------- Пересылаемое сообщение --------\nОт: {_WHO}\nДата: {_SENT}\nКому: {_ME}\n",
        ),
        ("Пер: S", f"От: {_WHO}\nОтправлено: {_SENT}\nКому: {_ME}\nТема: S\n"),
        ("Пересылаемое: HA: S", f"Дата: {_SENT}\nОт: {_WHO}\nТема: S\nКому: {_ME}\n"),
        ("S", f"Начало переадресованного сообщения:\n\nОт: {_WHO}\nДата: {_SENT}\n"),
        ("S", f"-------- Переслане повідомлення --------\nВід: {_WHO}\nДата: {_SENT}\n"),
        ("S", f"-------- Προωθημένο μήνυμα --------\nΑπό: {_WHO}\nΗμερομηνία: {_SENT}\n"),
        ("Fwd: S", f"De la: {_WHO}\nTrimis: {_SENT}\nCătre: {_ME}\nSubiect: S\n"),
        ("Továbbítás: S", f"Feladó: {_WHO}\nElküldve: {_SENT}\nCímzett: {_ME}\nTárgy: S\n"),
        ("Fwd: S", f"Od: {_WHO}\nOdesláno: {_SENT}\nKomu: {_ME}\nPředmět: S\n"),
        ("S", f"-------- Preposlaná správa --------\nOd: {_WHO}\nDátum: {_SENT}\n"),
        ("Fwd: S", f"Od: {_WHO}\nPoslano: {_SENT}\nPrima: {_ME}\nPredmet: S\n"),
        ("S", f"Почетак прослеђене поруке:\n\nОд: {_WHO}\nДатум: {_SENT}\n"),
        ("Fwd: S", f"От: {_WHO}\nИзпратено: {_SENT}\nДо: {_ME}\nОтносно: S\n"),
        ("VL: S", f"Lähettäjä: {_WHO}\nLähetetty: {_SENT}\nVastaanottaja: {_ME}\nAihe: S\n"),
        ("VS: S", f"Fra: {_WHO}\nSendt: {_SENT}\nTil: {_ME}\nEmne: S\n"),
        ("S", f"Vidarebefordrat brev:\n\nFrån: {_WHO}\nÄmne: S\nDatum: {_SENT}\nTill: {_ME}\n"),
        ("PD: S", f"Od: {_WHO}\nWysłano: {_SENT}\nDo: {_ME}\nTemat: S\n"),
        ("転送: S", f"差出人: {_WHO}\n送信日時: {_SENT}\n宛先: {_ME}\n件名: S\n"),
        ("转发：S", f"发件人: {_WHO}\n发送时间: {_SENT}\n收件人: {_ME}\n主题: S\n"),
        ("轉寄: S", f"寄件者: {_WHO}\n寄件日期: {_SENT}\n收件者: {_ME}\n主旨: S\n"),
        ("전달: S", f"보낸 사람: {_WHO}\n보낸 날짜: {_SENT}\n받는 사람: {_ME}\n제목: S\n"),
        ("إعادة توجيه: S", f"من: {_WHO}\nالتاريخ: {_SENT}\nإلى: {_ME}\nالموضوع: S\n"),
        ("הועבר: S", f"\u200f\u200fמאת: {_WHO}\n\u200fנשלח: {_SENT}\nאל: {_ME}\nנושא: S\n"),
        ("Fwd: S", f"Từ: {_WHO}\nNgày: {_SENT}\nTới: {_ME}\nChủ đề: S\n"),
        ("Fwd: S", f"Dari: {_WHO}\nTanggal: {_SENT}\nKepada: {_ME}\nSubjek: S\n"),
        ("S", f"{_GMAIL_LINE}\nจาก: {_WHO}\nวันที่: {_SENT}\nเรื่อง: S\nถึง: {_ME}\n"),
    ],
)
def test_a_header_may_be_in_any_language_of_mail_programs(subject: str, header: str) -> None:
    """The note, the header and what stands before the subject go."""
    entry = read(f"Private.\n\n{header}\n{_WORDS}\n\nMore.\n", subject)

    assert list_lines(entry) == [_WORDS, "More."]
    assert entry.title is not None
    assert entry.title.value == "S"
    assert entry.authors == (RawPerson(name="Ines Bell", email="ines@harlow.example"),)
    assert entry.published is not None
    assert entry.published.raw == _SENT


@pytest.mark.parametrize(
    ("header", "author"),
    [
        (f"Sendinto: {_WHO}\nDato: {_SENT}\nTemo: S\nAl: {_ME}\n", "Ines Bell"),
        (f"Sendinto: {_WHO}\nDate: {_SENT}\nSubject: S\nTo: {_ME}\n", "Ines Bell"),
        (f"Sendinto: Ines Bell\nDato: {_SENT}\nTemo: S\nAl: {_ME}\n", ""),
    ],
)
def test_a_line_of_the_program_is_enough_above_unknown_words(header: str, author: str) -> None:
    """Two lines below it, one with an address; who sent is known where two have one."""
    entry = read(f"Private.\n\n{_GMAIL_LINE}\n{header}\n{_WORDS}\n\nMore: yes.\n")

    assert list_lines(entry) == [_WORDS, "More: yes."]
    assert "".join(person.name for person in entry.authors) == author


@pytest.mark.parametrize(
    "below",
    [
        f"Harlow: {_WORDS}\nLondon: nothing.\n",
        f"{_WHO}: {_WORDS}\n",
        "https://harlow.example/a: <a@b.example>\n",
    ],
)
def test_a_line_of_the_program_alone_is_no_header(below: str) -> None:
    """Without an address in one of two lines nothing is cut."""
    text = f"Note.\n\n{_GMAIL_LINE}\n{below}\n{_WORDS}\n"

    assert read(text).texts[0].value == text
