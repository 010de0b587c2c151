"""Names of stories on the command line, looked up in a real database."""

from pathlib import Path

import pytest
from stories import a_change, a_story

from feeds.cli.held import find_story_id
from feeds.errors import WiredeskError
from feeds.store import open_store, save_changes


def test_a_name_that_fits_several_stories_lists_them_with_their_headlines(tmp_path: Path) -> None:
    """Ids alone tell nobody which to choose."""
    with open_store(tmp_path / "wiredesk.db") as store:
        with store.write() as tx:
            save_changes(tx, [a_change(a_story(name)) for name in ("dam", "dim")])
        with store.read() as tx, pytest.raises(WiredeskError) as caught:
            find_story_id(tx, "id-d")

    assert "id-d fits several stories:\n  id-dam  The dam holds\n  id-dim  The dim holds" == str(
        caught.value
    )
