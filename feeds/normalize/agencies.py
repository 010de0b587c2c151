"""News agencies behind a report: credited with the copy, or quoted in it."""

import re
from collections.abc import Iterable
from typing import Final

from feeds.model import Agency

# Usual name, then other spellings. Short names count in exactly these letters only.
_AGENCIES: Final = (
    ("AP", "Associated Press", "The Associated Press", "A.P."),
    ("AFP", "Agence France-Presse", "Agence France Presse"),
    ("Reuters", "REUTERS", "Thomson Reuters", "Reuter"),
    ("dpa", "DPA", "Deutsche Presse-Agentur", "dpa-AFX", "dpa-infocom"),
    ("AAP", "Australian Associated Press"),
    ("AGI", "Agenzia Giornalistica Italia"),
    ("Anadolu", "Anadolu Agency", "Anadolu Ajansı"),
    ("ANI", "Asian News International"),
    ("ANP",),
    ("ANSA", "Ansa"),
    ("APA", "Austria Presse Agentur"),
    ("ATS", "Keystone-ATS", "Keystone-SDA", "SDA"),
    ("Belga", "BELGA"),
    ("Bernama", "BERNAMA"),
    ("Bloomberg", "Bloomberg News"),
    ("Canadian Press", "The Canadian Press"),
    ("CTK", "ČTK"),
    ("EFE", "Efe", "Agencia EFE"),
    ("epd",),
    ("Europa Press",),
    ("IANS", "Indo-Asian News Service"),
    ("Interfax", "INTERFAX"),
    ("IRNA",),
    ("Jiji", "Jiji Press"),
    ("KNA",),
    ("Kyodo", "Kyodo News", "KYODO"),
    ("Lusa", "LUSA", "Agência Lusa"),
    ("MTI",),
    ("NTB",),
    ("PA", "PA Media", "Press Association"),
    ("PAP",),
    ("PTI", "Press Trust of India"),
    ("Ritzau",),
    ("SANA",),
    ("SID",),
    ("TASS", "Tass", "Itar-Tass", "ITAR-TASS"),
    ("TT", "TT News Agency"),
    ("Ukrinform",),
    ("UPI", "United Press International"),
    ("Xinhua", "XINHUA", "Xinhua News Agency"),
    ("Yonhap", "YONHAP", "Yonhap News Agency"),
)
_NAMES: Final = {alias: names[0] for names in _AGENCIES for alias in names}
_FOLDED: Final = {alias.casefold(): name for alias, name in _NAMES.items()}
_SHORT: Final = {"afp": "AFP", "ap": "AP", "ansa": "ANSA", "efe": "EFE", "apa": "APA"}
_ANY: Final = re.compile(
    rf"(?<![\w@#/.-])(?:{'|'.join(map(re.escape, sorted(_NAMES, key=len, reverse=True)))})(?![\w@])"
)
_SURNAMES: Final = frozenset({"Bloomberg"})
_FIRST_NAME: Final = re.compile(r"[A-Z][\w.]* $")
_SEPARATOR: Final = re.compile(r"\s*(?:[/,;&+|]|\band\b|\bund\b|\bet\b|\by\b|\be\b)\s*")

