"""Pages that stand before a report: for a consent, a password, a payment or a program."""

import re
from typing import Final

from feeds.text.words import fold_text

# With so many words beside what such a page says, there is something of the report.
_FEWEST: Final = 30
# A paragraph of a report may speak of these things; one that is longer is not a notice.
_LONGEST: Final = 90

# Folded: no case, no accents.
_WALL: Final = re.compile(
    r"\b(?:enable|activate|turn on|requires?|disabled?) (?:your )?java ?script"
    r"|java ?script (?:is|and|aktivieren|actives?|activer|habilitad|abilita|desactivad)"
    r"|\bad ?block(?:er|ing)?\b|\bwerbeblocker\b|\bbloqueador de anuncios\b"
    r"|\b(?:accept|allow|manage|we use|uses?|verwende[nt]?|utilis\w+|usamos|utiliz\w+) "
    r"(?:\w+ ){0,3}cookies\b|\bcookies? (?:akzeptieren|zustimmen|policy|preferences)\b"
    r"|\b(?:einwilligung|zustimmung|datenschutz|consentement|consentimiento|consenso)\b"
    r"|\bconsent (?:to|choices|preferences)\b|\bprivacy (?:policy|settings|choices)\b"
    r"|\b(?:sign|log) ?in\b|\bcreate (?:an? )?(?:free )?account\b|\bregister (?:now|for free|to)\b"
    r"|\bsubscri(?:be|ption|bers?)\b|\bsuscri\w+|\bs'abonner\b|\babonn\w+|\babbonat\w+"
    r"|\b(?:anmelden|einloggen|registrieren)\b|\b(?:connectez|identifiez)-vous\b"
    r"|\binici(?:a|ar) sesion\b|\baccedi\b|\bfazer login\b|\bassine\b"
    r"|\bpassword\b|\bpasswort\b|\bmot de passe\b|\bcontrasena\b"
    r"|\bcontinue reading\b|\bread the full (?:story|article)\b|\bweiterlesen\b"
    r"|\b(?:verify|confirm|prove) (?:that )?you(?:'re| are) (?:a )?human\b|\bnot a robot\b"
    r"|\bcaptcha\b|\bunusual (?:traffic|activity)\b|\baccess (?:is )?(?:denied|restricted)\b"
    r"|\bchecking your browser\b|\bunsupported browser\b|\bupdate your browser\b"
    r"|\bnot available in your (?:country|region)\b|\bpage (?:was )?not found\b"
)


def is_wall(text: str) -> bool:
    """Tell whether a text says next to nothing but that one must do something to read on.

    Args:
        text: Plain paragraphs, parted by a blank line.
    """
    left = 0
    for paragraph in text.split("\n\n"):
        words = len(paragraph.split())
        if words > _LONGEST or not _WALL.search(fold_text(paragraph)):
            left += words
        if left >= _FEWEST:
            return False
    # A text of few words that asks for nothing is a short report.
    return _WALL.search(fold_text(text)) is not None
