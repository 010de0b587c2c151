"""News agencies behind a report: credited with the copy, or quoted in it."""

import re
from collections.abc import Iterable
from typing import Final

from feeds.model import Agency
from feeds.normalize.credits.agencies import AMBIGUOUS, NAMES, split_agencies, split_bracketed
from feeds.text.words import fold_text

_LONGEST_LIST: Final = 80

_NAME: Final = "|".join(map(re.escape, sorted(NAMES, key=len, reverse=True)))
# Names may stand side by side: "dpa/AFP". Most letters begin none, which is quickly seen.
_LISTED: Final = re.compile(
    rf"(?=[{''.join({name[0] for name in NAMES})}])(?<![\w@#.])(?:{_NAME})(?![\w@])"
)
_FIRST_NAME: Final = re.compile(r"[A-Z][\w.]* $")
_SURNAMES: Final = frozenset({"Bloomberg", "Reuter"})
_WORD: Final = re.compile(r"[^\W\d_]+")

# A line of nothing but these words and agencies credits the agencies.
_CREDIT_WORDS: Final = frozenset(
    fold_text(
        "with files inputs input from information material reporting additional by the of this that"
        " and or agencies agency news wire wires services service including was is has been not"
        " used in its an a to on all any rights reserved may be published originally first"
        " broadcast rewritten redistributed without permission copyright c copr contributed our"
        " contributing report reports article story copy feed auto generated edited staff source"
        " sources via"
        " syndicated appeared"
        " mit von der die des den und vom durch alle rechte vorbehalten agentur agenturen quelle"
        " quellen agenturmaterial nachrichtenagentur nachrichtenagenturen informationen meldung"
        " avec et l la le les d de du des par agence agences tous droits reserves informations"
        " con informacion y agencia agencias el los todos derechos reservados fuente fuentes"
        " informazioni di da delle e dell fonte fonti agenzia agenzie riproduzione riservata"
        " tutti i diritti riservati com informacoes do das os direitos o a agencia"
        " źródło źródła kaynak kaynaklar источник"
        " met van het en ook bron informatie persbureau med fran och kalla nyhetsbyran"
    ).split()
)
# What stands right before the name of a source of the copy …
_CREDITS: Final = re.compile(
    r"(?:material (?:von|der)|material from|with information from"
    r"|con informaci[oó]n de|con informazioni (?:di|da)|com informa[cç][oõ]es d[ae]"
    r"|source\s?:|quelle\s?:|fuente\s?:|fonte\s?:|źródło\s?:|kaynak\s?:|источник\s?:|©|copyright|agencies\s?:|agenturen\s?:"
    r"|this report by(?: the)?|to this report from(?: the)?|additional reporting by(?: the)?"
    r"|generated from an?|published from an?)"
    r"(?:\s|\(c\)|\d{4}|the\b){0,4}$",
    re.IGNORECASE,
)
_CREDITED_AFTER: Final = re.compile(
    r"^(?:-Material|(?: (?:writers?|journalists?|reporters?|staff)\b.{0,80}?)?"
    r" (?:contributed|beigetragen|ont contribué))",
    re.IGNORECASE,
)
# … and of one that is quoted.
_QUOTES: Final = re.compile(
    r"(?:\b(?:told|according to|interview with|spoke to|speaking to|statement to|reports?)"
    r"|\b(?:remarks|comments) (?:to|carried by)"
    r"|\b(?:reported|cited|quoted|said|seen|obtained|provided|carried|published|polled) by"
    r"|\bgegenüber|\bnach angaben(?: von)?|\blaut|\bagentur(?:en)?|nachrichtenagentur(?:en)?"
    r"|\binformationen (?:von|der)"
    r"|\bselon|\bl['’]agence|\bd['’]après"
    r"|(?:\bdijo|\b[a-z]{3,}(?:ó|aron|ieron))\b[^.]{0,40}\ba|\bsegún|\bla agencia"
    r"|\bdeclaraciones a|\b[a-z]{2,}[ai]do\b[^.]{0,40}\ba"
    r"|\bsecondo|\bdetto\b[^.]{0,40}\ba|\bdisse a|\bà agência|\bsegundo"
    r"|\b(?:noticiou|avançou|informou|avancou)"
    r"|\bnews agenc(?:y|ies)|\bnewswires?|\bagenzia|\bagência"
    r"|\btegen|\bmeld(?:t|de)|\bpersbureau|\bvolgens|\baldus|\baan"
    r"|\btill|\bnyhetsbyrån|\benligt|\bskriver|\brapporterar)"
    r"\s*(?:(?:the|a|o|la|het|state-run|state|news agency|news service|nachrichtenagentur|agence"
    r"|agencia|persbureau|nyhetsbyrån)\s+){0,3}$",
    re.IGNORECASE,
)
# An article is enough before a name that means nothing else.
_ARTICLES: Final = re.compile(
    r"(?:\bder|\bdie|\bà|\bpar|\bà la|\ba|\bpor|\bpela|\bpelo|\bda|\bfür|\bl['’]|\ball['’]"
    r"|\bdell['’]|\bdall['’])\s*$",
    re.IGNORECASE,
)
_QUOTED_AFTER: Final = re.compile(
    r"^-Informationen\b|^(?:['’]s?)?\s+(?:reported|reports|quoted|cited|news agency|meldete|meldet"
    r"|polls?|survey|review|investigation|tally|count|could not|has learned|saw|found"
    r"|a (?:appris|constaté|pu)"
    r"|berichtete|zufolge|a rapporté|rapporte|informó|riferisce|noticiou|"
    r"reporters?|correspondents?|journalists?|photographers?)\b",
    re.IGNORECASE,
)
_SAID_AFTER: Final = re.compile(r"^(?:,|['’]s?)?\s+(?:said|says)\b")
# A name in brackets at the very end, or after a dash there, signs the copy.
_SIGNED: Final = re.compile(
    r"(?P<stop>[.!?\"”»。]\s*)?(?:(?P<open>[(\[（])|[—–-]\s?)"
    r"(?P<names>[\w/.,;+& -]{2,60}?)[)\]）]?\.?$"
)


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
    for paragraph in filter(_may_name, paragraphs):
        for name in _read_credits(paragraph):
            roles.setdefault(name, Agency(name=name, role="credited"))
        for name, signs in _list_mentions(paragraph):
            if signs:
                roles.setdefault(name, Agency(name=name, role="credited"))
            else:
                quoted.append(name)
    for name in quoted:
        roles.setdefault(name, Agency(name=name, role="quoted"))
    return tuple(roles.values())


