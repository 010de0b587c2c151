"""Make the tables that the package ships: ``frequencies.py TABLES LETTERS`` names their folders.

Needs ``wordfreq`` (its data: Creative Commons BY-SA 4.0) and for Thai ``pythainlp`` (those of the
Thai National Corpus: CC0 1.0), which the program itself does not. Each language becomes one text
file. A line holds words that are equally frequent, behind a number of two digits: ten times their
Zipf value (van Heuven et al. 2014), so 10 ** (number / 10 - 9) is how often one of all words is
this one. Words are folded and cut as the program does it. Of Chinese and Japanese it is pairs of
characters in words, of Thai runs of four letters; of Korean, words with endings put to them by
chance. The letters are the traditional Chinese characters that wordfreq reads as simplified
ones.
"""

import gzip
import math
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import msgpack
from wordfreq import get_frequency_dict

from feeds.dedupe.sketches.languages import fold_letters
from feeds.dedupe.sketches.reading import read_words
from feeds.dedupe.sketches.terms import cut_parts
from feeds.text.scripts import is_unspaced

LANGUAGES = (
    *("ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fil", "fr", "he"),
    *("hi", "hu", "id", "is", "it", "ja", "ko", "lt", "lv", "mk", "ms", "nb", "nl", "pl", "pt"),
    *("ro", "ru", "sh", "sk", "sl", "sv", "ta", "th", "tr", "uk", "ur", "vi", "zh"),
)
UNSPACED = ("ja", "th", "zh")
INFLECTED = ("ko",)
ENDINGS = 60
MOST = 10_000


def read_plain(language: str) -> dict[str, float]:
    """Return how often the most frequent words are used, cut."""
    frequencies: defaultdict[str, float] = defaultdict(float)
    for word, frequency in list_words(language)[:MOST]:
        for part in cut_written(word, language):
            if not any(character.isdigit() for character in part):
                frequencies[part] += frequency
    return frequencies


def read_inflected(language: str) -> dict[str, float]:
    """Return how often words begin so whose endings the list has apart, as if put by chance."""
    known = list_words(language)
    frequencies: defaultdict[str, float] = defaultdict(float)
    for word, frequency in known[:MOST]:
        for ending, share in (("", 1.0), *known[:ENDINGS]):
            if (word + ending).isalpha():
                for part in cut_written(word + ending, language):
                    frequencies[part] += frequency * share
    ordered = sorted(frequencies.items(), key=lambda item: (-item[1], item[0]))
    return dict(ordered[:MOST])


def cut_written(word: str, language: str) -> Iterator[str]:
    """Yield what the program takes of a word where it stands in a text."""
    parts = [it for it, _, _ in read_words(word, None)] if language in UNSPACED else [word]
    for part in parts:
        yield from cut_parts(fold_letters(part.replace("'", " "), language))


def list_words(language: str) -> list[tuple[str, float]]:
    """Return words with how often they are used, the most frequent first."""
    known = read_thai() if language == "th" else get_frequency_dict(language, "small")
    return sorted(known.items(), key=lambda item: (-item[1], item[0]))


def read_thai() -> dict[str, float]:
    """Return how often words are used in the Thai National Corpus."""
    lines = (files("pythainlp") / "corpus" / "tnc_freq.txt").read_text("utf-8").splitlines()
    counts = {word: int(count) for word, count in (line.split("\t") for line in lines)}
    whole = sum(counts.values())
    return {word: count / whole for word, count in counts.items()}


def write_language(folder: Path, language: str) -> None:
    """Write one file."""
    lines: defaultdict[int, list[str]] = defaultdict(list)
    read = read_inflected if language in INFLECTED else read_plain
    for word, frequency in read(language).items():
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
    for language in LANGUAGES:
        write_language(Path(sys.argv[1]), language)
    write_characters(Path(sys.argv[2]))
