"""Make the tables that the package ships: ``frequencies.py TABLES LETTERS`` names their folders.

Needs ``wordfreq`` (its data: Creative Commons BY-SA 4.0), which the program itself does not. Each
language becomes one text file. A line holds words that are equally frequent, behind a number of
two digits: ten times their Zipf value (van Heuven et al. 2014), so 10 ** (number / 10 - 9) is how
often one of all words is this one. Words are folded and cut as the program does it. Of Chinese and
Japanese, where no word is parted, it is pairs of characters, in words and from one to the next.
The letters are the traditional Chinese characters that wordfreq reads as simplified ones.
"""

import gzip
import math
import sys
from collections import defaultdict
from importlib.resources import files
from itertools import pairwise, product
from pathlib import Path

import msgpack
from wordfreq import get_frequency_dict

from feeds.dedupe.languages import fold_letters
from feeds.dedupe.terms import cut_word
from feeds.text.scripts import is_unspaced
from feeds.text.words import split_words

LANGUAGES = (
    *("ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fil", "fr", "he"),
    *("hi", "hu", "id", "is", "it", "ko", "lt", "lv", "mk", "ms", "nb", "nl", "pl", "pt", "ro"),
    *("ru", "sh", "sk", "sl", "sv", "ta", "tr", "uk", "ur", "vi"),
)
PAIRED = ("ja", "zh")
MOST = 10_000


def read_words(language: str) -> dict[str, float]:
    """Return how often the most frequent words are used, cut."""
    frequencies: defaultdict[str, float] = defaultdict(float)
    for word, frequency in list_words(language)[:MOST]:
        for part in split_words(word.replace("'", " ")):
            if not any(character.isdigit() for character in part):
                frequencies[cut_word(part)] += frequency
    return frequencies


def read_pairs(language: str) -> dict[str, float]:
    """Return how often the most frequent pairs of characters are used.

    From one word to the next as often as if words stood beside each other by chance.
    """
    pairs: defaultdict[str, float] = defaultdict(float)
    first: defaultdict[str, float] = defaultdict(float)
    last: defaultdict[str, float] = defaultdict(float)
    for word, frequency in list_words(language):
        folded = fold_letters(word, language)
        if is_unspaced(folded):
            first[folded[0]] += frequency
            last[folded[-1]] += frequency
            for one, other in pairwise(folded):
                pairs[one + other] += frequency
    mass = sum(first.values())
    for (one, before), (other, behind) in product(last.items(), first.items()):
        pairs[one + other] += before * behind / mass
    total = sum(pairs.values())
    ordered = sorted(pairs.items(), key=lambda item: (-item[1], item[0]))
    return {pair: frequency / total for pair, frequency in ordered[:MOST]}


def list_words(language: str) -> list[tuple[str, float]]:
    """Return words with how often they are used, the most frequent first."""
    known = get_frequency_dict(language, "small")
    return sorted(known.items(), key=lambda item: (-item[1], item[0]))


def write_language(folder: Path, language: str) -> None:
    """Write one file."""
    lines: defaultdict[int, list[str]] = defaultdict(list)
    read = read_pairs if language in PAIRED else read_words
    for word, frequency in read(language).items():
        # Ten times the Zipf value.
        lines[round(10 * (math.log10(frequency) + 9))].append(word)
    text = "".join(f"{value} {' '.join(sorted(lines[value]))}\n" for value in sorted(lines)[::-1])
    (folder / f"{language}.txt").write_text(text, encoding="utf-8")


def write_characters(folder: Path) -> None:
    """Write which simplified character stands for which traditional one."""
    packed = files("wordfreq") / "data" / "_chinese_mapping.msgpack.gz"
    known = msgpack.loads(gzip.decompress(packed.read_bytes()), strict_map_key=False)
    pairs = [(chr(code), simple) for code, simple in sorted(known.items())]
    lines = [f"{one} {other}\n" for one, other in pairs if is_unspaced(one + other)]
    (folder / "zh.txt").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    for language in (*LANGUAGES, *PAIRED):
        write_language(Path(sys.argv[1]), language)
    write_characters(Path(sys.argv[2]))
