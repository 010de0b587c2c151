"""Lines under pictures: what they show and whose they are."""

import re
from typing import Final

_LONGEST: Final = 600
_TAIL: Final = 120

_AGENCY: Final = (
    r"(?:Reuters|REUTERS|AFP|AP|dpa|DPA|EPA|epa|EFE|ANSA|Lusa|Getty|Bloomberg|Imago|TASS)"
)
_PICTURE: Final = (
    r"(?:photos?|fotos?|bild|image|picture|photograph|credits?|crédits?|crédito|fotografía|imagen"
    r"|immagine|imagem|quelle|©|copyright)"
)
_CREDIT_AT_END: Final = re.compile(
    rf"(?:\b(?:Getty Images|Shutterstock|Alamy|iStock|imago images)\b[^.]{{0,40}}"
    rf"|\w/\s?{_AGENCY}\b[^.]{{0,30}}|\bvia (?:AP|AFP|Reuters|Getty)\b[^.]{{0,20}})\.?$"
)
_INITIAL: Final = r"[^\W\d_a-zß-ÿ]"
# Without a colon such a word may begin a sentence ("Credit goes to the crew"): behind it must stand
# a name of two words, an agency, or what is said instead of one.
_WHOSE: Final = (
    rf"(?:(?:\d{{4}} )?{_INITIAL}[\w.'’-]*"
    r"(?: (?:(?:de|di|da|del|von|van|der|den|la|le|du|of|the) ){0,2}"
    rf"{_INITIAL}[\w.'’-]*){{1,4}}|{_AGENCY}|[Ii]mago|[Pp]rivat|[Aa]rchi[vf]e?|[Hh]andout"
    r"|[Ss]upplied|[Ss]ubmitted|[Tt]he author)"
)
_BY: Final = (
    r"(?:by|von|de|di|da|par|por|via|from|courtesy(?: of)?"
    r"|(?:provided|supplied|submitted|taken) by)"
)
_CREDIT_WORD_AT_END: Final = re.compile(
    rf"(?:^|[.(\[|—–]\s*)(?i:(?:{_PICTURE}\s)?{_PICTURE})"
    rf"(?:\s?[:/]\s?[^.:]{{2,80}}|(?<=©)\s?[^.:]{{2,80}}"
    rf"|\s(?:(?i:{_BY})\s(?:{_WHOSE}|{_INITIAL}[\w.'’-]+)|{_WHOSE})"
    r"(?:\s?(?:[/,|(&–-]|and|und|et|y|e)\s?[\w .&/'’-]{2,40})?)"
    r"[)\]]?\.?$"
)
_START: Final = re.compile(rf"^\(?(?i:file {_PICTURE}|{_PICTURE})\s?(?::|\||—|–|\b[Bb][Yy] [A-Z])")
# Behind the sentence stands who took it, and for whom: "… on Sunday. JANE DOE (EFE)". The name
# alone must be in capitals: "… he said. Jane Doe" ends a letter.
_SIGNED: Final = re.compile(
    rf"[^\W_A-Z][^\W_A-Z][.!?…»”\")]{{1,2}}\s"
    rf"(?:(?:{_INITIAL}[\w.'’-]{{0,20}} ){{2,4}}"
    rf"(?:\({_AGENCY}[^()]{{0,20}}\)|/ ?{_AGENCY}\b[^.]{{0,20}})"
    rf"|{_INITIAL}{{2,20}}(?: (?:{_INITIAL}|[.'’-]){{2,20}}){{1,3}}(?: ?[/|(] ?[\w ]{{2,20}}\)?)?)$"
)
_AGENCY_AT_END: Final = re.compile(rf"(?:\({_AGENCY}[^()]{{0,20}}\)|[./] ?{_AGENCY})\.?$")
# A sentence ends inside: before the full stop a word of several small letters, no abbreviation.
_SENTENCE_INSIDE: Final = re.compile(
    r"[^\W\d_A-Z]{4}[.…][»”\")]?\s[«“\"¿¡]?[^\W\d_a-zß-ÿ]|[。।]\s?\S"
)
_SHORTENED: Final = re.compile(r"\b(?:prof|sept|corp|capt|supt|gouv)\.", re.IGNORECASE)


def is_caption(text: str) -> bool:
    """Tell a caption by the credit of its picture."""
    if len(text) > _LONGEST:
        return False
    tail = text[-_TAIL:]
    return bool(
        _CREDIT_AT_END.search(tail)
        or _CREDIT_WORD_AT_END.search(tail)
        or _SIGNED.search(tail)
        or _START.match(text)
    )


def is_no_headline(text: str) -> bool:
    """Tell a standfirst of several sentences, or a line with a credit, from a headline."""
    several = _SENTENCE_INSIDE.search(_SHORTENED.sub("", text)) is not None
    return several or ends_with_agency(text)


def ends_with_agency(text: str) -> bool:
    """Tell whether a line ends with an agency's name in brackets or behind a stroke."""
    return _AGENCY_AT_END.search(text[-_TAIL:]) is not None
