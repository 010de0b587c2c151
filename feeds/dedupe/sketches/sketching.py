"""What comparing needs of a story, made once when it comes in."""

import re
from collections.abc import Sequence
from hashlib import blake2b
from typing import Final

from feeds.dedupe.sketches.pieces import split_pieces
from feeds.dedupe.sketches.shingles import band_shingles, hash_shingles, sample_shingles
from feeds.dedupe.sketches.terms import HEADLINE, read_bag
from feeds.dedupe.sketches.vectors import UNIT, weigh_terms
from feeds.dedupe.sketches.vocabulary import TIME_WORDS
from feeds.model import SIGNS, Sketch, Story
from feeds.text.characters import join_line
from feeds.text.urls import names_page
from feeds.text.variants import find_page
from feeds.text.words import fold_text

# What follows in a longer text changes no verdict and would only cost time.
_MOST_WORDS: Final = 5_000
_FEWEST_TEXT_WORDS: Final = 8
# RFC 9562: only with version and variant, which a number with zeros before it does not have.
_UUID: Final = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", re.IGNORECASE
)


def sketch_story(story: Story, *, publishes: bool = True) -> Sketch:
    """Return the story's sketch; the same story always gives the same sketch.

    Args:
        story: In the common schema.
        publishes: Whether its source does: most inboxes only pass on what others publish.

    Returns:
        Keys that hold across sources, bands, shingles, and terms.
    """
    headline = split_pieces(story.headline, story.language)
    text = split_pieces(story.body_text or story.standfirst, story.language)[:_MOST_WORDS]
    hashes = hash_shingles((headline, text))
    bag = read_bag(story)
    weighed = [] if story.genre else weigh_terms(bag.terms, story.language)
    kept = {term for term, _ in weighed} - TIME_WORDS
    return Sketch(
        story_id=story.id,
        source_id=story.source_id,
        publication=join_line(fold_text(story.attribution_title)),
        anonymous=not (publishes or story.attribution_title),
        told=story.told,
        language=story.language,
        keys=_find_keys(story, headline, text),
        bands=band_shingles(hashes),
        shingles=sample_shingles(hashes),
        terms=tuple([HEADLINE + it if it in bag.headline else it for it, _ in weighed]),
        weights=tuple([round(UNIT * weight) for _, weight in weighed]),
        spelled=tuple([bag.spelled[term] for term, _ in weighed[:SIGNS]]),
        names=tuple([" ".join(pair) for pair in bag.names if kept.issuperset(pair)]),
        sentences=tuple([bag.sentences.get(term, 0) for term, _ in weighed]),
    )


def _find_keys(story: Story, headline: Sequence[str], text: Sequence[str]) -> tuple[str, ...]:
    """Return the identity keys that mean the same at another source.

    Only what the story is known by at its own source: a guid or an address that several entries
    of its document share is not among its keys, and proves nothing here either. Of an address that
    shows a page in another form, for phones or for printing, that of the page, too.
    """
    known = ("guid:", "url:") if _is_unique(story.guid) else ("url:",)
    keys = [key for key in story.keys if key.startswith(known)]
    addresses = [key.removeprefix("url:") for key in keys if key.startswith("url:")]
    pages = [f"url:{find_page(address)}" for address in addresses]
    keys += [page for page in pages if page not in keys]
    if len(text) >= _FEWEST_TEXT_WORDS:
        # With the headline, for a text may be a notice that stands under many stories.
        words = " ".join((*headline, "\n", *text))
        keys.append(f"text:{blake2b(words.encode(), digest_size=16).hexdigest()}")
    return tuple(keys)


def _is_unique(guid: str) -> bool:
    """Tell whether no other publisher can have made the same guid by chance.

    Addresses of pages, ``tag:`` (RFC 4151), ``urn:`` (RFC 8141) and UUIDs (RFC 9562) are; the
    numbers that programs count up are not, however many digits they are written with.
    """
    if guid.startswith(("http://", "https://")):
        return _is_page(guid)
    return guid.startswith(("tag:", "urn:")) or _UUID.fullmatch(guid) is not None


def _is_page(address: str) -> bool:
    """Tell whether an address can be read and names more than a host."""
    try:
        return names_page(address)
    except ValueError:
        return False
