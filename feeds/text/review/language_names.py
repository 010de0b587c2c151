"""Names and codes of languages, and the tags they stand for."""

from typing import Final

from feeds.text.query import split_terms

# In English, in their own words, and the codes of ISO 639-2, which no tag has (RFC 5646, 2.2.1).
_NAMES: Final = {
    "af": "afrikaans afr",
    "ar": "arabic العربية ara",
    "be": "belarusian беларуская bel",
    "bg": "bulgarian български bul",
    "bn": "bengali bangla বাংলা ben",
    "ca": "catalan català cat",
    "cs": "czech čeština česky ces cze",
    "cy": "welsh cymraeg cym wel",
    "da": "danish dansk dan",
    "de": "german deutsch deu ger",
    "el": "greek ελληνικά ell gre",
    "en": "english eng",
    "es": "spanish español castellano castilian spa",
    "et": "estonian eesti est",
    "eu": "basque euskara eus baq",
    "fa": "persian farsi فارسی fas per",
    "fi": "finnish suomi fin",
    "fr": "french français fra fre",
    "ga": "irish gaeilge gle",
    "gl": "galician galego glg",
    "he": "hebrew עברית heb iw",
    "hi": "hindi हिन्दी hin",
    "hr": "croatian hrvatski hrv",
    "hu": "hungarian magyar hun",
    "hy": "armenian հայերեն hye arm",
    "id": "indonesian ind",
    "is": "icelandic íslenska isl ice",
    "it": "italian italiano ita",
    "ja": "japanese 日本語 jpn",
    "ka": "georgian ქართული kat geo",
    "ko": "korean 한국어 kor",
    "lt": "lithuanian lietuvių lit",
    "lv": "latvian latviešu lav",
    "mk": "macedonian македонски mkd mac",
    "ms": "malay melayu msa may",
    "nl": "dutch flemish nederlands nld dut",
    "no": "norwegian norsk nor",
    "pl": "polish polski pol",
    "pt": "portuguese português por",
    "ro": "romanian română ron rum",
    "ru": "russian русский rus",
    "sk": "slovak slovenčina slk slo",
    "sl": "slovenian slovene slovenščina slv",
    "sq": "albanian shqip sqi alb",
    "sr": "serbian srpski српски srp",
    "sv": "swedish svenska swe",
    "sw": "swahili kiswahili swa",
    "ta": "tamil தமிழ் tam",
    "th": "thai ไทย tha",
    "tr": "turkish türkçe tur",
    "uk": "ukrainian українська ukr",
    "ur": "urdu اردو urd",
    "vi": "vietnamese vie",
    "yi": "yiddish yid ji",
    "zh": "chinese mandarin 中文 汉语 漢語 zho chi",
}

LANGUAGES: Final = frozenset(_NAMES)
LANGUAGES_BY_NAME: Final = {
    " ".join(split_terms(name)): language
    for language, names in _NAMES.items()
    for name in names.split()
}
"""By the name as words are folded."""

REGIONS: Final = {
    "cn": "zh",
    "cz": "cs",
    "dk": "da",
    "gr": "el",
    "il": "he",
    "ir": "fa",
    "jp": "ja",
    "kr": "ko",
    "rs": "sr",
    "ua": "uk",
    "vn": "vi",
}
"""Countries that are taken for their language; none of them is one itself."""

TAGS_OF_TWO: Final = frozenset(
    {
        *("ca-es", "ca-fr", "ca-it", "de-it", "en-ca", "en-sl", "en-vi", "es-ar", "es-sv"),
        *("fr-ca", "hr-it", "hu-ro", "it-hr", "nl-sr", "sl-it", "sv-fi", "tr-bg"),
    }
)
"""Tags whose region looks like a language, as far as something is published there."""

_SECOND_LETTERS: Final = {
    "a": "abefkmnrsvyz",
    "b": "aeghimnors",
    "c": "aehorsuvy",
    "d": "aevz",
    "e": "elnostu",
    "f": "afijory",
    "g": "adlnuv",
    "h": "aeiortuyz",
    "i": "adegikostu",
    "j": "av",
    "k": "agijklmnorsuvwy",
    "l": "abginotuv",
    "m": "ghiklnrsty",
    "n": "abdeglnorvy",
    "o": "cjmrs",
    "p": "ailst",
    "q": "u",
    "r": "mnouw",
    "s": "acdeghiklmnoqrstuvw",
    "t": "aeghiklnorstwy",
    "u": "gkrz",
    "v": "eio",
    "w": "ao",
    "x": "h",
    "y": "io",
    "z": "ahu",
}
CODES: Final = frozenset(
    first + second for first, seconds in _SECOND_LETTERS.items() for second in seconds
)
"""The languages of two letters (ISO 639-1)."""
