"""What comparing needs of a story, made once when it comes in."""

import re
from collections.abc import Sequence
from hashlib import blake2b
from typing import Final
from urllib.parse import urlsplit

from feeds.dedupe.shingles import band_shingles, hash_shingles, sample_shingles
from feeds.dedupe.vocabulary import STOP_WORDS
from feeds.model import Sketch, Story
from feeds.text.words import split_words

# What follows in a longer text changes no verdict and would only cost time.
_MOST_WORDS: Final = 5_000
_FEWEST_TEXT_WORDS: Final = 8
_GUID_LENGTH: Final = 16
_LEAD_WORDS: Final = 40
# Before a term that stands in the first sentence only.
LEAD_MARK: Final = "+"
# A full stop early in a text is more often an abbreviation than the end of a sentence.
_SENTENCE_END: Final = re.compile(r"[.!?。！？](?=\s|$)")
_SENTENCE_START: Final = 40
_LEAD_LENGTH: Final = 1_000


def sketch_story(story: Story) -> Sketch:
    """Return the story's sketch; the same story always gives the same sketch.

    Args:
        story: In the common schema.

    Returns:
        Keys that hold across sources, MinHash bands, a sample of shingles, and terms.
    """
    headline = split_words(story.headline)
    text = split_words(story.body_text or story.standfirst)[:_MOST_WORDS]
    hashes = hash_shingles((headline, text))
    return Sketch(
        story_id=story.id,
        source_id=story.source_id,
        told=story.told,
        language=story.language,
        keys=_find_keys(story, headline, text),
        bands=band_shingles(hashes),
        shingles=sample_shingles(hashes),
        terms=_find_terms(story),
    )


def _find_keys(story: Story, headline: Sequence[str], text: Sequence[str]) -> tuple[str, ...]:
    """Return the identity keys that mean the same at another source."""
    keys: list[str] = []
    if _is_unique(story.guid):
        keys.append(f"guid:{story.guid}")
    if story.canonical_url and _is_page(story.canonical_url):
        keys.append(f"url:{story.canonical_url}")
    if len(text) >= _FEWEST_TEXT_WORDS:
        # With the headline, for a text may be a notice that stands under many stories.
        words = " ".join((*headline, "\n", *text))
        keys.append(f"text:{blake2b(words.encode(), digest_size=16).hexdigest()}")
    return tuple(keys)


def _is_unique(guid: str) -> bool:
    """Tell whether no other publisher can have made the same guid by chance."""
    if guid.startswith(("http://", "https://")):
        return _is_page(guid)
    if guid.startswith(("tag:", "urn:")):
        return True
    return len(guid) >= _GUID_LENGTH and any(char.isdigit() for char in guid)


def _is_page(address: str) -> bool:
    """Tell whether an address names more than a whole site."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return bool(parts.path.strip("/") or parts.query)


def _find_terms(story: Story) -> tuple[str, ...]:
    """Return the telling words of headline and first sentence, sorted.

    A word that only the first sentence has is marked with :data:`LEAD_MARK`.
    """
    headline = _pick_telling(split_words(story.headline))
    lead = split_words(_find_lead(story.standfirst or story.body_text))[:_LEAD_WORDS]
    marked = {LEAD_MARK + word for word in _pick_telling(lead) - headline}
    return tuple(sorted(headline | marked))


def _pick_telling(words: Sequence[str]) -> set[str]:
    return {part for word in words for part in word.split("'") if _is_telling(part)}


def _is_telling(word: str) -> bool:
    """Leave out stop words and bare figures: dates and counts link what does not belong."""
    return len(word) > 1 and word not in STOP_WORDS and not word.isdigit()


def _find_lead(text: str) -> str:
    """Return the first sentence."""
    start = text[:_LEAD_LENGTH].strip()
    end = _SENTENCE_END.search(start, _SENTENCE_START)
    return start[: end.start()] if end else start
