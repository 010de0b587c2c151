"""The pulse: when is each source due, and the daemon that keeps it.

In: what a poll gave, what was remembered. Out: what to remember, the next due time; a whole pass.
Touches: the clock and signals, through the daemon. Next: the corridor.

WebSub has a folder of its own, ``websub``.
"""

from feeds.schedule.daemon import Serve, run_daemon
from feeds.schedule.desk import Desk, open_desk
from feeds.schedule.due import list_due
from feeds.schedule.life import Life
from feeds.schedule.once import read_states, run_once
from feeds.schedule.pace import explain_plan
from feeds.schedule.pulse import Pulse
from feeds.schedule.rhythm import usual_gap
from feeds.schedule.state import remember_poll
from feeds.schedule.websub.callbacks import Callbacks

__all__ = [
    "Callbacks",
    "Desk",
    "Life",
    "Pulse",
    "Serve",
    "explain_plan",
    "list_due",
    "open_desk",
    "read_states",
    "remember_poll",
    "run_daemon",
    "run_once",
    "usual_gap",
]
