"""How do we say it? A feed in three formats, a page for people, the files; and a story by itself.

In: :class:`~feeds.model.Feed`. Out: :class:`~feeds.model.Rendition`, then files. Touches: files
(only ``files.py``). Next: ``alert``, and everybody who reads the output folder.

The same feed always gives the same bytes: no rendition holds the time at which it was made.
"""

from feeds.publish.feed import render_feed
from feeds.publish.files import write_renditions
from feeds.publish.formats import INDEX_PATH
from feeds.publish.index import PAGE_POLICY, render_index
from feeds.publish.jsonld import export_jsonld
from feeds.publish.ninjs import export_ninjs
from feeds.publish.opml import render_opml

__all__ = [
    "INDEX_PATH",
    "PAGE_POLICY",
    "export_jsonld",
    "export_ninjs",
    "render_feed",
    "render_index",
    "render_opml",
    "write_renditions",
]
