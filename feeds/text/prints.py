"""Fingerprints of stories: equal ones read the same."""

from hashlib import blake2b

from feeds.model import Story


def hash_texts(story: Story) -> str:
    """Return 32 hexadecimal digits for exactly this headline, standfirst and body."""
    texts = f"{story.headline}\x1e{story.standfirst}\x1e{story.body_text}"
    return blake2b(texts.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
