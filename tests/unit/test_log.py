"""What reaches a log."""

import io
import json
import logging
import os
from datetime import UTC, datetime

import pytest
import structlog

from feeds.log import PatientStream, configure_log
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


@pytest.mark.case("T-07")
def test_a_log_that_nobody_reads_keeps_nobody_waiting() -> None:
    """What finds no room is lost and counted; what found room is there when somebody reads."""
    reader, writer = os.pipe()
    stream = PatientStream(writer, room=10)
    for number in range(1000):
        stream.write(f"line {number} {'x' * 1000}\n")
    lines = []
    with open(reader, encoding="utf-8") as pipe:  # noqa: PTH123 - a descriptor has no path
        while not lines or "lost" not in lines[-1]:
            lines.append(pipe.readline())
            stream.write("more\n")
        stream.close(5)  # else its thread would write into whatever gets the number next
        os.close(writer)

    assert lines[0].startswith("line 0 ")
    assert lines[-1].endswith("lines of the log were lost: nobody read it\n")


def test_a_full_pipe_that_refuses_to_wait_loses_no_line() -> None:
    """Somebody else who holds the pipe may have made it so."""
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    stream = PatientStream(writer)
    for number in range(300):
        stream.write(f"line {number} {'x' * 1000}\n")
    with open(reader, encoding="utf-8") as pipe:  # noqa: PTH123 - a descriptor has no path
        lines = [pipe.readline() for _ in range(300)]
        stream.close(5)  # else its thread would write into whatever gets the number next
        os.close(writer)

    assert [f"line {number}" for number in range(300)] == [
        line.rpartition(" ")[0] for line in lines
    ]


def test_what_was_logged_is_there_at_the_end() -> None:
    """Closing waits for it; a stream that nobody can read any more is no trouble."""
    reader, writer = os.pipe()
    stream = PatientStream(writer)
    stream.write("the last word\n")
    stream.close(5)
    said = os.read(reader, 100)
    os.close(reader)
    broken = PatientStream(writer)
    broken.write("to nobody\n")
    broken.close(5)
    os.close(writer)

    assert b"the last word\n" == said


def test_a_moment_is_written_as_the_time_of_the_line_is() -> None:
    """For people and for machines."""
    for as_json in (False, True):
        stream = io.StringIO()
        configure_log(stream, as_json=as_json)
        structlog.get_logger().info("push confirmed", until=datetime(2026, 12, 5, tzinfo=UTC))

        assert "2026-12-05T00:00:00+00:00" in stream.getvalue()


def test_what_a_library_warns_of_is_a_line_like_any_other() -> None:
    """Also for machines."""
    stream = io.StringIO()
    configure_log(stream, as_json=True)
    logging.getLogger("apscheduler.executors.default").warning("missed by %s", "an hour")
    line = json.loads(stream.getvalue())

    assert ("missed by an hour", "warning") == (line["event"], line["level"])
