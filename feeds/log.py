"""One line per run and per real change, on standard error; quiet when all is well."""

import logging
from typing import TextIO

import structlog


def configure_log(stream: TextIO, *, as_json: bool, verbose: bool) -> None:
    """Send log lines to a stream, as text for people or as JSON for machines.

    Secrets never reach a log: values of :class:`feeds.model.Secret` show as asterisks.
    """
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer(default=str)
        if as_json
        else structlog.dev.ConsoleRenderer(colors=stream.isatty())
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(
            logging.DEBUG if verbose else logging.INFO
        ),
        logger_factory=structlog.PrintLoggerFactory(file=stream),
        cache_logger_on_first_use=False,
    )
