"""The people who wrote a report, without addresses, roles or noise."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Final

from feeds.model import RawPerson
from feeds.normalize.credits.agencies import name_agency, split_agencies
from feeds.normalize.credits.capitals import case_name, lower_joins
from feeds.normalize.credits.credited import read_credit_line
from feeds.normalize.credits.gazetteer import begins_like_place, is_city
from feeds.normalize.credits.leads import cut_lead, is_of_others
from feeds.normalize.credits.roles import ROLES
from feeds.normalize.days.months import PRINTED_DATE
from feeds.text.markup import plain_line
from feeds.text.words import fold_text

_MAX_PEOPLE: Final = 30
_MAX_LENGTH: Final = 500

_ADDRESS: Final = re.compile(
    r"\(?\b(?:https?://\S+|www\.\S+|[^\s@<>()]{1,64}@[^\s@<>()]{1,255})\)?|<>"
)
# Where a line goes on to say when.
_SINCE: Final = re.compile(
    r"\s+(?:(?:on|am|le|el|il|op|em)\s+)?(?:(?:first |last )?(?:published|posted|updated|publié"
    r"|veröffentlicht|aktualisiert|publicado|actualizado|pubblicato|aggiornato)\b"
    rf"|(?=.{{0,30}}\d){PRINTED_DATE}|\d{{1,2}}[./]\d"
    r"|\d{1,2}[ -](?:seconds?|min(?:ute)?s?|hours?|days?)\b)",
    re.IGNORECASE,
)
_NAME_IN_BRACKETS: Final = re.compile(r"^[^\s@]+@[^\s@]+\s*\(([^()]+)\)$")
_BREAK: Final = re.compile(
    r"\s*[;|•·\n]\s*|\s+[–—-]\s+"
    r"|(?<!\band)(?<!\bund)(?<!\bet)(?<!\by)(?<!\be)(?<!\ben)(?<!\boch)\.?\s+"
    r"(?=(?:foto|photo|picture|bild|bilder|image)s?\s?:)",
    re.IGNORECASE,
)
# Two words, the second no initial and no title, and a stop.
_SENTENCE: Final = re.compile(r"([^\W\d_]\S*(?: \S+){0,4} \S+[a-zà-ÿ]{2})\.\s+[^\W\d_a-zà-ÿ]")
# Where it asks to be followed.
_FOLLOW: Final = re.compile(r"\s+(?:follow\b|email the author|@\w)", re.IGNORECASE)
# A link to what somebody wrote, with the name in it: "View all posts by Jane Doe →".
_ALL_BY: Final = re.compile(
    r"(?:(?:view|see|show|afficher|voir|ver|vedi|mostra|bekijk|zobacz)\s(?:\w+\s)?"
    r"(?:all|alle|tous|todas|todos|tutti|wszystkie)|alle(?=.+\s(?:anzeigen|ansehen|tonen)\b))"
    r"\s(?:\w+,?\s){1,2}?(?:których autorem jest|by|von|par|de|di|van|por)\s"
    r"(.+?)(?:\s(?:anzeigen|ansehen|tonen))?[\s→»]*",
    re.IGNORECASE,
)
# No name has these; arrows stand in links to the archive.
_NEVER: Final = "@:/→←»"
_LIST: Final = re.compile(
    r"\s*[,،]\s*(?:and|und|et|y|e|ve|και|и|і|та|و)\s+"
    r"|\s+(?:and|und|et|y|e|with|mit|avec|con|og|och|ve)\s+"
    r"(?=[^\W\d_a-zà-ÿ]|(?:dpa|apa|sda|epd|kna|afp|ap)\b)"
    r"|\s+(?:και|и|і|та)\s+(?=[\u0386-\u03ab\u0401-\u042f\u0490])"
    r"|\s+(?:and|with|und|mit|et|avec|y|con|e)\s+"
    r"(?=(?:news )?(?:agencies|wires|staff|services|agenturen|agences|agencias|agenzie)\b)"
    r"|\s+en\s+(?=[^\W\d_a-zà-ÿ]\S*\s)"  # one word behind it is a place, in Spanish
    r"|\s*(?:[,&+、،]|/(?!/))\s*"
)
# An article begins the name of a house that an agency helped; of "Le Van Hai" it begins a person's.
_HOUSE: Final = re.compile(
    r"(?!.+ (?:et|und|y|e) .+ (?:avec|mit|con|com) )"
    r"(?:le [^\s,]+|(?:la|les|der|die|das|el|los|las|il) \w[^,]*?|l['’]\w[^,]*?),? \(?"
    r"(?:avec|with|mit|con|com|met) ([^()]+)\)?",
    re.IGNORECASE,
)
_PARTS: Final = re.compile(f"({_LIST.pattern})")
# Behind the name in brackets: where it was written from, and as what.
_PLACE_IN_BRACKETS: Final = re.compile(r"([^()]*\w)\s*\(([^()]*,[^()]*)\)\s*$")
_SIGNED: Final = re.compile(r"([^()]*\w)\s*\(([^()]*)\)\s*$")
_AT: Final = re.compile(
    r"(?:^|\s+)(?:in|à|à la|en|em|aus|a|from|[Ff]or|FOR|of|für|pour|para|at)\s+"
    r"((?:the |The )?[^\W\d_a-zà-ÿ].*)$"
)
_IN_CAPITALS: Final = re.compile(
    r"((?:[^\W\d_a-zà-ÿ]{2,}\s){1,3}[^\W\d_a-zà-ÿ]{2,})\s(?=\w?[a-zà-ÿ])"
)
_ABBREVIATED: Final = re.compile(r"\b[JS]r\.$")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundByline:
    """People, and agencies that stood among them, each once, in order."""

    people: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()


def read_byline(
    persons: Iterable[RawPerson], publications: Iterable[str], hosts: Iterable[str] = ()
) -> FoundByline:
    """Return the people of a byline and the agencies that stood among them.

    Args:
        persons: As stated; one may hold a whole byline ("By JANE DOE and John Roe | Agency").
        publications: Names of the publication itself, which is no person.
        hosts: Where it is published: "Jane Doe, Lorne Times" at ``lornetimes.example`` is one name.
    """
    named = tuple(islice(persons, _MAX_PEOPLE))
    if not named:
        return FoundByline()
    labels = frozenset(label for host in hosts for label in host.casefold().split("."))
    titles = filter(None, publications)
    own = frozenset(_spell(part) for name in titles for part in _split_title(name))
    people: dict[str, str] = {}
    agencies: dict[str, None] = {}
    for person in named:
        for place, part in enumerate(_split_person(person)):
            if place and _names_house(part, labels):
                continue
            if name := name_agency(part) or _name_desk(part):
                agencies[name] = None
            elif _is_person(part, own):
                name = case_name(part)
                people.setdefault(fold_text(name), name)
    return FoundByline(people=tuple(people.values()), agencies=tuple(agencies))


def _spell(name: str) -> str:
    """Return the letters and digits of a name: "Al-Bawaba" is "Al Bawaba"."""
    return "".join(filter(str.isalnum, fold_text(name)))


def _names_house(part: str, labels: frozenset[str]) -> bool:
    """Tell whether a part of a byline is the publication by its host: "CNN Business"."""
    letters = "".join(filter(str.isalnum, part.casefold()))
    first = part.split(maxsplit=1)[0]
    return letters in labels or (first.isupper() and first.casefold() in labels)


def _split_title(title: str) -> list[str]:
    """Return a publication's title and its parts: "BBC News - Home" is "BBC News" too."""
    parts = [title, *re.split(r"\s*[|:>»•–—]\s*|\s+-\s+", title)]
    plain = [re.sub(r"\.(?:com|org|net|co\.\w\w|de|fr|it|es)$", "", part.lower()) for part in parts]
    return [part.strip() for part in (*parts, *plain) if part.strip()]


