"""The door to chats and push services: Apprise, each message in a process of its own.

A plugin may block, print, or take the process down: that must hurt nobody, and show no address.
"""

import asyncio
import difflib
import json
import logging
import os
import re
import resource
import signal
import subprocess
import sys
from contextlib import suppress
from typing import IO, Any, Final

from feeds.alert.chat import quiet_words
from feeds.extras import has_apprise
from feeds.model import Accepted, Channel, ChatAddress, Message, Refused, Sending, Unsure

SECONDS: Final = 30.0
"""For one message, from the start of its process to its end."""

# So alike the name of a service is to what was meant.
_NEAR = 0.75
_LIST = "https://appriseit.com/services/"
_PYTHON = (sys.executable, "-P", "-c")
_BEGUN = b"begun\n"
_MOST_SAID = 4096
_MEMORY = 512 * 1024 * 1024

_STATUS = re.compile(r"error=(\d{3})\b")
# What Apprise notes when a request was sent and nothing came back, or a plugin broke on its way.
_UNSURE = re.compile(
    r"read timed? ?out|RemoteDisconnected|Connection aborted|Connection broken|ConnectionReset"
    r"|raised an exception|exception occ",
    re.IGNORECASE,
)


def look_at_address(address: str) -> ChatAddress:
    """Return what Apprise says of an address; where it is not installed, that it is missing.

    Args:
        address: Of a channel that is neither a webhook nor a mail server.
    """
    if not has_apprise():
        return ChatAddress(missing=_tell_missing(address.partition(":")[0].lower()))
    try:
        ended = subprocess.run(  # noqa: S603 - the program that runs now
            (*_PYTHON, "from feeds.alert.apprise import check_child; check_child()"),
            input=address.encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return ChatAddress(fault="takes too long to read")
    if ended.returncode:
        return ChatAddress(fault="cannot be read")
    return ChatAddress(**json.loads(ended.stdout))


async def send_by_apprise(
    channel: Channel, message: Message, *, seconds: float = SECONDS
) -> Sending:
    """Send a message by the service that the scheme of a channel's address names.

    Args:
        channel: Its address is one of Apprise.
        message: What is told; its words call nobody.
        seconds: Until the process is ended.
    """
    if not has_apprise():
        return Refused(reason=_tell_missing(channel.scheme))
    job = {
        "address": channel.url.reveal(),
        "title": quiet_words(message.subject),
        "body": quiet_words(message.text.strip()),
    }
    said = await _run_process(json.dumps(job).encode(), seconds)
    return _read_said(said, channel.scheme)


def _tell_missing(scheme: str) -> str:
    """Say that the extra is missing."""
    return f"{scheme} needs an extra that is not installed: pip install 'wiredesk[notify]'"


async def _run_process(job: bytes, seconds: float) -> bytes:
    """Run the child process and return what it said; what it began is ended in time."""
    process = await asyncio.create_subprocess_exec(
        *(*_PYTHON, "from feeds.alert.apprise import send_child; send_child()"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        start_new_session=True,
    )
    said = bytearray()
    try:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await _talk(process, job, said)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        await process.wait()
    return bytes(said)


async def _talk(process: asyncio.subprocess.Process, job: bytes, said: bytearray) -> None:
    """Give a process its job, and keep what it says."""
    if process.stdin is None or process.stdout is None:
        return
    with suppress(OSError):  # it may be gone already
        process.stdin.write(job)
        await process.stdin.drain()
        process.stdin.close()
    while len(said) < _MOST_SAID and (piece := await process.stdout.read(_MOST_SAID)):
        said += piece


def _read_said(said: bytes, scheme: str) -> Sending:
    """Return what the words of a child process mean; one that ended early said less."""
    begun = said.startswith(_BEGUN)
    try:
        told: dict[str, str] = json.loads(said.removeprefix(_BEGUN))
    except ValueError:
        reason = f"{scheme}: it did not come to an end"
        return Unsure(reason=reason) if begun else Refused(reason=reason)
    reason = f"{scheme}: {told['reason']}"
    match told["state"]:
        case "accepted":
            return Accepted()
        case "unsure":
            return Unsure(reason=reason)
        case _:
            return Refused(reason=reason)


def send_child() -> None:
    """Send one message; the job comes on standard input. Runs in a process of its own."""
    with _open_answer() as answer:
        state, reason = _notify(json.load(sys.stdin), answer)
        answer.write(json.dumps({"state": state, "reason": reason}).encode())
    os._exit(0)  # whatever threads a plugin has left behind


def check_child() -> None:
    """Say how the address on standard input is. Runs in a process of its own."""
    with _open_answer() as answer:
        answer.write(json.dumps(_look(sys.stdin.read())).encode())
    os._exit(0)


def _open_answer() -> IO[bytes]:
    """Return where a child process answers; what plugins print goes nowhere."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
    answer = os.fdopen(os.dup(1), "wb", buffering=0)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for handle in (1, 2):
        os.dup2(nowhere, handle)
    return answer


def _look(address: str) -> dict[str, str | bool]:
    """Return how an address is: the fields of a :class:`~feeds.model.ChatAddress`."""
    import apprise  # noqa: PLC0415 - an extra, and only those who have a chat wait for it

    scheme = address.partition(":")[0].lower()
    manager: Any = apprise.manager_plugins.NotificationManager
    known = manager()
    if scheme not in known:
        near = difflib.get_close_matches(scheme, sorted(known.schemas()), n=1, cutoff=_NEAR)
        meant = f"did you mean {near[0]}?" if near else f"see the list at {_LIST}"
        return {"fault": f"no service is called {scheme}; {meant}"}
    if not known[scheme].enabled:
        return {"fault": f"{scheme} needs a package that is not installed; see {_LIST}"}
    plugin: Any = apprise.Apprise.instantiate(address, asset=_make_asset())
    if plugin is None:
        form = known[scheme].templates[0].replace("{schema}", scheme)
        return {"fault": f"is no address of {scheme}, which is written {form}; see {_LIST}"}
    return {"holds_secret": plugin.url(privacy=True) != plugin.url(privacy=False)}


def _notify(job: dict[str, str], answer: IO[bytes]) -> tuple[str, str]:
    """Send one message by Apprise; return what became of it, and why."""
    notes = _Notes()
    logger = logging.getLogger("apprise")
    logger.setLevel(logging.DEBUG)
    logger.propagate = False
    import apprise  # noqa: PLC0415 - an extra

    logger.addHandler(notes)
    plugin: Any = apprise.Apprise.instantiate(job["address"], asset=_make_asset())
    if plugin is None:
        return "refused", "its address cannot be used; wiredesk check says why"
    if "overflow=" not in job["address"]:
        plugin.overflow_mode = apprise.OverflowMode.TRUNCATE
    service = apprise.Apprise(asset=_make_asset())
    service.add(plugin)
    answer.write(_BEGUN)
    try:
        done = service.notify(
            title=job["title"], body=job["body"], body_format=apprise.NotifyFormat.TEXT
        )
    except Exception:  # noqa: BLE001 - whatever a plugin raises, and nothing of it is shown
        return "unsure", "no answer came, or its plugin broke"
    return ("accepted", "") if done else notes.explain()


def _make_asset() -> Any:
    """Return how Apprise behaves: one after the other, keeping nothing on disk."""
    import apprise  # noqa: PLC0415 - an extra

    return apprise.AppriseAsset(
        async_mode=False,
        interpret_escapes=False,
        storage_mode=apprise.PersistentStoreMode.MEMORY,
        secure_logging=True,
        app_id="Wiredesk",
        app_desc="Wiredesk",
    )


class _Notes(logging.Handler):
    """What Apprise notes while it sends; read for numbers and words of ours, and never shown."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__(logging.DEBUG)
        self._status = ""
        self._unsure = False

    def emit(self, record: logging.LogRecord) -> None:
        """Read one note."""
        text = record.getMessage()
        if found := _STATUS.search(text):
            self._status = found[1]
        self._unsure = self._unsure or bool(_UNSURE.search(text))

    def explain(self) -> tuple[str, str]:
        """Return what it means that a message was not delivered, and why."""
        if self._status:
            return "refused", f"it answered {self._status}"
        if self._unsure:
            return "unsure", "no answer came, or its plugin broke"
        return "refused", "it could not be reached"
