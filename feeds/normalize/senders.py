"""Who sends an e-mail: somebody, or a newsletter's office."""

import re
from typing import Final

from feeds.model import Document, Entry, RawPerson
from feeds.normalize.credits.gazetteer import is_city
from feeds.normalize.credits.roles import ROLES
from feeds.normalize.furniture.no_names import NO_FIRST_NAMES, NO_NAMES
from feeds.text.markup import plain_line
from feeds.text.words import fold_text

_MAX_LENGTH: Final = 500
# Who sends newsletters: before the @, and in the name shown.
_OFFICE: Final = re.compile(
    r"(?:(?:no|do-?not)[._-]?reply|news|newsletters?|info|infos?|redaktion|redaction|redaccion"
    r"|redazione|redacao|redactie|contact|kontakt|contacto|hello|hallo|mail(?:ing)?|post|editors?"
    r"|desk|newsdesk|newsroom|press|presse|prensa|office|support|service|team|briefings?|alerts?"
    r"|updates?|subscriptions?|abo|lettre|boletin|boletim|digest|admin|webmaster|bounces?"
    r"|nyhedsbrev|nyhetsbrev|nieuwsbrief|uutiskirje|biuletyn|bulten|bulletin|hirlevel|redakc[ej]a?"
    r"|redaktionen|toimitus|rassylka|geral|prensa|imprensa|stampa|pressestelle|persdienst|rathaus"
    r"|mairie|ayuntamiento|comune|polizei|police|policia|kommunikation|communications?"
    r"|comunicacion|comunicazione|comunicacao|marketing|sekretariat|secretariat|secretaria|biuro)"
    r"(?:[.+_-].*)?"
)
_ARTICLE: Final = re.compile(r"(?:the|die|das|der|les|los|las|gli|het) ")
_LETTER: Final = re.compile(
    r"\b(?:newsletters?|briefings?|digest|alerts?|magazine|gazette|zeitung|infolettre|boletin|boletim)\b"
)
# "Casey Doe from Lowland", "Jane at Lowland": who writes, and for which letter.
_FOR: Final = re.compile(
    r"(?P<who>[^\W\d_]\S*(?: \S+){1,2}?) (?:from|of|von|de|da|del) (?P<letter>\S.*)"
    r"|(?P<first>[^\W\d_]\S*(?: \S+){0,2}?) (?:at|@) (?P<house>\S.*)"
)
_NAME_WORDS: Final = (2, 3)
# What newsletters are called by beside what says so: "Morning Brew".
_PAPER: Final = frozenset(
    {
        *("morning", "evening", "daily", "weekly", "monthly", "sunday", "today", "tonight"),
        *("brew", "herald", "times", "post", "journal", "report", "reports", "review", "wire"),
        *("letter", "letters", "notes", "note", "dispatch", "bulletin", "brief", "roundup"),
        *("flagship", "insider", "media", "politics", "tech", "business", "weekend", "matters"),
        *("courier", "tribune", "observer", "chronicle", "mail", "voice", "watch", "world"),
        *("live", "tales", "stories", "views", "life", "money", "markets", "science", "am", "pm"),
        *("tagblatt", "kurier", "anzeiger", "bote", "blatt", "brief", "morgen", "abend", "heute"),
        *("matin", "soir", "quotidien", "hebdo", "diario", "jornal", "giornale", "carta"),
    }
)


def is_personal(sender: RawPerson, *, sent_to_many: bool = False) -> bool:
    """Tell whether the sender of an e-mail is a person, not a newsletter or an office.

    Its address says so (``newsletter@``, or the name is the domain's: "The Morning Table" at
    ``morning-table.example``), or its name does by an article or an office's word. What went to
    many is a newsletter, unless all says that a person sent it.

    Args:
        sender: As the message names it.
        sent_to_many: Whether the message says that it was.
    """
    name = fold_text(plain_line(sender.name[:_MAX_LENGTH], markup=False)).strip('"')
    local, _, host = sender.email.casefold().rpartition("@")
    if _OFFICE.fullmatch(local) or _ARTICLE.match(name) or _LETTER.search(name):
        return False
    if sent_to_many:
        return _is_of_person(name, local, host)
    own = name.split(maxsplit=1)[:1]  # "jane@janedoe.example" is Jane Doe's
    letters = _letters(name)
    return (own and local.startswith(own[0])) or letters not in map(_letters, host.split("."))


def names_author(entry: Entry, document: Document) -> bool:
    """Tell whether an entry names its authors; the office that sent a mail is none."""
    if document.form != "email":
        return bool(entry.authors)
    return any(is_personal(it, sent_to_many=entry.sent_to_many) for it in entry.authors)


def split_sender(sender: RawPerson) -> tuple[str, str]:
    """Return the person and the newsletter that the name of a sender says, each empty if not.

    ``Casey Doe from Lowland`` is both. Of the first name alone only "at" tells: "Notes from
    Lowland" are no person.
    """
    name = plain_line(sender.name[:_MAX_LENGTH], markup=False).strip('"')
    found = _FOR.fullmatch(name)
    who = (found["who"] or found["first"]) if found else ""
    if not found or not _can_name(fold_text(who).split()):
        return "", ""
    return who, found["letter"] or found["house"]


def _is_of_person(name: str, local: str, host: str) -> bool:
    """Tell whether a folded name can be a person's, and the address is theirs at another's host."""
    words = name.split()
    if len(words) not in _NAME_WORDS or not _can_name(words):
        return False
    labels = set(re.split(r"[.-]", host))
    return local.startswith(words[0]) and not labels & {*map(_letters, words), _letters(name)}


def _can_name(words: list[str]) -> bool:
    """Tell whether folded words can be a person's name: no role, no place, no word of letters."""
    single = [part for word in words for part in word.split("-")]
    if any(part in ROLES or part in NO_NAMES or _OFFICE.fullmatch(part) for part in single):
        return False
    named = words[0] not in NO_FIRST_NAMES and not is_city(words[0].title())
    return named and all(_letters(word).isalpha() for word in words) and not _PAPER & set(single)


def _letters(text: str) -> str:
    """Return the letters and figures of a name alone."""
    return "".join(filter(str.isalnum, text))