def _may_name(paragraph: str) -> bool:
    """Tell whether a paragraph may name an agency: most do not, and need no more work."""
    return paragraph.endswith((")", ").", "）")) or _LISTED.search(paragraph) is not None


def read_credit_line(line: str) -> tuple[str, ...]:
    """Return the agencies of a line that credits them and says nothing else.

    ``kel/dpa``, ``Avec AFP``, ``© 2026 The Associated Press. All rights reserved.``
    """
    listed = split_agencies(line) if len(line) <= _LONGEST_LIST else ()
    if listed:
        return listed
    named = [NAMES[match[0]] for match in _LISTED.finditer(line)]
    others = _WORD.findall(fold_text(_LISTED.sub(" ", line))) if named else ()
    return tuple(dict.fromkeys(named)) if _CREDIT_WORDS.issuperset(others) else ()


def _read_credits(paragraph: str) -> tuple[str, ...]:
    """Return the agencies that a line of credits names, or those that sign a paragraph.

    They sign it in brackets or behind a dash at its end.
    """
    if named := read_credit_line(paragraph):
        return named
    signed = _SIGNED.search(paragraph[-_LONGEST_LIST:])
    if signed is None:
        return ()
    named = split_bracketed(signed["names"]) if signed["open"] else ()
    named = named or read_credit_line(signed["names"])
    # "The Palestinian Authority (PA)." explains a name and credits nobody.
    return named if signed["stop"] or AMBIGUOUS.isdisjoint((*named, signed["names"])) else ()


def _list_mentions(paragraph: str) -> list[tuple[str, bool]]:
    """Return the agencies named in a paragraph with whether they are credited there."""
    found = []
    for match in _LISTED.finditer(paragraph):
        before = paragraph[max(0, match.start() - 60) : match.start()]
        if before.endswith(("/", "-")):
            continue
        after = paragraph[match.end() : match.end() + 100]
        if match[0] in _SURNAMES and _FIRST_NAME.search(before):
            continue
        if _CREDITS.search(before) or _CREDITED_AFTER.search(after):
            found.append((NAMES[match[0]], True))
        elif _is_quoted(match[0], before, after):
            found.append((NAMES[match[0]], False))
    return found


def _is_quoted(name: str, before: str, after: str) -> bool:
    """Tell whether the words around an agency's name make it a source of what is said."""
    if _QUOTES.search(before) or _QUOTED_AFTER.search(after):
        return True
    if name in AMBIGUOUS:
        return False
    return bool(_ARTICLES.search(before) or _SAID_AFTER.search(after))
