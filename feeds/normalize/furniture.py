"""What a pasted line is: the report's, or the site's furniture around it.

A sentence is the report's unless it is unmistakably the site talking about itself; only short
lines are judged by labels and looks. A doubtful line stays.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from feeds.normalize.months import PRINTED_DATE
from feeds.normalize.phrases import LABELS, MENU, OPENINGS, POINTERS, RELATED, SITE_TALK
from feeds.text.words import fold_text, split_words

Kind: TypeAlias = Literal["prose", "sentence", "title", "byline", "stamp", "related", "furniture"]

PROSE_WORDS: Final = 8
_UNENDED_PROSE_WORDS: Final = 26
_SHORT_WORDS: Final = 14
_LONGEST_TALK: Final = 600
_LONGEST_SHORT: Final = 300

_CLOSERS: Final = "\"'”’»“)]›」』"
_OPENERS: Final = ('"', "“", "„", "«", "'", "‘", "»", "「")
_ENDS: Final = (".", "…", "。", "．", "।", "۔", "!", "?", "！", "？", "؟")
_WITHOUT_SPACES: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_TALK: Final = re.compile("|".join(SITE_TALK))
_AGENCY_SIGN: Final = (
    r"(?:Reuters|REUTERS|AFP|AP|dpa|DPA|EPA|epa|EFE|ANSA|Lusa|Getty|Bloomberg|Imago|TASS)"
)
_PICTURE: Final = (
    r"(?:photos?|fotos?|bild|image|picture|photograph|credits?|crédits?|crédito|fotografía|imagen"
    r"|immagine|imagem|quelle|©|copyright)"
)
_CREDIT_AT_END: Final = re.compile(
    rf"(?:\b(?:Getty Images|Shutterstock|Alamy|iStock|imago images)\b[^.]{{0,40}}"
    rf"|\w/\s?{_AGENCY_SIGN}\b[^.]{{0,30}}|\bvia (?:AP|AFP|Reuters|Getty)\b[^.]{{0,20}})\.?$"
)
_CREDIT_WORD_AT_END: Final = re.compile(
    rf"(?:^|[.(\[|—–]\s*)(?:{_PICTURE}\s)?{_PICTURE}(?:\s?(?:by|von|de|di)\b|\s?:|\s?/|\s)\s?[^.:]{{2,80}}\.?$",
    re.IGNORECASE,
)
_CAPTION_START: Final = re.compile(
    rf"^(?:file {_PICTURE}|{_PICTURE})\s?(?::|\||—|–|\bby [A-Z])", re.IGNORECASE
)
_BYLINE: Final = re.compile(
    r"^(?:By|BY|Von|VON|Par|PAR|Por|POR|Di|Da|Door|Af|Av|Text|Texte|Texto|Autor(?:in)?|Author"
    r"|Written by|Reported by|Story by|Words by|Words|Redacción|Rédaction|Redaktion)\b\s*:?\s+"
    r"([^\W\d_a-zà-ÿ].*)$"
)
_ROLE_LINE: Final = re.compile(
    r"\b(?:correspondent|reporter|editor|staff writer|columnist|contributor|korrespondent(?:in)?"
    r"|redakteur(?:in)?|journaliste|correspondant(?:e)?|corresponsal|redactora?|giornalista"
    r"|jornalista|repórter)\b",
    re.IGNORECASE,
)
_JOINING: Final = frozenset(
    {"and", "und", "et", "y", "e", "de", "von", "van", "der", "la", "in", "for"}
)
_TIME: Final = re.compile(
    rf"\b(?:{PRINTED_DATE}|\d{{1,2}}[:.h]\d{{2}}(?:[:.]\d{{2}})?(?: ?[ap]\.?m\b\.?)?"
    r"|\d{1,2} ?[ap]\.?m\b\.?|\d{4}-\d{2}-\d{2}(?:T[\d:.+-]+Z?)?|\d{1,2}[./]\d{1,2}[./]\d{2,4}"
    r"|(?:19|20)\d{2}|\d+\s?(?:min(?:ute)?n?s?|hours?|hrs?|days?|weeks?|mins?|stunden?|tagen?"
    r"|heures?|jours?|horas?|d[ií]as?|minut[oi]s?|or[ae]|giorni|uur|dagen)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)",
    re.IGNORECASE,
)
_DAY: Final = re.compile(
    rf"\b(?:{PRINTED_DATE}\s*,?\s\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})"
    rf"|\b{PRINTED_DATE}.{{0,12}}\b\d{{1,2}}[:.]\d{{2}}",
    re.IGNORECASE,
)
_STAMP_WORDS: Final = re.compile(
    r"\b(?:updated?|published|posted|last|first|modified|on|at|the|ago|stand|aktualisiert|veröffentlicht"
    r"|am|um|uhr|vor|publié|mis|à|jour|le|il|y|a|publicado|actualizado|atualizado|el|las|hace|em"
    r"|pubblicato|aggiornato|ore|alle|il|gmt|utc|bst|e[sd]t|p[sd]t|cet|cest|ist|read|lesezeit|de|lecture"
    r"|lectura|lettura|lesen|tempo|tiempo|temps|geplaatst|kl|og|and|und|et)\b",
    re.IGNORECASE,
)
_COUNT: Final = re.compile(
    r"^[+(]?\d[\d.,\s]*[kKmM]?[)+]?(?: \S+){0,2}$|^\S+ [(]?\d[\d.,]*[kKmM]?[)]?$"
)
_SEPARATOR: Final = re.compile(r"\s+[|•·›»>/▸→]\s+|\s{2,}|\t")
_ADDRESS_ONLY: Final = re.compile(r"^(?:\S{0,40}\s)?(?:https?://|www\.|[@#])\S+$|^\S+@\S+\.\S+$")
# Labels of widgets glued together: "newsLiveon". Names such as YouTube are no sign of that.
_GLUED: Final = re.compile(
    r"\b(?!(?:YouTube|WhatsApp|TikTok|LinkedIn|OpenAI|BlackRock|SpaceX|PlayStation|FaceTime|PayPal"
    r"|GitHub)\b)[^\W\d_]*[a-zà-ÿ]{3}[A-ZÀ-Þ][a-zà-ÿ]\w*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line with what it is.

    Attributes:
        text: Without spaces around.
        kind: ``prose`` is a paragraph of the report, ``sentence`` a short one, ``title`` a line
            without full stop that may be headline, subheading or furniture nobody knows;
            ``related`` a label above links; the rest is no text of the report.
        words: How many.
        folded: For comparing: no case, accents or spaces in a row.
    """

    text: str
    folded: str
    kind: Kind
    words: int


