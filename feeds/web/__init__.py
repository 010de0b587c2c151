"""The shop window: the few questions that others may ask the running daemon.

In: requests over HTTP. Out: whether the pulse beats; what WebSub hubs ask and bring. Touches: a
port (:mod:`.network`).
Next: what is asked here is answered by whoever composed it; nothing here knows the schedule.
"""

from feeds.web.app import make_app
from feeds.web.health import Checkup
from feeds.web.hubs import Callbacks
from feeds.web.network import listen

__all__ = ["Callbacks", "Checkup", "listen", "make_app"]
