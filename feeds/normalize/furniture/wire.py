"""What agencies write around their copy for newsrooms: slugs, what is new in it, who wrote it."""

import re
from collections.abc import Sequence
from typing import Final

from feeds.normalize.credits.agencies import name_agency

# Services, and lands and their unions as slugs have them: three words joined may be any others,
# as "COVID-SARS-MERS".
_PLACE: Final = (
    "BC|AM|PM|AP|AFP|EU|UN|UNO|NATO|US|USA|UK|GB|UAE|BRITAIN|ENGLAND|SCOTLAND|IRELAND|FRANCE"
    "|GERMANY|ALLEMAGNE|DEUTSCHLAND|AUSTRIA|SWITZERLAND|SUISSE|ITALY|ITALIE|ITALIA|SPAIN|ESPAGNE"
    "|ESPANA|PORTUGAL|NETHERLANDS|BELGIUM|BELGIQUE|POLAND|HUNGARY|GREECE|TURKEY|TURQUIE|UKRAINE"
    "|UCRANIA|RUSSIA|RUSSIE|RUSIA|BELARUS|SERBIA|ROMANIA|SWEDEN|NORWAY|DENMARK|FINLAND|ISRAEL"
    "|PALESTINIANS|GAZA|MIDEAST|SYRIA|SYRIE|SIRIA|IRAQ|IRAK|IRAN|LEBANON|YEMEN|SAUDI|EGYPT"
    "|LIBYA|SUDAN|ETHIOPIA|SOMALIA|KENYA|NIGERIA|SAFRICA|AFRICA|CONGO|CHINA|CHINE|HONGKONG|TAIWAN"
    "|JAPAN|JAPON|NKOREA|SKOREA|KOREA|INDIA|PAKISTAN|AFGHANISTAN|BANGLADESH|MYANMAR|THAILAND"
    "|VIETNAM|INDONESIA|PHILIPPINES|MALAYSIA|AUSTRALIA|CANADA|MEXICO|BRAZIL|BRASIL|ARGENTINA|CHILE"
    "|COLOMBIA|VENEZUELA|PERU|CUBA|HAITI|EUROPE|ASIA|WORLD|GLOBAL"
)
# "(LEAD 2)", "(UPDATE 1)", "(1ST LD)", "(PIX, TV)", behind a slug.
_VERSION: Final = (
    r"\((?:(?:LEAD|UPDATE|WRAPUP|ROUNDUP|LD|PIX|TV|GRAPHIC|PHOTOS?|REPEAT|RPT|CORRECTED|URGENT"
    r"|\d(?:ST|ND|RD|TH))[\s,\d]{0,4}){1,4}\)"
)
# "BC-EU--Hask-Pier,1st Ld-Writethru,212": service, slug, version, words (ANPA 1312).
# Two hyphens stand nowhere else there, so that the slug may have spaces.
# Without a count of words: "AP-US--Ferry Fire, 1st Ld", "AM-Hask Pier, 2nd Ld", "US-PIER-RATES:".
_SLUG: Final = re.compile(
    r"\^?[A-Z]{2}-(?:[A-Z]{0,3}--[^,]{2,60}|[^\s,]{2,60}),(?:[^,\s][^,]{1,40},){0,3}\d{2,4}"
    r"|\^?[A-Z]{2}-[A-Z]{0,3}--[^,.!?]{2,60}(?:,\s?[^,.!?]{1,40}){0,3}"
    r"|\^?[A-Z]{2}-[^,.!?]{2,60},\s?\d(?:st|nd|rd|th)\s(?:Ld|Lead|Add|Sub)\b[\w-]{0,30}"
    rf"|\^?(?:[A-Z]{{2,20}}-){{0,5}}(?:{_PLACE})(?:-[A-Z]{{2,20}}){{1,5}}(?:[:/]|\s?{_VERSION})"
    rf"|\^?(?:{_PLACE})(?:-[A-Z]{{2,20}}){{2,6}}"
    rf"|\^?[A-Z]{{2,20}}(?:-[A-Z]{{2,20}}){{2,6}}[:/]?\s?{_VERSION}"
)
# "UPDATE 2-Pier closes", "WDH/ROUNDUP: …", "(2nd LD) …": which version it is, before a headline,
# which begins with no small letter: "LEAD 10: the water …".
_MARK: Final = (
    r"(?:(?:UPDATE|WRAPUP|ROUNDUP|LEAD|RECAST)\s\d{1,2}(?:\s?[-/](?!\d)|(?<=\s\d):(?=\s[^a-z\s]))"
    r"|(?:RPT|WDH|REFILE)(?:-|/|:\s|\s-\s)|REPEAT[-/](?=\S)"
    r"|(?:EXCLUSIVE|URGENT)-(?=\w*[a-zà-ÿ])"
    r"|(?:URGENTE?|EILMELDUNG|ROUNDUP|WRAPUP)(?:\s?:|\s-)\s"
    r"|\((?:\d(?:st|nd|rd|th)\s)?(?:LEAD|LD)\)\s|\d(?:st|nd|rd|th)\s(?:Ld|LD|Lead)[\w-]{0,12}:\s)\s?"
)
# A correction stands before the others, or behind them: it is kept.
_MARKS: Final = re.compile(rf"(?P<corrects>(?:CORRECTED|CORRECTION|CORRECTIVE)-)?(?:{_MARK})+")
# Folded: what was done to the text. A correction is none of these: readers are told of it.
_NEW: Final = re.compile(
    r"\((?:adds|updates|updating|recasts|repeats|refiles|rewrites|writes thr(?:ough|u)|fixes"
    r"|clarifies|new throughout|inserts|edits|trims|tops|leads|with (?:photos?|video|graphic)"
    r"|neu|aktualisier\w{1,5}|erganz\w{1,5}|wiederholung|zusammenfassung|mit (?:foto|bild|grafik)"
    r"|actualise\w{0,3}|ajoute|precise|complete|reprise|avec (?:photos?|video|infographie)"
    r"|actualiz\w{1,4}|ampli\w{1,4}|anade|repite|sustituye|con (?:fotos?|video|grafico)"
    r"|aggiorn\w{1,6}|aggiunge|ripetizione|riepilogo|atualiz\w{1,5}|acrescenta|repete"
    r"|vult aan|voegt toe|actualiseert|herhaling)\b[^()]{0,200}(?<![.!?])\)"
    r"|(?:eds\.?|attn\.? editors|attention editors)\s?:\s?.{1,300}"
    r"|attention\s?-\s.{1,200}\s///"
    r"|(?:\d{4}\s)?[a-z]{3}\d{4}\s(?:\(?\d\)?\s)?[a-z]{2}\s\d{1,4}\b[\s\w]{0,20}"
)
_CORRECTS: Final = re.compile(r"\bcorrect(?:s|ed|ing|ions?|ive)?\b")
# "jq/ob/mcl", "hq-br/lm": who wrote it and who read it.
_INITIALS: Final = re.compile(
    r"[a-zà-ÿ]{2,4}(?:-[a-zà-ÿ]{2,4})?(?:/[a-zà-ÿ]{2,4}(?:-[a-zà-ÿ]{2,4})?){1,4}"
)
# "Hask, 21 nov 2026 (AFP) -", with the text on the next line.
_DATELINE: Final = re.compile(
    r"[^\W\d_a-z][^.!?()]{1,60}\((?P<agency>[A-Za-zÀ-ÿ][\w-]{1,14})\)\s*(?:\.?\s?[-–—]{1,2})"
)


