"""Who sends an e-mail: somebody, or a newsletter's office."""

import re
from typing import Final

from feeds.model import RawPerson
from feeds.text.markup import plain_line
from feeds.text.words import fold_text

_MAX_LENGTH: Final = 500
# Who sends newsletters: before the @, and in the name shown.
_OFFICE: Final = re.compile(
    r"(?:(?:no|do-?not)[._-]?reply|news|newsletters?|info|infos?|redaktion|redaction|redaccion"
    r"|redazione|redacao|redactie|contact|kontakt|contacto|hello|hallo|mail(?:ing)?|post|editors?"
    r"|desk|newsdesk|newsroom|press|presse|prensa|office|support|service|team|briefings?|alerts?"
    r"|updates?|subscriptions?|abo|lettre|boletin|boletim|digest|admin|webmaster|bounces?)"
    r"(?:[.+_-].*)?"
)
_ARTICLE: Final = re.compile(r"(?:the|die|das|der|les|los|las|gli|het) ")
_LETTER: Final = re.compile(
    r"\b(?:newsletters?|briefings?|digest|alerts?|magazine|gazette|zeitung|infolettre|boletin|boletim)\b"
)


def is_personal(sender: RawPerson) -> bool:
    """Tell whether the sender of an e-mail is a person, not a newsletter or an office.

    Its address says so (``newsletter@``, or the name is the domain's: "The Morning Table" at
    ``morning-table.example``), or its name does by an article or an office's word.
    """
    name = fold_text(plain_line(sender.name[:_MAX_LENGTH], markup=False)).strip('"')
    local, _, host = sender.email.casefold().rpartition("@")
    if _OFFICE.fullmatch(local) or _ARTICLE.match(name) or _LETTER.search(name):
        return False
    own = name.split(maxsplit=1)[:1]  # "jane@janedoe.example" is Jane Doe's
    letters = _letters(name)
    return (own and local.startswith(own[0])) or letters not in map(_letters, host.split("."))


def _letters(text: str) -> str:
    """Return the letters and figures of a name alone."""
    return "".join(filter(str.isalnum, text))
