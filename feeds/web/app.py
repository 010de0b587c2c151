"""The application: which path is answered by whom, and requests that nobody answers."""

import structlog
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from feeds.web.health import Examine, answer_health
from feeds.web.hubs import Callbacks, answer_hub

_log = structlog.get_logger()


def make_app(examine: Examine, callbacks: Callbacks) -> ASGIApp:
    """Return the application.

    Args:
        examine: Says how the daemon is.
        callbacks: Knows the subscriptions at WebSub hubs.
    """

    async def tell_health(request: Request) -> Response:
        """Say how the daemon is."""
        return answer_health(request, examine())

    async def meet_hub(request: Request) -> Response:
        """Answer a hub."""
        return await answer_hub(request, callbacks)

    routes = [
        Route("/healthz", tell_health, methods=["GET"]),
        # A proxy may or may not cut its own part of the path.
        Route("/{before:path}websub/{token}", meet_hub, methods=["GET", "POST"]),
    ]
    app = Starlette(routes=routes)
    app.router.redirect_slashes = False  # nobody is ever sent elsewhere
    return _guard(app)


def _guard(app: ASGIApp) -> ASGIApp:
    """Refuse requests that proxies may read in two ways; keep a bug's text from the answer."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if _is_ambiguous(scope):
            refusal = PlainTextResponse("Bad Request", 400)
            await refusal(scope, receive, send)
            return
        begun = False

        async def send_on(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await app(scope, receive, send_on)
        except Exception:  # noqa: BLE001 - a bug met in one request must not end the others
            _log.exception("web crashed")
            if not begun:
                await PlainTextResponse("Internal Server Error", 500)(scope, receive, send)

    return answer


def _is_ambiguous(scope: Scope) -> bool:
    """Return whether where the request ends could be argued about (RFC 9112, 6.3 and 11.2)."""
    names = {name for name, _ in scope["headers"]}
    lengths = [value for name, value in scope["headers"] if name == b"content-length"]
    chunked = b"transfer-encoding" in names
    if chunked and lengths:
        return True
    return scope["method"] != "POST" and (chunked or any(set(each) != {48} for each in lengths))
