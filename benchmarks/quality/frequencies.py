"""Make the tables of word frequencies that the package ships: ``frequencies.py FOLDER``.

Needs ``wordfreq`` (its data: Creative Commons BY-SA 4.0), which the program itself does not. Each
language becomes one text file. A line holds words that are equally frequent, behind a number of
two digits: ten times their Zipf value (van Heuven et al. 2014), so 10 ** (number / 10 - 9) is how
often one of all words is this one. Words are folded and cut as the program does it.
"""

import math
import sys
from collections import defaultdict
from pathlib import Path

from wordfreq import get_frequency_dict

from feeds.dedupe.terms import cut_word
from feeds.text.words import split_words

LANGUAGES = (
    *("ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fil", "fr", "he"),
    *("hi", "hu", "id", "is", "it", "lt", "lv", "mk", "ms", "nb", "nl", "pl", "pt", "ro", "ru"),
    *("sh", "sk", "sl", "sv", "ta", "tr", "uk", "ur", "vi"),
)
MOST = 10_000


def read_language(language: str) -> dict[str, int]:
    """Return ten times the Zipf value of the most frequent words, cut."""
    frequencies: defaultdict[str, float] = defaultdict(float)
    known = get_frequency_dict(language, "small")
    for word, frequency in sorted(known.items(), key=lambda item: (-item[1], item[0]))[:MOST]:
        for part in split_words(word.replace("'", " ")):
            if not any(character.isdigit() for character in part):
                frequencies[cut_word(part)] += frequency
    return {word: round(10 * (math.log10(value) + 9)) for word, value in frequencies.items()}


def write_language(folder: Path, language: str) -> None:
    """Write one file."""
    lines: defaultdict[int, list[str]] = defaultdict(list)
    for word, value in read_language(language).items():
        lines[value].append(word)
    text = "".join(f"{value} {' '.join(sorted(lines[value]))}\n" for value in sorted(lines)[::-1])
    (folder / f"{language}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    for language in LANGUAGES:
        write_language(Path(sys.argv[1]), language)
