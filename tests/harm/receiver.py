"""A receiver of alerts outside the killed process: what it was told, and how often.

It takes nearly everything; now and then it says 500, or takes a message and hangs up in silence.
"""

import json
import random
import socket
import struct
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from typing import Any

from harm.serving import serve

_REFUSED = 0.02
_SILENT = 0.03


class Receiver:
    """Listens on loopback, in threads of this process.

    Attributes:
        messages: How often each message was taken, by id.
        alerts: How often each alert was, alone or in a digest.
        asked: Set by every message.
    """

    def __init__(self, seed: int) -> None:
        """Take a seed."""
        self._random = random.Random(seed)  # noqa: S311 - a seed is the point
        self._lock = threading.Lock()
        self.messages: Counter[str] = Counter()
        self.alerts: Counter[str] = Counter()
        self.asked = threading.Event()
        self._server = serve(self.take)

    @property
    def url(self) -> str:
        """Where messages are posted."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/hook"

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()

    def take(self, request: BaseHTTPRequestHandler) -> None:
        """Take one message, or refuse it, or take it and say nothing."""
        body = request.rfile.read(int(request.headers["Content-Length"]))
        if len(body) < int(request.headers["Content-Length"]):
            return
        with self._lock:
            drawn = self._random.random()
            if drawn >= _REFUSED:
                self.messages[request.headers["webhook-id"]] += 1
                self.alerts.update(_list_alerts(json.loads(body)["data"]))
        self.asked.set()
        if _REFUSED <= drawn < _REFUSED + _SILENT:
            linger = struct.pack("ii", 1, 0)  # closing is a reset then
            request.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            request.connection.close()
            return
        request.send_response(500 if drawn < _REFUSED else 204)
        request.send_header("Content-Length", "0")
        request.end_headers()


def _list_alerts(data: Any) -> Iterator[str]:
    """Yield the ids of the alerts that a message tells."""
    for alert in data.get("alerts", (data,)):
        yield alert["id"]
