"""What press offices and agencies write for newsrooms only, below a text: notes and contacts."""

import re
from typing import Final

from feeds.text.words import fold_text

# Labels above the names and numbers of those whom journalists may ask.
_CONTACTS: Final = (
    *("media contact", "media contacts", "press contact", "press contacts", "media enquiries"),
    *("media inquiries", "press enquiries", "press inquiries", "for media enquiries"),
    *("for media inquiries", "for press enquiries", "for press inquiries"),
    *("contact for media", "contact for the media", "contacts for media"),
    *("Pressekontakt", "Pressekontakte", "Medienkontakt", "Kontakt für Medien"),
    *("Kontakt für die Presse", "Kontakt für Journalisten", "Ansprechpartner für die Presse"),
    *("Ansprechpartner für Medien", "Rückfragen bitte an", "Rückfragehinweis"),
    *("Rückfragen von Medienvertretern bitte an", "Rückfragen von Journalisten bitte an"),
    *("contact presse", "contacts presse", "contact média", "contacts médias"),
    *("contacto de prensa", "contacto para prensa", "contacto prensa"),
    *("contacto para medios", "contacto para los medios"),
    *("contatto stampa", "contatti stampa", "contatti per la stampa"),
    *("contato de imprensa", "contacto de imprensa", "contato para a imprensa"),
    *("informações à imprensa", "perscontact"),
    *("contact voor de pers", "kontakt dla mediów", "kontakt dla prasy"),
    *("presskontakt", "presskontakter", "pressekontakter", "mediekontakt", "kontakt för media"),
    *("lisätietoja medialle", "kontakt pro média", "контакты для прессы", "контакты для СМИ"),
    *("контакт для СМИ", "basın iletişim", "報道関係者お問い合わせ先"),
    *("本件に関する報道関係者からのお問い合わせ先", "媒体联系人", "媒体联系", "언론 문의처"),
)
# Parts of a house of which reports tell, too: a colon behind them says who may be asked.
_OFFICES: Final = (
    *("press office", "media relations", "Pressestelle", "service de presse", "relations presse"),
    *("gabinete de prensa", "ufficio stampa", "assessoria de imprensa", "persvoorlichting"),
    *("biuro prasowe", "пресс-служба"),
)
# Labels above notes to newsrooms: nothing below is for readers.
_NOTES: Final = (
    *("notes to editors", "note to editors", "notes for editors", "note for editors"),
    *("notes to the editor", "note to the editor", "notes to newsrooms", "note to newsrooms"),
    *("Hinweis an die Redaktion", "Hinweise an die Redaktion", "Hinweis für die Redaktion"),
    *("Hinweis an die Redaktionen", "Hinweise an die Redaktionen", "Hinweis für Redaktionen"),
    *("Hinweise für die Redaktion", "Anmerkung an die Redaktion", "Anmerkung für die Redaktion"),
    *("dpa-Notizblock", "note aux rédactions", "note à la rédaction", "notes aux rédactions"),
    *("nota para los editores", "notas para los editores", "nota para editores"),
    *("notas a los editores", "nota a los editores", "nota per le redazioni"),
    *("note per le redazioni", "nota aos editores", "notas aos editores", "nota à redação"),
    *("noot voor de redactie", "noot voor redactie"),
    *("uwaga dla redakcji", "not för redaktionen", "not till redaktionen"),
    "Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt",
)
# Folded: what somebody may have or ask, and how, where a line announces whom to ask.
_ASKED: Final = re.compile(
    r"\b(?:infos?\b|informa[tcz]|auskunft|anfrage|ruckfrage|fragen\b|questions\b|enquir|inquir|conta[ck]?t"
    r"|kontakt|wenden|lisatie|tiedustelu|fragor|upplysning|opplysning|oplysning|pytan|dotaz|bilgi"
    r"|информац|контакт|вопрос|запрос)"
)
_MOST_WORDS: Final = 14
# The end, as newsrooms write it, between dashes, stars or brackets.
_END_WORDS: Final = frozenset(
    {
        *("ends", "end", "30", "ende", "schluss", "fin", "fine", "fim", "einde", "slut", "loppu"),
        *("koniec", "konec", "конец", "кінець"),
    }
)
_END: Final = re.compile(r"(?P<before>[-–—*#=/(\[ ]+)(?P<word>\w+)(?P<behind>[-–—*#=/)\] ]+)")
_HASHES: Final = re.compile(r"#(?:\s?#){1,4}")
_AROUND: Final = " :.!-–—*#"
# Of a telephone number.
_FEWEST_DIGITS: Final = 5
_FOLDED_CONTACTS: Final = frozenset(map(fold_text, _CONTACTS))
_FOLDED_OFFICES: Final = frozenset(map(fold_text, _OFFICES))
_FOLDED_NOTES: Final = frozenset(map(fold_text, _NOTES))


def names_contact(text: str, folded: str) -> bool:
    """Tell whether a line is a label above the contacts of a press office, or has them behind it.

    Args:
        text: The line.
        folded: The same, folded, with one space between words.
    """
    label, _, behind = folded.partition(":")
    label = label.strip(_AROUND)
    if behind.strip(_AROUND):
        reached = "@" in behind or sum(map(str.isdigit, behind)) >= _FEWEST_DIGITS
        return reached and label in _FOLDED_CONTACTS | _FOLDED_OFFICES
    announces = text.rstrip().endswith((":", "\uff1a"))
    return label in _FOLDED_CONTACTS or (announces and label in _FOLDED_OFFICES)


def announces_contact(text: str, folded: str) -> bool:
    """Tell whether a line above a label of contacts announces them: "For more information:".

    Args:
        text: The line.
        folded: The same, folded, with one space between words.
    """
    announces = text.rstrip().endswith((":", "\uff1a"))
    short = len(folded.split()) <= _MOST_WORDS
    return announces and short and _ASKED.search(folded) is not None


def names_note(folded: str) -> bool:
    """Tell whether a line is a label above what is told to newsrooms only.

    Args:
        folded: The line, folded, with one space between words.
    """
    return folded.strip(_AROUND) in _FOLDED_NOTES


def marks_end(text: str) -> bool:
    """Tell whether a line says that a text ends: ``-ENDS-``, ``- 30 -``, ``(Schluss)``.

    Args:
        text: The line.
    """
    found = _END.fullmatch(text)
    if found is None:
        return text == "ENDS"
    counts = found["word"].isdigit() and "(" in found["before"]
    return found["word"].lower() in _END_WORDS and not counts


def is_hashes(text: str) -> bool:
    """Tell whether a line is the sign for the end of a text, ``###``, that may part it, too.

    Args:
        text: The line.
    """
    return _HASHES.fullmatch(text) is not None
