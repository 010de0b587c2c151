"""Who made a report, as the line of credits below it says: "(Reporting by …; editing by …)"."""

import re
from typing import Final

from feeds.normalize.credits.agencies import name_agency
from feeds.normalize.credits.roles import ROLES
from feeds.normalize.furniture.interviewers import names_either, read_interviewers
from feeds.normalize.furniture.listed_names import JOINING
from feeds.normalize.furniture.no_names import HOUSES
from feeds.text.words import split_words

# Words are told apart by what their people did; behind a noun stands a colon, a name or "by".
_BY: Final = r"(?:\s+(?:by|von|durch|de|du|des|par|por|di|da|do|av|af|door))?"
_NOUN: Final = rf"(?:\s*:|{_BY})"
_REPORTED: Final = "|".join(
    (
        r"(?:(?:additional|further|extra)\s+)?report(?:ing|ed)\s+by",
        r"(?:(?:zusätzliche[rs]?)\s+)?(?:berichte?|reportage|recherche)\s*(?:von|:)",
        r"(?:unter\s+|unter\s+der\s+)?mitarbeit(?:\s+von|\s*:)|berichtet\s+von",
        rf"reportages?{_NOUN}|avec(?:\s+la)?\s+(?:contribution|participation)\s+d(?:e|u|es)",
        r"(?:informations?|reportages?)\s+(?:complémentaires?|additionnels?)\s+d(?:e|u|es)",
        r"(?:con\s+)?(?:reporte|reportaje|información)s?(?:\s+adicional(?:es)?)?\s*(?:de|por|:)",
        rf"servizio{_NOUN}|(?:con\s+)?(?:il\s+)?contributo\s+di|hanno\s+collaborato",
        rf"(?:com\s+)?reportagem(?:\s+adicional)?{_NOUN}|(?:com\s+)?informações\s+de",
        r"verslag(?:geving|gegeven)?\s+(?:door|van)|(?:met\s+)?medewerking\s+van",
        r"rapport(?:ering|erat|erad|eret|ert)\s+a[vf]|reporta(?:ż|z)\s*:?|relacja\s*:",
        r"сообщил[аи]?",
        r"haber(?:i)?\s*:|haberi\s+(?:yazan|hazırlayan)(?:lar)?\s*:?|ek\s+haber\s*:",
    )
)
_WROTE: Final = "|".join(
    (
        r"(?:writing|written|compiled|story)\s+by",
        r"(?:geschrieben|verfasst|zusammengestellt)\s+von",
        rf"(?:rédigée?|écrite?)\s+par|rédaction{_NOUN}",
        r"escrit[oa]\s+por|redactad[oa]\s+por|redacción\s+de|scritt[oa]\s+da",
        r"geschreven\s+door|skriv(?:en|et)\s+av|skrevet\s+a[vf]",
        r"autor(?:ka|zy)?\s*:|автор(?:ы)?\s*:",
        r"opracowa(?:ł|ła|li|nie)\s*:?|подготовил[аи]?|підготува(?:в|ла|ли)|yazan(?:lar)?\s*:?",
    )
)
_HELPED: Final = "|".join(
    (
        (
            r"(?:additional\s+)?(?:edit(?:ing|ed)|translat(?:ion|ed|ing)|production|graphics?"
            r"|photos?|photography|pictures|illustrations?|fact[- ]checking|copy[- ]?editing"
            r"|research|video|data)\s+by"
        ),
        r"(?:redigiert|bearbeitet|übersetzt|redaktion|übersetzung)\s*(?:von|:)",
        (
            r"(?:édité|edité|traduit|relu|corrigé)e?s?\s+par|(?:édition|traduction|relecture)"
            rf"{_NOUN}|version\s+française{_NOUN}"
        ),
        (
            r"(?:editad|traducid|revisad)[oa](?:\s+en\s+español)?\s+por"
            rf"|(?:edición|traducción)(?:\s+en\s+español)?{_NOUN}"
        ),
        (
            rf"(?:tradott|modificat|curat)[oa]\s+da|a\s+cura\s+di|editing{_NOUN}|traduzione{_NOUN}"
            r"|in\s+redazione(?:\s+a\s+[^\W\d_]+)?"
        ),
        rf"(?:editad|traduzid|revisad)[oa]\s+por|(?:edição|tradução|revisão){_NOUN}",
        r"(?:bewerkt|geredigeerd|vertaald)\s+door|redactie\s*:|eindredactie\s*:?",
        r"(?:redigerad|redigeret|redigert|översatt|oversat|oversatt)\s+a[vf]|redigering\s*:",
        r"redagowa(?:ł|ła|li)\s*:?|redakcja\s*:|redaktor\s*:?|tłumaczy(?:ł|ła|li)\s*:?|tłumaczenie\s*:?",
        r"редактор(?:ы)?\s*:?|редактировал[аи]?|перев(?:[её]л|ела|ели)|перевод\s*:?",
        r"редагува(?:в|ла|ли)|переклад\s*:?|перекла(?:в|ла|ли)",
        # Here names are inflected: as they stand they are nobody's.
        r"репортаж|при\s+участии|за\s+участ(?:і|ю)",
        r"düzenleyen(?:ler)?\s*:?|redaksiyon\s*:?|editör(?:ler)?\s*:?|çeviren(?:ler)?\s*:?|çeviri\s*:?",
    )
)
# A part begins a line, or stands behind a sign or a word that joins it.
_PART: Final = re.compile(
    r"(?:^|[;,.،/|–—]|(?<=\s)(?:and|und|et|y|e|i|ve|och|og|en|и|та)(?=\s))\s*"
    rf"(?:(?P<reported>{_REPORTED})|(?P<wrote>{_WROTE})|(?P<helped>{_HELPED}))(?!\w)\s*",
    re.IGNORECASE,
)
# They helped those who reported or wrote.
_ADDED: Final = re.compile(
    r"additional|further|extra|zusätz|mitarbeit|contribu|complément|adicional|collabor|medewerking"
    r"|ek\s",
    re.IGNORECASE,
)
# Alone these say that a report was made; books, songs and pictures are made by others.
_PROVES: Final = re.compile(
    r"report|bericht|recherche|información|servizio|verslag|rapport|relacja|сообщил|haber"
    r"|edit(?:ing|ed)\b|redigi|redak|redac|redag|edición|edição|редакт|редагува|düzenle|editör",
    re.IGNORECASE,
)
_SAYS_BY: Final = re.compile(r"\S\s+\S|:")
_BRACKETED: Final = re.compile(r"[(（\[](?P<inside>.+)[)）\]]\.?")
# Behind the names one sentence may say whom to ask, and where; others would be the report's.
_CONTACT: Final = re.compile(
    r"\.\s+[^\W\d_][^@.!?]{0,120}\b[\w.+-]+@[\w-]+\.\w(?:[^.!?]|\.(?=\w)){0,200}\.?$"
)
_ADDRESSES: Final = re.compile(r"\s*\(\([^()@]*[\w.+-]+@[\w-]+\.\w[^()]*\)\)\.?$")
_NAME: Final = re.compile(r"[^\s,;|/&.،]+")
_WHERE: Final = frozenset(
    {
        *("in", "at", "from", "the", "with", "aus", "bei", "mit", "à", "au", "aux", "avec", "en"),
        *("a", "con", "em", "no", "na", "com", "te", "op", "met", "i", "fra", "från", "med", "w"),
        *("z", "в", "из", "у", "и", "та", "ve", "och", "og", "for", "für", "pour", "para", "del"),
        *("di", "da", "do", "dos", "das", "den", "bin", "al", "el", "ter", "ten", "zu"),
        *("dem", "vom", "le", "les", "las", "los", "du", "des", "della", "dello", "degli", "lo"),
        *("ibn", "ben", "bint", "abu", "umm", "ould", "ul", "ur", "am", "zum", "zur", "het", "of"),
    }
)
# "al-Khalidi", "d'Arc": what stands before the name is joined to it.
_JOINED: Final = re.compile(r"[^\W\d_]{1,4}[-'’‘][^\W\d_a-zß-ÿ]")
_PARTED: Final = re.compile(
    r"(\s*[,;&]\s*|\s+(?:and|with|und|mit|et|avec|y|con|e|com|en|met|og|och)\s+)"
)
_BEHIND: Final = re.compile(r"\s+(?:in|at|from|aus|à|au|a|from|for|für|pour|para|bei)\s.*$")
_HOUSE: Final = re.compile(r"\s+(?:and|with)\s+(?=the\s)")
_LONGEST: Final = 600
_MOST_NAMES: Final = 60


