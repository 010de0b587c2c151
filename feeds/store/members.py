"""Which stories stand in a group: those that joined it, and the one that founded it."""

from sqlalchemy import Column, CompoundSelect, TableValuedAlias, select, union_all

from feeds.store.tables import memberships


def list_members(group: Column[str], wanted: TableValuedAlias) -> CompoundSelect[tuple[str]]:
    """Return the query for the ids of all stories in some groups.

    Args:
        group: Of the memberships: ``copies_id``, ``fold_id`` or ``event_id``.
        wanted: The ids of the groups.
    """
    story_id = memberships.c.story_id
    return union_all(
        select(story_id)
        .select_from(wanted)
        .join(memberships, (group == wanted.c.value) & (group != story_id)),
        select(story_id)
        .select_from(wanted)
        .join(memberships, (story_id == wanted.c.value) & (group == story_id)),
    )