def _split_person(person: RawPerson) -> list[str]:
    """Return the single names in one author as stated, still with noise."""
    text = plain_line(person.name[:_MAX_LENGTH], markup=False)
    if not text and (bracketed := _NAME_IN_BRACKETS.match(person.email.strip())):
        text = bracketed[1]
    if bracketed := _NAME_IN_BRACKETS.match(text):
        text = bracketed[1]
    text = _SINCE.split(_ADDRESS.sub(" ", text).replace('"', " "), maxsplit=1)[0].strip()
    text = _FOLLOW.split(text, maxsplit=1)[0]
    if linked := _ALL_BY.fullmatch(text):
        text = linked[1]
    names: list[str] = []
    for chunk in _BREAK.split(text):
        plain = _drop_sentences(chunk.strip(" –—-"))
        if not is_of_others(plain) and not (names and is_city(plain)):
            names.extend(_split_list(lower_joins(cut_lead(plain))))
    return names


def _drop_sentences(chunk: str) -> str:
    """Return the first of several sentences: "Jane Doe. Lorne Times" is Jane Doe."""
    found = _SENTENCE.match(chunk)
    return found[1] if found else chunk


def _split_list(chunk: str) -> list[str]:
    """Return the names of a list; "Doe, Jane" is one name, last name first."""
    if agencies := split_agencies(chunk):
        return list(agencies)
    if (house := _HOUSE.fullmatch(chunk)) and (agencies := read_credit_line(house[1])):
        return list(agencies)
    inverted = re.fullmatch(r"([^\W\d_][\w'’-]+), ([^\W\d_][\w'’-]+(?: [^\W\d_]\.)?)", chunk)
    if inverted and not any(_has_role(part) or name_agency(part) for part in inverted.groups()):
        return [f"{inverted[2]} {inverted[1]}"]
    if (signed := _SIGNED.match(chunk)) and (agencies := split_agencies(signed[2])):
        return [*_split_list(signed[1]), *agencies]
    if bracketed := _PLACE_IN_BRACKETS.match(chunk):
        return [*_split_list(bracketed[1]), *split_agencies(bracketed[2])]
    names: list[str] = []
    for part in _drop_places(_PARTS.split(chunk)):
        plain = cut_lead(_strip_part(part))
        if place := _AT.search(plain):
            names.append(plain[: place.start()])
            names.extend(split_agencies(place[1]))
        else:
            names.append(_cut_role(plain))
    return [name.strip() for name in names if name.strip() and not is_of_others(name)]