def is_for_newsrooms(text: str, folded: str) -> bool:
    """Tell whether a line of wire copy is for newsrooms.

    Args:
        text: The line.
        folded: The same, folded, with one space between words.
    """
    if _SLUG.fullmatch(text) or _INITIALS.fullmatch(text):
        return True
    return _NEW.fullmatch(folded) is not None and _CORRECTS.search(folded) is None


def drop_marks(headline: str) -> str:
    """Return a headline without the marks of its version before it; one of a correction stays.

    Args:
        headline: As it stands in the copy.
    """
    found = _MARKS.match(headline)
    rest = headline[found.end() :] if found else ""
    return f"{found['corrects'] or ''}{rest}" if found and rest else headline


def join_datelines(blocks: Sequence[list[str]]) -> list[list[str]]:
    """Return blocks of lines, a dateline on a line of its own joined to the line below it.

    Args:
        blocks: The lines, those together between which none was left empty.
    """
    joined: list[list[str]] = []
    for block in blocks:
        dated = joined[-1][-1] if joined else ""
        if _is_dateline(dated):
            joined[-1][-1] = f"{dated} {block[0]}"
            joined[-1] += block[1:]
        else:
            joined.append(_join_inside(block))
    return joined


def _is_dateline(line: str) -> bool:
    """Tell whether a line is a dateline with the name of an agency; other words may be anything."""
    found = _DATELINE.fullmatch(line)
    return found is not None and name_agency(found["agency"]) is not None


def _join_inside(block: Sequence[str]) -> list[str]:
    """Return the lines of a block, datelines joined to the lines below them."""
    lines: list[str] = []
    for line in block:
        if lines and _is_dateline(lines[-1]):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
    return lines
