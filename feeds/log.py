"""One line per run and per real change, on standard error; quiet when all is well."""

import logging
from typing import TextIO

import structlog


def configure_log(
    stream: TextIO, *, as_json: bool = False, verbose: bool = False, no_color: bool = False
) -> None:
    """Send log lines to a stream, as text for people or as JSON for machines.

    Values of :class:`feeds.model.Secret` show as asterisks, and tracebacks show no variables:
    a request's headers are among them.
    """
    renderers: tuple[structlog.typing.Processor, ...] = (
        structlog.dev.ConsoleRenderer(
            colors=stream.isatty() and not no_color,
            exception_formatter=structlog.dev.plain_traceback,
        ),
    )
    if as_json:
        renderers = (
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(default=str),
        )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            *renderers,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(
            logging.DEBUG if verbose else logging.INFO
        ),
        logger_factory=structlog.PrintLoggerFactory(file=stream),
        cache_logger_on_first_use=False,
    )
