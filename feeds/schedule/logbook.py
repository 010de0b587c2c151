"""What the daemon writes into its log of a source: what is news, and nothing else."""

import structlog

from feeds.model import SourceReport

_MOST_REMARKS = 20

_log = structlog.get_logger()


def log_report(report: SourceReport) -> None:
    """Say what is news: stories, how sources are, and what is wrong with files of an inbox."""
    _log.debug("polled", source=report.source_id, answer=report.answer, reason=report.reason)
    if report.new or report.revised:
        _log.info("stories", source=report.source_id, new=report.new, revised=report.revised)
    _log_remarks(report)
    for change in report.health:
        say = _log.info if change.kind == "recovered" else _log.warning
        if change.source_id:
            say(change.kind, source=change.source_id, reason=change.text)
        else:
            say(change.kind, reason=change.text)


def _log_remarks(report: SourceReport) -> None:
    """Name the files that cannot be read, or not wholly: each once, since they stay so."""
    for line in report.new_problems[:_MOST_REMARKS]:
        _log.warning("remark", source=report.source_id, reason=line)
    more = len(report.new_problems) - _MOST_REMARKS
    if more > 0:
        reason = f"and {more} more; wiredesk fetch and status name them"
        _log.warning("remark", source=report.source_id, reason=reason)
