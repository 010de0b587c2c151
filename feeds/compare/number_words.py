"""Words for numbers in the languages most sources have, folded as by :mod:`feeds.text.words`.

A word is made of parts (``dreiundzwanzig``: three, and, twenty); a number may be made of several
words (``two hundred and five``).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

_SCALE: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """How a language writes numbers.

    Attributes:
        small: Up to 99, each with what it counts.
        hundreds: What multiplies by a hundred, and what stands for some hundreds.
        scales: Thousands and more.
        shares: Parts of a whole: half, third.
        ordinals: First, second.
        vague: Dozens, hundreds: a number nobody counted.
        joiners: What may stand between parts.
        one: What may be the number one, or an article.
    """

    small: Mapping[str, int]
    hundreds: Mapping[str, int]
    scales: Mapping[str, int]
    shares: Mapping[str, Fraction] = field(default_factory=dict)
    ordinals: Mapping[str, int] = field(default_factory=dict)
    vague: Mapping[str, int] = field(default_factory=dict)
    joiners: frozenset[str] = frozenset()
    one: frozenset[str] = frozenset()


def _count(words: str, first: int = 1, step: int = 1) -> dict[str, int]:
    """Return words with what they count; spellings of one number are parted by a stroke."""
    return {
        word: first + place * step
        for place, spellings in enumerate(words.split())
        for word in spellings.split("|")
    }


def _share(words: str) -> dict[str, Fraction]:
    """Return words for a half, a third, a quarter, a fifth, … with the part they are."""
    return {word: Fraction(1, number) for word, number in _count(words, 2).items()}


def _scale(thousand: str, million: str, billion: str, trillion: str = "") -> dict[str, int]:
    """Return words with the power of a thousand they are."""
    return {
        word: _SCALE**power
        for power, words in enumerate((thousand, million, billion, trillion), start=1)
        for word in words.split()
    }


_ENGLISH: Final = NumberWords(
    small=_count(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen"
    )
    | _count("twenty thirty forty|fourty fifty sixty seventy eighty ninety", 20, 10)
    | {"zero": 0, "dozen": 12, "twice": 2, "thrice": 3, "double": 2, "triple": 3},
    hundreds={"hundred": 100},
    scales=_scale("thousand k", "million mn mln mio", "billion bn", "trillion tn")
    | {"lakh": 100_000, "lakhs": 100_000, "crore": 10_000_000, "crores": 10_000_000},
    shares=_share("half|halves third|thirds quarter|quarters fifth|fifths sixth|sixths")
    | {"tenth": Fraction(1, 10), "tenths": Fraction(1, 10), "eighths": Fraction(1, 8)},
    ordinals=_count(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
    ),
    vague={"dozens": 12, "scores": 20, "hundreds": 100}
    | {"thousands": _SCALE, "millions": _SCALE**2, "billions": _SCALE**3},
    joiners=frozenset({"and"}),
    one=frozenset({"a", "an"}),
)
_GERMAN: Final = NumberWords(
    small=_count(
        "eins zwei|zwo drei vier funf|fuenf sechs sieben acht neun zehn elf zwolf|zwoelf dreizehn "
        "vierzehn funfzehn|fuenfzehn sechzehn siebzehn achtzehn neunzehn"
    )
    | _count("zwanzig dreissig vierzig funfzig|fuenfzig sechzig siebzig achtzig neunzig", 20, 10)
    | {"null": 0, "dutzend": 12, "doppelt": 2, "doppelte": 2},
    hundreds={"hundert": 100},
    scales=_scale(
        "tausend tsd", "million millionen mio", "milliarde milliarden mrd", "billion billionen"
    ),
    shares=_share("halfte|halb|halbe|halben|halbes drittel viertel funftel sechstel")
    | {"zehntel": Fraction(1, 10), "anderthalb": Fraction(3, 2), "eineinhalb": Fraction(3, 2)},
    ordinals={
        stem + ending: number
        for stem, number in _count(
            "erste zweite dritte vierte funfte sechste siebte achte neunte zehnte elfte zwolfte"
        ).items()
        for ending in ("", "n", "r", "s", "m")
    },
    vague={"dutzende": 12, "dutzenden": 12, "hunderte": 100, "hunderten": 100}
    | {"hunderter": 100, "tausende": _SCALE, "tausenden": _SCALE},
    joiners=frozenset({"und"}),
    one=frozenset({"ein", "eine", "einen", "einem", "einer", "eines"}),
)
_FRENCH: Final = NumberWords(
    small=_count(
        "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
    )
    | _count("vingt|vingts trente quarante cinquante soixante septante octante nonante", 20, 10)
    | {
        "double": 2,
        "triple": 3,
        "zero": 0,
        "douzaine": 12,
        "dizaine": 10,
        "quinzaine": 15,
        "vingtaine": 20,
    }
    | {"trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "centaine": 100},
    hundreds={"cent": 100, "cents": 100},
    scales=_scale("mille millier milliers", "million millions", "milliard milliards"),
    shares=_share("moitie|demi|demie tiers quart|quarts cinquieme|cinquiemes")
    | {"dixieme": Fraction(1, 10), "dixiemes": Fraction(1, 10)},
    ordinals=_count("premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme")
    | {"premiere": 1, "second": 2, "seconde": 2, "neuvieme": 9, "dixieme": 10},
    vague={"dizaines": 10, "douzaines": 12, "centaines": 100, "milliers": _SCALE},
    joiners=frozenset({"et"}),
    one=frozenset({"un", "une"}),
)
_SPANISH: Final = NumberWords(
    small=_count(
        "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
        "dieciseis diecisiete dieciocho diecinueve veinte veintiuno|veintiun|veintiuna veintidos "
        "veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve"
    )
    | _count("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10)
    | {
        "doble": 2,
        "triple": 3,
        "cero": 0,
        "docena": 12,
        "decena": 10,
        "veintena": 20,
        "treintena": 30,
        "centenar": 100,
    },
    hundreds={"cien": 100, "ciento": 100}
    | _count("doscientos trescientos cuatrocientos quinientos seiscientos", 200, 100)
    | _count("doscientas trescientas cuatrocientas quinientas seiscientas", 200, 100)
    | _count("setecientos|setecientas ochocientos|ochocientas novecientos|novecientas", 700, 100),
    scales=_scale("mil", "millon millones mill", "millardo millardos"),
    shares=_share("mitad|medio|media tercio|tercios cuarto|cuartos|cuarta quinto|quintos|quinta")
    | {"decimo": Fraction(1, 10), "decimos": Fraction(1, 10), "decima": Fraction(1, 10)},
    ordinals=_count("primer segundo tercer cuarto quinto sexto septimo octavo noveno decimo")
    | _count("primero segunda tercero cuarta quinta sexta septima octava novena decima")
    | {"primera": 1, "tercera": 3},
    vague={"decenas": 10, "docenas": 12, "centenares": 100, "cientos": 100, "miles": _SCALE},
    joiners=frozenset({"y"}),
    one=frozenset({"un", "una"}),
)
_ITALIAN: Final = NumberWords(
    small=_count(
        "uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici "
        "quindici sedici diciassette diciotto diciannove"
    )
    | _count("venti|vent trenta|trent quaranta|quarant cinquanta|cinquant", 20, 10)
    | _count("sessanta|sessant settanta|settant ottanta|ottant novanta|novant", 60, 10)
    | {
        "doppio": 2,
        "triplo": 3,
        "zero": 0,
        "dozzina": 12,
        "decina": 10,
        "ventina": 20,
        "trentina": 30,
        "centinaio": 100,
    },
    hundreds={"cento": 100},
    scales=_scale("mille mila migliaio", "milione milioni mln", "miliardo miliardi mld"),
    shares=_share("meta|mezzo|mezza terzo|terzi quarto|quarti quinto|quinti")
    | {"decimo": Fraction(1, 10), "decimi": Fraction(1, 10)},
    ordinals=_count("primo secondo terzo quarto quinto sesto settimo ottavo nono decimo")
    | _count("prima seconda terza quarta quinta sesta settima ottava nona decima"),
    vague={"decine": 10, "dozzine": 12, "centinaia": 100, "migliaia": _SCALE},
    one=frozenset({"un", "una"}),
)
_PORTUGUESE: Final = NumberWords(
    small=_count(
        "hum dois|duas tres quatro cinco seis sete oito nove dez onze doze treze "
        "catorze|quatorze quinze dezasseis|dezesseis dezassete|dezessete dezoito dezanove|dezenove"
    )
    | _count("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa", 20, 10)
    | {"dobro": 2, "triplo": 3, "zero": 0, "duzia": 12, "dezena": 10, "centena": 100},
    hundreds={"cem": 100, "cento": 100}
    | _count("duzentos trezentos quatrocentos quinhentos seiscentos setecentos", 200, 100)
    | _count("duzentas trezentas quatrocentas quinhentas seiscentas setecentas", 200, 100)
    | _count("oitocentos|oitocentas novecentos|novecentas", 800, 100),
    scales=_scale(
        "mil milhar", "milhao milhoes mi", "bilhao bilhoes biliao bi", "trilhao trilhoes"
    ),
    shares=_share("metade|meio|meia terco|tercos quarto|quartos quinto|quintos")
    | {"decimo": Fraction(1, 10), "decimos": Fraction(1, 10)},
    ordinals=_count("primeiro segundo terceiro quarto quinto sexto setimo oitavo nono decimo")
    | _count("primeira segunda terceira quarta quinta sexta setima oitava nona decima"),
    vague={"dezenas": 10, "duzias": 12, "centenas": 100, "milhares": _SCALE},
    joiners=frozenset({"e"}),
    one=frozenset({"um", "uma"}),
)
_DUTCH: Final = NumberWords(
    small=_count(
        "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien "
        "zestien zeventien achttien negentien"
    )
    | _count("twintig dertig veertig vijftig zestig zeventig tachtig negentig", 20, 10)
    | {
        "dubbel": 2,
        "dubbele": 2,
        "nul": 0,
        "dozijn": 12,
        "tiental": 10,
        "twintigtal": 20,
        "honderdtal": 100,
    },
    hundreds={"honderd": 100},
    scales=_scale("duizend", "miljoen mln", "miljard mld", "biljoen"),
    shares=_share("helft|half|halve derde kwart vijfde")
    | {"tiende": Fraction(1, 10), "anderhalf": Fraction(3, 2), "anderhalve": Fraction(3, 2)},
    ordinals=_count("eerste tweede derde vierde vijfde zesde zevende achtste negende tiende"),
    vague={"tientallen": 10, "honderden": 100, "duizenden": _SCALE, "miljoenen": _SCALE**2},
    joiners=frozenset({"en"}),
    one=frozenset({"een"}),
)

NUMBER_WORDS: Final[Mapping[str, NumberWords]] = {
    "en": _ENGLISH,
    "de": _GERMAN,
    "fr": _FRENCH,
    "es": _SPANISH,
    "it": _ITALIAN,
    "pt": _PORTUGUESE,
    "nl": _DUTCH,
}
"""By primary language subtag (RFC 5646)."""
