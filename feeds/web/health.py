"""How the daemon is, in a word. Quiet: it is told by whoever knows."""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

_WELL = 200
_STOPPED = 503
_NOT_APPLIED = "the configuration cannot be used, the one before is: see the log"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkup:
    """What can be said of the daemon to anybody who asks: no address, no name, no path.

    Attributes:
        stopped: Why it is taken for stuck, in one line; None while its pulse beats.
        applied: Whether the configuration as it is in the files now is in use.
    """

    stopped: str | None = None
    applied: bool = True


Examine = Callable[[], Checkup]


def answer_health(request: Request, checkup: Checkup) -> Response:
    """Return 200 while the pulse beats and 503 when it stopped; JSON for who asks for it."""
    status = _STOPPED if checkup.stopped else _WELL
    if "application/json" in request.headers.get("accept", "").lower():
        return JSONResponse({"stopped": checkup.stopped, "applied": checkup.applied}, status)
    lines = [checkup.stopped or "well"]
    if not checkup.applied:
        lines.append(_NOT_APPLIED)
    return PlainTextResponse("".join(f"{line}\n" for line in lines), status)
