"""What the page of a story says now, where it was read before."""

from dataclasses import replace
from typing import Any, Final

from feeds.model import FROM_PAGE, Inference, Story, list_page_fields
from feeds.normalize.genres.genre import settle_genre
from feeds.normalize.identity import hash_content
from feeds.normalize.visited import complete_story, take_with_body
from feeds.text.words import count_words, split_words

# Of a text that shows less than this part of what it was, and that from its beginning on, the
# rest stands behind a wall.
_CUT: Final = 0.5


def revise_story(held: Story, page: Story, headline: str | None) -> Story:
    """Return a story with what its page says now in the fields that are the page's.

    What the feed states stays the feed's; but a headline that the page had in common with the
    feed, and has changed since, is the page's from then on. What the page does not say any more
    stays: it may not have been found.

    Args:
        held: The story as it stands.
        page: What the page tells, its body settled.
        headline: The page's own when it was last read; None if that is not known.
    """
    held = complete_story(held, page)
    taken: dict[str, Any] = {}
    if "body_text" in list_page_fields(held) and page.body_text:
        taken = {"body_text": page.body_text, **take_with_body(held, page)}
    if _is_new_headline(held, page, headline):
        origin = Inference(field="headline", origin=FROM_PAGE)
        others = tuple(item for item in held.inferred if item.field != "headline")
        taken |= {"headline": page.headline, "inferred": (*others, origin)}
    revised = settle_genre(replace(held, **taken), page)
    if revised == held:
        return held
    text = f"{revised.headline}\n{revised.standfirst}\n{revised.body_text}"
    revised = replace(revised, word_count=count_words(text))
    return replace(revised, content_hash=hash_content(revised))


def is_cut_off(held: Story, page: Story) -> bool:
    """Tell whether a page shows only how the text begins that it showed before."""
    if "body_text" not in list_page_fields(held):
        return False
    before, now = split_words(held.body_text), split_words(page.body_text)
    if len(now) >= _CUT * len(before):
        return False
    # The last words may be cut, or lead to the rest.
    whole = max(len(now) - 20, len(now) // 2)
    return now[:whole] == before[:whole]


def _is_new_headline(held: Story, page: Story, before: str | None) -> bool:
    """Tell whether the page has another headline than before, and it is the story's."""
    guessed = any(
        item.field == "headline" and not item.origin.startswith(FROM_PAGE) for item in page.inferred
    )
    if guessed or not page.headline:
        return False
    own = "headline" in list_page_fields(held)
    shared = before is not None and split_words(before) == split_words(held.headline)
    return (own or shared) and page.headline not in {before, held.headline}
