"""Which encoding do the letters speak for, where nobody states one and it is not UTF-8?"""

import codecs
import re
from dataclasses import dataclass

from feeds.text.language import detect_language

_TAG = re.compile(rb"<[^<>]{1,1000}>")
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_ASCII_LETTER = re.compile(rb"[A-Za-z]")
_SAMPLE = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Writing:
    """How texts of a script are written.

    Attributes:
        codecs: In which encodings, as Python names them.
        languages: In which languages; the detector must be sure of one.
        usual: Small letters and syllables that fill every text of these languages.
        share: How much they are, at least, of all characters beyond ASCII. True texts lie well
            above, and the same bytes read in another encoding well below: there, rare letters,
            capitals and signs are as frequent as any.
    """

    codecs: tuple[str, ...]
    languages: frozenset[str]
    usual: re.Pattern[str]
    share: float


_WRITINGS = (
    _Writing(
        codecs=("cp1251", "koi8-u", "iso8859-5", "cp866"),
        languages=frozenset({"ru", "uk", "bg", "sr", "mk", "be"}),
        usual=re.compile("[аеинорствлiікдм]"),
        share=0.6,
    ),
    _Writing(
        codecs=("cp1253",),
        languages=frozenset({"el"}),
        usual=re.compile("[αάεέηήιίλμνοόπρσςτυκ]"),
        share=0.65,
    ),
    _Writing(
        codecs=("cp1255",),
        languages=frozenset({"he", "yi"}),
        usual=re.compile("[אבהוילמםנרשת]"),
        share=0.65,
    ),
    _Writing(
        codecs=("cp1256", "iso8859-6"),
        languages=frozenset({"ar", "fa", "ur"}),
        usual=re.compile("[ابتدرعلمنوية]"),
        share=0.6,
    ),
    _Writing(
        codecs=("cp874",),
        languages=frozenset({"th"}),
        usual=re.compile("[กงดตทนมยรลวสหอะาัิีเ่้]"),
        share=0.6,
    ),
    _Writing(
        codecs=("cp932", "euc_jp"),
        languages=frozenset({"ja"}),
        usual=re.compile("[\u3041-\u3096]"),
        share=0.25,
    ),
    _Writing(
        codecs=("cp949",),
        languages=frozenset({"ko"}),
        usual=re.compile("[\uac00-\ud7a3]"),
        share=0.9,
    ),
    _Writing(
        codecs=("gb18030",),
        languages=frozenset({"zh"}),
        usual=re.compile("[的一是在有不中大国人年日月上为这了他们市会时地到说后来以]"),
        share=0.1,
    ),
    _Writing(
        codecs=("big5",),
        languages=frozenset({"zh-hant"}),
        usual=re.compile("[的一是在有不中大國人年日月上為這了他們市會時地到說後來以]"),
        share=0.1,
    ),
)


def guess_encoding(content: bytes) -> str | None:
    """Return the encoding in which the bytes are a text of another script than Latin.

    None where most letters are ASCII, where the text is short, and wherever there is doubt.
    """
    sample = _TAG.sub(b" ", content[:_SAMPLE])
    beyond = len(_BEYOND_ASCII.findall(sample))
    if beyond < len(_ASCII_LETTER.findall(sample)):
        return None
    weights = {
        codec: _weigh(sample, codec, writing) for writing in _WRITINGS for codec in writing.codecs
    }
    best = max(weights, key=weights.__getitem__)
    return best if weights[best] else None


def _weigh(sample: bytes, codec: str, writing: _Writing) -> float:
    """Return how many times the least share of usual letters there is; 0 if too few."""
    try:
        text = codecs.getincrementaldecoder(codec)().decode(sample)
    except UnicodeError:
        return 0
    beyond = sum(not char.isascii() for char in text)
    share = len(writing.usual.findall(text)) / max(1, beyond)
    if share < writing.share or detect_language(text) not in writing.languages:
        return 0
    return share / writing.share
