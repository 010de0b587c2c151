"""News agencies: their names, alone and in lists."""

import re
from typing import Final

# Usual name, then other spellings. Short names count in exactly these letters only.
_AGENCIES: Final = (
    ("AP", "Associated Press", "The Associated Press", "A.P.", "美联社", "أسوشيتد برس"),
    (
        "AFP",
        "Agence France-Presse",
        "Agence France Presse",
        "法新社",
        "أ ف ب",
        "ا ف ب",
        "فرانس برس",
    ),
    (
        "Reuters",
        "REUTERS",
        "Thomson Reuters",
        "Thomson/Reuters",
        "Reuter",
        "路透社",
        "ロイター",
        "رويترز",
    ),
    (
        "dpa",
        "DPA",
        "Deutsche Presse-Agentur",
        "Deutschen Presse-Agentur",
        "dpa-AFX",
        "dpa-infocom",
        "د ب أ",
    ),
    ("AAP", "Australian Associated Press"),
    ("ACN", "Agència Catalana de Notícies"),
    ("Adnkronos", "ADNKRONOS"),
    ("AGI", "Agenzia Giornalistica Italia"),
    ("Agência Brasil",),
    ("Anadolu", "Anadolu Agency", "Anadolu Ajansı"),
    ("ANI", "Asian News International"),
    ("ANP",),
    ("ANSA", "Ansa"),
    ("Antara", "ANTARA"),
    ("APA", "Austria Presse Agentur"),
    ("APP", "Associated Press of Pakistan"),
    ("APS", "Algérie Presse Service"),
    ("askanews", "Askanews"),
    ("ATS", "Keystone-ATS", "Keystone-SDA", "SDA"),
    ("awp", "AWP"),
    ("Belga", "BELGA"),
    ("Bernama", "BERNAMA"),
    ("Bloomberg", "Bloomberg News"),
    ("BSS", "Bangladesh Sangbad Sangstha"),
    ("Business Wire", "BUSINESS WIRE"),
    ("Canadian Press", "The Canadian Press"),
    ("CTK", "ČTK"),
    ("dts", "dts Nachrichtenagentur"),
    ("EFE", "Efe", "Agencia EFE"),
    ("epd",),
    ("Europa Press", "EUROPA PRESS"),
    ("Folhapress", "FOLHAPRESS"),
    ("GlobeNewswire", "GLOBE NEWSWIRE"),
    ("IANS", "Indo-Asian News Service"),
    ("Interfax", "INTERFAX", "Интерфакс", "ИНТЕРФАКС"),
    ("IRNA",),
    ("Jiji", "Jiji Press", "時事"),
    ("KNA",),
    ("Kyodo", "Kyodo News", "KYODO", "共同", "共同通信", "共同通信社"),
    ("LaPresse",),
    ("Lusa", "LUSA", "Agência Lusa"),
    ("MTI",),
    ("Notimex", "NOTIMEX"),
    ("NTB",),
    ("PA", "PA Media", "Press Association"),
    ("PAP",),
    ("ots", "OTS"),
    ("PR Newswire", "PRNewswire"),
    ("Prensa Latina",),
    ("PTI", "Press Trust of India"),
    ("RIA Novosti", "RIA", "РИА Новости"),
    ("Ritzau",),
    ("SANA",),
    ("SID",),
    ("SPA", "Saudi Press Agency"),
    ("TASS", "Tass", "Itar-Tass", "ITAR-TASS", "ТАСС"),
    ("Télam", "TÉLAM"),
    ("TT", "TT News Agency"),
    ("Ukrinform",),
    ("UPI", "United Press International"),
    ("WAM", "Emirates News Agency"),
    ("Xinhua", "XINHUA", "Xinhua News Agency", "新华社", "新華社"),
    ("Yonhap", "YONHAP", "Yonhap News Agency", "연합뉴스"),
)
# These mean other things as well: the Palestinian Authority, or somebody of that name.
AMBIGUOUS: Final = frozenset(
    {
        *("ACN", "AGI", "ANI", "ANP", "APA", "APP", "APS", "ATS", "BSS", "KNA", "MTI", "PA"),
        *("AA", "PAP", "RIA", "SDA", "SID", "SPA", "TT", "WAM", "dts", "ots", "OTS", "Bloomberg"),
        "Reuter",
    }
)
NAMES: Final = {alias: names[0] for names in _AGENCIES for alias in names}
_FOLDED: Final = {alias.casefold(): name for alias, name in NAMES.items()}
_SHORT: Final = {
    "afp": "AFP",
    "ap": "AP",
    "ansa": "ANSA",
    "efe": "EFE",
    "apa": "APA",
    "ats": "ATS",
    "sda": "ATS",
    "awp": "awp",
    "sid": "SID",
    "ots": "ots",
    "tt": "TT",
    "ntb": "NTB",
    "anp": "ANP",
    # In brackets only: elsewhere it is many other things.
    "AA": "Anadolu",
}
_PAIR: Final = re.compile(r"([^\W\d_]+)-([^\W\d_]+)")
_SEPARATOR: Final = re.compile(r"\s*(?:[/,;&+|]|\band\b|\bund\b|\bet\b|\by\b|\be\b)\s*")


def name_agency(text: str) -> str | None:
    """Return the usual name of an agency if the text is its name in any spelling."""
    plain = text.strip(" .,()[]（）/")
    if len(plain) <= 4:  # noqa: PLR2004 - "ap" is no agency, "AP" is
        return NAMES.get(plain)
    return _FOLDED.get(plain.casefold())


def split_agencies(text: str) -> tuple[str, ...]:
    """Return the agencies in a list such as ``dpa/AFP`` or ``AP, Reuters``; none if any is not one.

    Names beside the agencies' own are allowed if short, as in ``dpa/lby``.
    """
    parts = [part for part in _SEPARATOR.split(_part_pairs(text)) if part.strip()]
    named = [name_agency(part) for part in parts]
    if any(named):  # beside a known name, small letters are an agency's too: "dpa/afp"
        named = [name_agency(part) or _SHORT.get(part.strip().casefold()) for part in parts]
    rest = [part for part, name in zip(parts, named, strict=True) if name is None]
    if any(len(part) > 5 or " " in part for part in rest):  # noqa: PLR2004 - desk signs are short
        return ()
    return tuple(dict.fromkeys(name for name in named if name))


def _part_pairs(text: str) -> str:
    """Return a list of agencies with pairs such as ``TT-AFP`` parted."""
    pair = _PAIR.fullmatch(text.strip())
    return "/".join(pair.groups()) if pair and all(map(name_agency, pair.groups())) else text


def split_bracketed(text: str) -> tuple[str, ...]:
    """Return the agencies in brackets, where one may stand in small letters: ``Genf (sda)``."""
    parts = [part.strip() for part in _SEPARATOR.split(text) if part.strip()]
    named = [name_agency(part) or _SHORT.get(part) for part in parts]
    if not all(named):
        return split_agencies(text)
    return tuple(dict.fromkeys(name for name in named if name))
