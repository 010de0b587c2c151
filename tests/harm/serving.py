"""A server on loopback in threads of this process, for desks that are killed."""

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def serve(answer: Callable[[BaseHTTPRequestHandler], None]) -> ThreadingHTTPServer:
    """Listen, and let every request be answered, until the server is shut down."""

    class Handler(BaseHTTPRequestHandler):
        """Hands a request on; a desk that was killed hangs up, or has not sent all of it."""

        def do_GET(self) -> None:
            """Answer a request."""
            try:
                answer(self)
            except OSError:
                self.close_connection = True

        do_POST = do_GET  # noqa: N815 - named by the library

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
