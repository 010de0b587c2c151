"""How the page of a story is, in words for people."""

from feeds.cli.terminal import show_time
from feeds.model import Visit


def show_page(visit: Visit) -> str:
    """Say whether a story's page was read, what ended that, and when it is asked for next.

    Args:
        visit: The visit to the page as it is kept; empty words if the story has no page.
    """
    if not visit.url:
        return ""
    last = f"last asked for at {show_time(visit.asked)}" if visit.asked else ""
    words = "; ".join(filter(None, (_show_reading(visit), _show_state(visit), last)))
    why = f": {visit.reason}" if visit.reason else ""
    due = f"; next from {show_time(visit.due)} on" if visit.due else ""
    return f"{words}{why}{due}"


def _show_reading(visit: Visit) -> str:
    """Say how often the page was read."""
    if visit.readings:
        return "read once" if visit.readings == 1 else f"read {visit.readings} times"
    return "not read yet" if visit.state in {"waiting", "due"} else "not read"


def _show_state(visit: Visit) -> str:
    """Say what is done with the page."""
    again = " again" if visit.readings else ""
    match visit.state:
        case "waiting":
            return f"to be read{again} when its turn comes"
        case "due":
            return f"to be read{again}"
        case "done":
            return ""
        case "closed":
            return "not asked for any more"
        case "failed":
            return "given up"
        case "watched":
            return "watched"
        case "missed":
            return "looked for, since its feed does not list it any more"
        case "withdrawn" if visit.due:
            return "looked for, since its story may return"
        case "withdrawn":
            return "not asked for, unless its feed lists its story again"
