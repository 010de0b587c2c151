"""What listens beside the pulse: schedule and web put together."""

from contextlib import AbstractAsyncContextManager

from feeds.schedule.daemon import Serve
from feeds.schedule.pulse import Pulse
from feeds.schedule.websub.callbacks import Callbacks
from feeds.web import Checkup, listen, make_app


def serve_at(at: str) -> Serve:
    """Return what listens at an address and port as long as the pulse beats."""

    def serve(pulse: Pulse, callbacks: Callbacks) -> AbstractAsyncContextManager[None]:
        """Listen for as long as the context lasts."""
        return listen(at, make_app(lambda: examine_pulse(pulse), callbacks))

    return serve


def examine_pulse(pulse: Pulse) -> Checkup:
    """Say how it is; why a configuration was refused is for the log, not for strangers."""
    life = pulse.tell_life()
    return Checkup(stopped=life.stopped, applied=life.not_applied is None)
