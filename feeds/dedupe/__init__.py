"""Have we heard it from others? Finds copies of a text and reports of one event.

In: :class:`~feeds.model.Story` to be sketched; sketches, remembered candidates and terms of what
else was heard in the span of their events, to be compared.
Out: one :class:`~feeds.model.Membership` for each story, with its reason.
Touches: nothing.
Next: curate.

A wrong merge hides a story, so precision goes before recall at every level. Memberships are
stable: a story that has one keeps it, whatever is reported later.
"""

from feeds.dedupe.placing import dedupe_stories, find_related, span_events
from feeds.dedupe.sketching import sketch_story

__all__ = ["dedupe_stories", "find_related", "sketch_story", "span_events"]