def read_makers(line: str) -> str | None:
    """Return who reported, as a line of names; those who wrote, where only others helped to.

    Args:
        line: "(Reporting by Jane Doe in Paris; Editing by John Roe)". One part alone counts in
            brackets, with a word like "by" or a colon, if it is the one who reported or edited:
            others may be a headline, or made what the report tells of. Who held an interview counts
            without brackets, and is not named by a mere colon.

    Returns:
        Empty where only others are named, or addresses alone; None for a line that says anything
        else.
    """
    if len(line) > _LONGEST:
        return None
    plain = _ADDRESSES.sub("", line.strip())
    if not plain:
        return ""
    found = _BRACKETED.fullmatch(plain)
    inside = (_CONTACT.sub("", found["inside"]) if found else plain).strip()
    if not _PART.match(inside):
        return "" if names_either(inside) else read_interviewers(inside)
    parts = list(_PART.finditer(inside))
    if len(parts) == 1 and not (found and _is_proof(parts[0][0], inside[parts[0].end() :])):
        return None
    ends = (*(part.start() for part in parts[1:]), len(inside))
    names = [inside[part.end() : end] for part, end in zip(parts, ends, strict=True)]
    if not all(map(_are_people, names)):
        return None
    rows = list(zip(parts, names, strict=True))
    added = [names for part, names in rows if part["reported"] and _ADDED.search(part[0])]
    reported = [names for part, names in rows if part["reported"] and names not in added]
    wrote = [names for part, names in rows if part["wrote"]]
    who = (*(reported or wrote), *added)
    return "; ".join(_HOUSE.sub("; ", _drop_houses(names)).strip(" ,.;") for names in who)


