"""Whether the daemon lives. Quiet: the time is handed in."""

from dataclasses import dataclass

# Without a beat for so long, or with one edit that takes so long, it is taken for stuck; seconds.
_BEAT_LIMIT = 120
_EDIT_LIMIT = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """Signs of life, for whoever watches the daemon from outside.

    Attributes:
        stopped: Why it is taken for stuck, in one line; None while it beats.
        not_applied: Why the configuration as it is in the files now is not in use, in one line;
            None if it is.
    """

    stopped: str | None = None
    not_applied: str | None = None

    @property
    def is_alive(self) -> bool:
        """Whether it beats; that a new configuration cannot be used does not stop it."""
        return self.stopped is None


def explain_stop(beat: float, editing: float | None, now: float) -> str | None:
    """Say why the daemon is taken for stuck; None while it beats.

    Args:
        beat: When it last looked at the plan, in the seconds of a clock that is never set.
        editing: Since when the editor is at one piece of work; None if it waits for some.
        now: The same clock, now.
    """
    if now - beat > _BEAT_LIMIT:
        return f"the plan was not looked at for {now - beat:.0f} seconds"
    if editing is not None and now - editing > _EDIT_LIMIT:
        return f"one edit takes {now - editing:.0f} seconds already"
    return None
