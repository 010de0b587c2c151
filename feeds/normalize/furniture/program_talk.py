"""What publishing programs and large sites put into reports by themselves, in their own words.

The same sentences stand in the reports of thousands of papers; nobody else says them.
"""

import re
from typing import Final

from feeds.normalize.furniture.retold import is_retold
from feeds.text.words import fold_text

# With these sentences a line begins; behind each it ends, or another sentence follows.
_SENTENCES: Final = (
    # BLOX: below reports of most local papers of the United States.
    "Keep it Clean. Please avoid obscene, vulgar, lewd, racist or sexually-oriented language",
    "PLEASE TURN OFF YOUR CAPS LOCK",
    "Don't Threaten. Threats of harming another person will not be tolerated",
    "Be Truthful. Don't knowingly lie about anyone or anything",
    "Be Nice. No racism, sexism or any sort of -ism that is degrading to another person",
    ("Be Proactive. Use the 'Report' link on each comment to let us know of abusive posts"),
    "Share with Us. We'd love to hear eyewitness accounts, the history behind an article",
    # Shopify, Webflow, Wix.
    "Please note, comments need to be approved before they are published",
    "Bitte beachte, dass Kommentare vor der Veröffentlichung freigegeben werden müssen",
    "Thank you! Your submission has been received",
    "Oops! Something went wrong while submitting the form",
    "Post not marked as liked",
    # Sites.
    "L’espace des contributions est réservé aux abonnés",
    "Tu suscripción se está usando en otro dispositivo",
    "¿Quieres añadir otro usuario a tu suscripción?",
    "Si continúas leyendo en este dispositivo, no se podrá leer en el otro",
)
# With these words a line begins; they are said of nothing else.
_BEGINNINGS: Final = (
    "Privacy Notice: Newsletters may contain info",
    "Mit meiner Anmeldung zum Newsletter stimme ich",
    "Abonnez-vous pour accéder à cet espace d’échange",
    "Dalszy ciąg materiału pod wideo",
    "Dalsza część artykułu pod",
    "Dalsza część tekstu pod",
)
_SIGNS: Final = " .!?"
_FOLDED_SENTENCES: Final = tuple(fold_text(it).rstrip(_SIGNS) for it in _SENTENCES)
_FOLDED: Final = tuple(map(fold_text, _BEGINNINGS))
# What stands anywhere in a line: Substack asks for readers, BLOX for consent.
_INSIDE: Final = (
    "to receive new posts and support my work",
    "registration on or use of this site constitutes agreement",
)
_NETWORKS: Final = (
    r"(?:facebook|messenger|twitter|x|instagram|whatsapp|telegram|youtube|linkedin|tiktok|bluesky)"
)
_PERMALINK: Final = (
    r"(?:permalink|permalien|enlace permanente|link permanente|permanente link|permalank"
    r"|постоянн\w+ ссылк\w|bezposredni\w* odnosnik\w*)"
)
_WORDED: Final = re.compile(
    # WordPress says where a post was filed.
    r"(?:this entry was posted|this post was posted|dieser (?:beitrag|eintrag) wurde|cette entree a"
    r"|est[ae] (?:entrada|post) fu?e|quest[oa] (?:articolo|voce) e stat[oa]|dit bericht werd"
    rf"|запись опубликована|ten wpis zostal)\b.{{0,300}}\b{_PERMALINK}(?:\W*$|\. )"
    r"|this entry was posted on .{1,80} and is filed under\b"
    # Broadcasters say when they told of it, or will.
    r"|uber dieses thema berichtete\b.{1,80}\bum \d\d?[:.]\d\d uhr\W*$"
    r"|dieses thema im programm: .{1,120}\b(?:\d{4}|\d\d?[:.]\d\d)(?: uhr)?\W*$"
)
# Of networks and letters: somebody may repeat them.
_CALLS: Final = re.compile(
    rf"(?:chat|connect|talk) with us (?:in|on|via) (?:facebook )?{_NETWORKS}\b"
    rf"|follow (?:\S+ ){{1,5}}on {_NETWORKS},? (?:and )?on {_NETWORKS}\b"
    rf"|(?:tambien )?puedes? seguir(?:nos| a (?:\S+ ){{0,4}}\S+) en {_NETWORKS}\b"
    rf"|folge(?:n sie|t)? uns (?:auch |jetzt |gerne )?(?:auf|bei) {_NETWORKS}\b"
    rf"|suivez-nous (?:aussi )?sur {_NETWORKS}\b"
    rf"|seguici (?:anche )?su {_NETWORKS}\b"
    rf"|siga-nos (?:tambem )?no {_NETWORKS}\b"
    rf"|volg ons (?:ook )?op {_NETWORKS}\b"
    r"|(?:[^.!?]{1,80}[.!?] )?zapisz sie na (?:\S+ ){0,2}newsletter\b"
    r"|recevez (?:\S+ ){1,20}(?:notre|nos|la|dans la) (?:newsletter|infolettre)s?\b"
)


def is_program_talk(folded: str) -> bool:
    """Tell whether a line is one that a program or a large site puts into reports by itself.

    Args:
        folded: The line, folded, with one space between words.
    """
    line = folded.lstrip("*•- ")
    if line.startswith(_FOLDED) or any(it in line for it in _INSIDE):
        return True
    if line.startswith(_FOLDED_SENTENCES):
        return any(_ends_with(line, it) for it in _FOLDED_SENTENCES if line.startswith(it))
    if _WORDED.match(line):
        return True
    call = _CALLS.match(line)
    return call is not None and not is_retold(line, 0, call.end())


def _ends_with(line: str, sentence: str) -> bool:
    """Tell whether a sentence with which a line begins ends there."""
    behind = line[len(sentence) :].strip()
    return not behind or behind[0] in _SIGNS or behind.isdigit()
