"""What programs call the same thing in the front matter of a Markdown text, in one spelling."""

import re
from typing import Final

from feeds.parse.values import as_text

TITLES: Final = ("title", "headline")
SUMMARIES: Final = (
    *("description", "summary", "excerpt", "standfirst", "dek", "teaser", "abstract", "subtitle"),
)
AUTHORS: Final = ("author", "authors", "byline", "creator")
PUBLISHED: Final = (
    *("date", "published", "publisheddate", "publishdate", "pubdate", "publishedat"),
    *("datepublished", "publishedon", "publishedtime", "publicationdate"),
)
UPDATED: Final = (
    *("updated", "lastmod", "modified", "lastmodified", "lastmodifiedat", "updatedat"),
    *("datemodified", "dateupdated", "modifieddate", "updateddate", "lastupdated"),
)
LABELS: Final = ("tags", "keywords", "categories", "category", "tag")
LANGUAGES: Final = ("lang", "language", "locale")
ADDRESSES: Final = (
    *("url", "source", "sourceurl", "link", "originalurl", "canonicalurl", "canonical"),
    "permalink",
)
CANONICALS: Final = ("canonicalurl", "canonical")
SITES: Final = ("site", "sitename", "publisher", "publication", "source")
PICTURES: Final = (
    *("image", "images", "cover", "coverimage", "featuredimage", "thumbnail", "ogimage"),
)
WORDS: Final = frozenset({*TITLES, *SUMMARIES, *LABELS})
"""Of these a sentence is a value like any other."""
DATES: Final = frozenset({*PUBLISHED, *UPDATED})
# A sentence may begin as a key does, ``WASHINGTON: …``; these are what programs write, read or not.
KNOWN: Final = frozenset(
    {
        *(*WORDS, *DATES, *AUTHORS, *LANGUAGES, *ADDRESSES, *SITES, *PICTURES),
        *("created", "createdat", "datesaved", "slug", "alias", "aliases", "redirectfrom"),
        *("layout", "type", "draft", "cssclass", "cssclasses"),
    }
)


def fold_key(key: object) -> str:
    """Return a key in one spelling: ``Pub Date``, ``pub-date`` and ``pubDate`` are one."""
    return re.sub(r"[\s_-]", "", as_text(key)).lower()
