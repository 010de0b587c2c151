"""``wiredesk decisions``: what editors decided, and what came of it."""

from feeds.cli.decided import print_decisions, tell_decisions
from feeds.cli.held import find_story_id, need_database
from feeds.cli.options import DATA_FOLDER, AsJson, DataFolder, RuledStory, write_options
from feeds.cli.terminal import open_console, print_json
from feeds.model import list_ruled
from feeds.pipeline.decided import list_decisions, list_headlines
from feeds.store import open_store


def decisions(
    name: RuledStory = None, *, as_json: AsJson = False, data: DataFolder = DATA_FOLDER
) -> None:
    """List what editors decided with split and merge, the last first, and what came of it.

    A decision holds; or later ones overrule it, or a part of it; or it waits, for its stories are
    not held. The first is what wiredesk undo takes back.

    Exit codes: 0 they are listed, or there are none; 1 nothing is held yet, a story is not held, or
    the name fits several; 4 a newer version made the database; 5 the database or the file of
    decisions cannot be read.
    """
    with open_store(need_database(data), upgrade=False) as store:
        made, headlines = list_decisions(store), list_headlines(store)
        with store.read() as tx:
            story_id = None if name is None else find_story_id(tx, name)
            about = [one for one in made if story_id in {None, *list_ruled(one.rulings)}]
            told = tell_decisions(tx, about, headlines)
    if as_json:
        print_json(told)
    else:
        print_decisions(open_console(), told, name, write_options(data=data))