def judge_lines(lines: Sequence[str]) -> tuple[Line, ...]:
    """Return every line with its kind; short lines that stand there several times are furniture."""
    folded_lines = [fold_text(" ".join(text.split())) for text in lines]
    counts = Counter(folded_lines)
    judged = []
    for text, folded in zip(lines, folded_lines, strict=True):
        words = count_words(text)
        kind = _judge_line(text, folded, words)
        if kind == "title" and words < PROSE_WORDS and counts[folded] > 1:
            kind = "furniture"
        judged.append(Line(text=text, folded=folded, kind=kind, words=words))
    return tuple(judged)


def count_words(text: str) -> int:
    """Return how many words a line has; where none are parted, two signs are taken for one."""
    return len(split_words(_WITHOUT_SPACES.sub("", text))) + len(_WITHOUT_SPACES.findall(text)) // 2


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends as sentences do, closing quotes and brackets left aside."""
    return text.rstrip(_CLOSERS + " ").endswith(_ENDS)


def is_caption(text: str) -> bool:
    """Tell a caption by the credit of its picture."""
    if len(text) > _LONGEST_TALK:
        return False
    tail = text[-120:]
    return bool(
        _CREDIT_AT_END.search(tail)
        or _CREDIT_WORD_AT_END.search(tail)
        or _CAPTION_START.match(text)
    )


def _judge_line(text: str, folded: str, words: int) -> Kind:
    """Return what one line is, whatever stands around it."""
    if _is_site_talk(folded) or is_caption(text) or folded.startswith(POINTERS):
        return "furniture"
    ended = ends_sentence(text)
    if words >= _UNENDED_PROSE_WORDS or (words >= PROSE_WORDS and (ended or text.endswith(":"))):
        return "prose"
    if short := _judge_short(text, folded.strip(" :.!>»→▸|•·-–—+✕×"), words):
        return short
    return "sentence" if ended and words > 1 else "title"


def _judge_short(text: str, folded: str, words: int) -> Kind | None:
    """Return what a line that is no paragraph is, if its looks or words say so."""
    if len(text) > _LONGEST_SHORT:
        return None
    if folded in RELATED:
        return "related"
    if words == 0 or folded in LABELS or _COUNT.match(text) or _ADDRESS_ONLY.match(text):
        return "furniture"
    if _is_byline(text, words):
        return "byline"
    if _is_stamp(text, words):
        return "stamp"
    if words <= _SHORT_WORDS and folded.startswith(OPENINGS):
        return "furniture"
    if _is_menu(text, folded) or (words <= PROSE_WORDS and _GLUED.search(text)):
        return "furniture"
    return None


def _is_site_talk(folded: str) -> bool:
    """Tell whether the site talks about itself."""
    if len(folded) > _LONGEST_TALK or folded.startswith(_OPENERS):  # somebody else is talking
        return False
    return _TALK.search(folded) is not None


def _is_byline(text: str, words: int) -> bool:
    """Tell whether a line names who wrote the report."""
    if words > _SHORT_WORDS or ends_sentence(text):
        return False
    match = _BYLINE.match(text)
    if match is None:
        return bool(words <= PROSE_WORDS and _ROLE_LINE.search(text) and text.count(",") == 1)
    return _are_names(_TIME.sub(" ", match[1]))


def _are_names(text: str) -> bool:
    """Tell whether all words are names, roles, or join them."""
    return all(
        name[:1].isupper() or name in _JOINING or _ROLE_LINE.match(name) or "@" in name
        for name in re.split(r"[\s,|/&]+", text)
        if any(map(str.isalpha, name))
    )


def _is_stamp(text: str, words: int) -> bool:
    """Tell whether a line says no more than when, and perhaps who."""
    if words > _SHORT_WORDS or not _TIME.search(text) or ends_sentence(text):
        return False
    rest = _STAMP_WORDS.sub(" ", _TIME.sub(" ", text))
    left = count_words(rest)
    if left <= 1 and sum(map(str.isalpha, rest)) <= 10:  # noqa: PLR2004 - a zone
        return True
    named = left <= 4 and _are_names(rest)  # noqa: PLR2004 - a name or an agency's
    return named and _DAY.search(text) is not None


def _is_menu(text: str, folded: str) -> bool:
    """Tell a row of links by what parts them or by its words."""
    items = [item for item in _SEPARATOR.split(text) if item.strip()]
    if len(items) > 2 and all(len(item.split()) <= 4 for item in items):  # noqa: PLR2004
        return True
    words = split_words(folded)
    known = sum(word in MENU for word in words)
    return len(words) > 1 and known >= 0.6 * len(words) and known > 1
