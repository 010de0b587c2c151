"""What reaches a log."""

import io
import json

import structlog

from feeds.log import configure_log
from feeds.model import Secret


def crash_with(token: str) -> None:
    """Fail with a secret among the variables."""
    revealed = f"Bearer {token}"
    raise KeyError(len(revealed))


def log_a_crash(*, as_json: bool) -> str:
    """Log a crash that knows a secret, and return what was written."""
    stream = io.StringIO()
    configure_log(stream, as_json=as_json)
    try:
        crash_with("TOP" + "SECRET")
    except KeyError:
        structlog.get_logger().exception("poll crashed", token=Secret("TOPSECRET"))
    return stream.getvalue()


def test_a_traceback_for_people_shows_no_variables() -> None:
    """Where it failed, and not with what."""
    written = log_a_crash(as_json=False)

    assert "crash_with" in written
    assert "TOPSECRET" not in written


def test_a_traceback_for_machines_is_one_line_of_json() -> None:
    """The traceback is text in it."""
    (line,) = log_a_crash(as_json=True).splitlines()

    assert "crash_with" in json.loads(line)["exception"]
    assert "TOPSECRET" not in line
