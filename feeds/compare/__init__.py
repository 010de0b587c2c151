"""Is it news to us?

In: stories of one source, what is remembered of it, now. Out: a Change with its reason for each
that is new or revised, Unchanged for the others. Touches: nothing. Next: dedupe.
"""

from feeds.compare.echoes import leave_out_own, leave_out_retold, read_desk_id
from feeds.compare.edits import STRICT, Spelling, list_edits
from feeds.compare.holes import find_holes, keep_places
from feeds.compare.identity import match_stories
from feeds.compare.named import Told, find_named, fold_name, name_withdrawn
from feeds.compare.proof import restore_story, withdraw_story
from feeds.compare.stories import compare_stories, find_edited
from feeds.compare.ticking import Settled, settle_passages
from feeds.compare.withdrawals import read_withdrawal, tells_anew

__all__ = [
    "STRICT",
    "Settled",
    "Spelling",
    "Told",
    "compare_stories",
    "find_edited",
    "find_holes",
    "find_named",
    "fold_name",
    "keep_places",
    "leave_out_own",
    "leave_out_retold",
    "list_edits",
    "match_stories",
    "name_withdrawn",
    "read_desk_id",
    "read_withdrawal",
    "restore_story",
    "settle_passages",
    "tells_anew",
    "withdraw_story",
]