def _is_proof(role: str, names: str) -> bool:
    """Tell whether a part alone says who made a report: somebody with more than one name."""
    first = _BEHIND.sub("", _PARTED.split(names)[0]).strip(" .")
    named = name_agency(first) or (" " in first and not _is_house(first))
    return bool(named and _SAYS_BY.search(role) and _PROVES.search(role))


def _drop_houses(names: str) -> str:
    """Return names without those of organisations, which are nobody's."""
    parts = _PARTED.split(names)
    pairs = zip(("", *parts[1::2]), parts[::2], strict=True)
    kept = [(parted, name) for parted, name in pairs if not _is_house(_BEHIND.sub("", name))]
    return "".join((parted if place else "") + name for place, (parted, name) in enumerate(kept))


def _is_house(name: str) -> bool:
    """Tell whether a name is that of an organisation which is no agency known here."""
    return name_agency(name.strip()) is None and not HOUSES.isdisjoint(split_words(name))


def _are_people(text: str) -> bool:
    """Tell whether words are nothing but names, where they were, and for whom they work."""
    words = _NAME.findall(text)
    named = [
        word for word in words if word[0].isupper() or _JOINED.match(word) or name_agency(word)
    ]
    return (
        0 < len(named) <= _MOST_NAMES
        and not any(map(str.isdigit, text))
        and all(word in named or _joins(word) for word in words)
    )


def _joins(word: str) -> bool:
    """Tell whether a word in small letters may stand among names."""
    folded = word.casefold()
    return folded in JOINING or folded in _WHERE or folded in ROLES