# What stands right before the name of a source of the copy …
_CREDITS: Final = re.compile(
    r"(?:material (?:von|der)|material from|informationen (?:von|der)|information from"
    r"|avec(?: l['’])?|con informaci[oó]n de|con informazioni (?:di|da)|com informa[cç][oõ]es d[ae]"
    r"|source\s?:|quelle\s?:|fuente\s?:|fonte\s?:|©|copyright|agencies\s?:|agenturen\s?:"
    r"|this report by(?: the)?|to this report from(?: the)?|additional reporting by(?: the)?)"
    r"(?:\s|\(c\)|\d{4}|the\b){0,4}$",
    re.IGNORECASE,
)
_CREDITED_AFTER: Final = re.compile(
    r"^(?:-Informationen|-Material|(?: (?:writers?|journalists?|reporters?|staff)\b.{0,80}?)?"
    r" (?:contributed|beigetragen|ont contribué))",
    re.IGNORECASE,
)
# … and of one that is quoted.
_QUOTES: Final = re.compile(
    r"(?:\b(?:told|according to|interview with|spoke to|speaking to|statement to|reports?)"
    r"|\b(?:reported|cited|quoted|said|seen|obtained|provided|carried|published) by"
    r"|\bder|\bdie|\bgegenüber|\bnach angaben(?: von)?|\blaut"
    r"|\bselon|\bl['’]|\bl['’]agence|\bà|\bd['’]après|\bpar"
    r"|(?:ó|dijo|aron|ieron) a|\bsegún|\bla agencia"
    r"|\ball['’]|\bsecondo|\bdell['’]|\bdetto a|\bdisse a|\bà agência|\bsegundo"
    r"|\bnews agenc(?:y|ies)|\bnewswires?|\bnachrichtenagentur(?:en)?|\bagenzia|\bagência)"
    r"\s*(?:(?:the|a|o|la|state-run|state|news agency|news service|nachrichtenagentur|agence"
    r"|agencia)\s+){0,3}$",
    re.IGNORECASE,
)
_QUOTED_AFTER: Final = re.compile(
    r"^(?:['’]s?)?\s+(?:reported|reports|said|says|quoted|cited|news agency|meldete|meldet"
    r"|berichtete|zufolge|a rapporté|rapporte|informó|riferisce|noticiou|"
    r"reporters?|correspondents?|journalists?|photographers?)\b",
    re.IGNORECASE,
)
# A name in brackets at the very end, or after a dash there, signs the copy.
_SIGNED: Final = re.compile(r"(?:\(|\[|[—–-]\s?)([\w/.,;+& -]{2,60}?)[)\]]?\.?$")


def name_agency(text: str) -> str | None:
    """Return the usual name of an agency if the text is its name in any spelling."""
    plain = text.strip(" .,()[]/")
    if len(plain) <= 4:  # noqa: PLR2004 - "ap" is no agency, "AP" is
        return _NAMES.get(plain)
    return _FOLDED.get(plain.casefold())


def split_agencies(text: str) -> tuple[str, ...]:
    """Return the agencies in a list such as ``dpa/AFP`` or ``AP, Reuters``; none if any is not one.

    Names beside the agencies' own are allowed if short, as in ``dpa/lby``.
    """
    parts = [part for part in _SEPARATOR.split(text) if part.strip()]
    named = [name_agency(part) for part in parts]
    if any(named):  # beside a known name, small letters are an agency's too: "dpa/afp"
        named = [name_agency(part) or _SHORT.get(part.strip().casefold()) for part in parts]
    rest = [part for part, name in zip(parts, named, strict=True) if name is None]
    if any(len(part) > 5 or " " in part for part in rest):  # noqa: PLR2004 - desk signs are short
        return ()
    return tuple(dict.fromkeys(name for name in named if name))


def find_agencies(paragraphs: Iterable[str], credited: Iterable[str]) -> tuple[Agency, ...]:
    """Return every agency of a report: credited ones first, each once.

    Args:
        paragraphs: Of headline, standfirst and body.
        credited: Usual names found in byline, dateline or a field of its own.
    """
    roles: dict[str, Agency] = {}
    for name in credited:
        roles[name] = Agency(name=name, role="credited")
    quoted: list[str] = []
    for paragraph in paragraphs:
        for name, signs in _find_mentions(paragraph):
            if signs:
                roles.setdefault(name, Agency(name=name, role="credited"))
            else:
                quoted.append(name)
    for name in quoted:
        roles.setdefault(name, Agency(name=name, role="quoted"))
    return tuple(roles.values())


def _find_mentions(paragraph: str) -> list[tuple[str, bool]]:
    """Return the agencies named in a paragraph with whether they are credited there."""
    signed = _SIGNED.search(paragraph[-80:])
    found = [(name, True) for name in split_agencies(signed[1])] if signed else []
    if whole := split_agencies(paragraph[:80]) if len(paragraph) <= 80 else ():  # noqa: PLR2004
        found += [(name, True) for name in whole]
    for match in _ANY.finditer(paragraph):
        before = paragraph[max(0, match.start() - 60) : match.start()]
        if match[0] in _SURNAMES and _FIRST_NAME.search(before):
            continue
        after = paragraph[match.end() : match.end() + 100]
        if _CREDITS.search(before) or _CREDITED_AFTER.search(after):
            found.append((_NAMES[match[0]], True))
        elif _QUOTES.search(before) or _QUOTED_AFTER.search(after):
            found.append((_NAMES[match[0]], False))
    return found