def _strip_part(part: str) -> str:
    """Return a part of a list without signs around it; "Jr." keeps its stop."""
    if part.count("(") == 1:
        return part.strip(" ,")
    plain = part.strip(" .,()[]*")
    return f"{plain}." if _ABBREVIATED.search(part.strip()) else plain


def _drop_places(parts: list[str]) -> list[str]:
    """Return the names of a list without places: "Jane Doe, Dresden" names one person.

    Args:
        parts: Names with what parts them in between.
    """
    kept: list[str] = []
    named = False
    for part, parted in zip(parts[::2], ("", *parts[1::2]), strict=True):
        placed = named and "," in parted and _is_place(part)
        if not placed and (len(parts) == 1 or not is_city(part.strip())):
            kept.append(part)
            named = named or len(part.split()) > 1
    return kept


def _is_place(part: str) -> bool:
    """Tell whether what stands behind a full name and a comma is a place, not the next name."""
    if len(part.strip(" .,()").split()) == 1:
        return name_agency(part) is None
    return begins_like_place(part)


def _name_desk(name: str) -> str | None:
    """Return the agency whose desk or staff is named: "Reuters Staff", "AP Business Writer"."""
    words = name.split() if _has_role(name) else []
    begins = (" ".join(words[:count]) for count in range(1, len(words)))
    return next(filter(None, map(name_agency, (*begins, *words[-1:]))), None)


def _cut_role(name: str) -> str:
    """Return a name in capitals without the role behind it: JANE DOE Post Staff Writer."""
    found = _IN_CAPITALS.match(name)
    return found[1] if found and _has_role(name[found.end() :]) else name


def _has_role(name: str) -> bool:
    """Tell whether a word of the name says what somebody does, not who it is."""
    return any(word in ROLES for word in re.split(r"[\s-]+", name.casefold()))


def _is_person(name: str, own: frozenset[str]) -> bool:
    """Tell whether a name can be a person's."""
    words = name.split()
    folded = fold_text(name)
    if _spell(name) in own or folded.startswith("the ") or _has_role(name):
        return False
    if not 1 <= len(words) <= 6 or any(char.isdigit() or char in _NEVER for char in name):  # noqa: PLR2004
        return False
    letters = [char for char in name if char.isalpha()]
    named = any(word[0].isupper() or not word[0].isascii() for word in words)
    return len(letters) > 1 and named and not folded.endswith((".com", ".org", ".net"))
