"""What is told, as people read it: one alert or one change of health, in plain text and HTML."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape
from itertools import zip_longest

from feeds.alert.edits import NAMES, show_edit_html, show_edit_text
from feeds.alert.payload import list_sources
from feeds.alert.repeats import drop_repeats
from feeds.model import Alert, Edit, HealthChange
from feeds.text.characters import clean_line

_MOST_NAMES = 5
_LONGEST_TITLE = 1_000
_DESK = "the desk itself"

Told = Alert | HealthChange


def show_text(told: Told, names: Mapping[str, str]) -> str:
    """Return one of many in plain text."""
    match told:
        case Alert() as alert:
            return _show_alert_text(alert, names)
        case HealthChange() as change:
            return _show_health_text(change, names)


def show_html(told: Told, names: Mapping[str, str]) -> str:
    """Return one of many in HTML."""
    match told:
        case Alert() as alert:
            return _show_alert_html(alert, names)
        case HealthChange() as change:
            return _show_health_html(change, names)


def show_changes_text(alert: Alert) -> str:
    """Return what an alert tells, in plain text: its edits, and its own words for the rest."""
    return "\n".join(
        show_edit_text(told) if isinstance(told, Edit) else told for told in _list_changes(alert)
    )


def show_changes_html(alert: Alert) -> str:
    """Return what an alert tells, in HTML: its edits, and its own words for the rest."""
    return "".join(
        show_edit_html(told) if isinstance(told, Edit) else f'<p dir="auto">{escape(told)}</p>'
        for told in _list_changes(alert)
    )


def _list_changes(alert: Alert) -> tuple[Edit | str, ...]:
    """Return the edit of each kind, or the alert's own line about it; then its further lines.

    What is told under another kind already is not told twice.
    """
    edits = {edit.kind: edit for edit in drop_repeats(alert.edits)}
    told_elsewhere = {edit.kind for edit in alert.edits} - edits.keys()
    lines = alert.text.split("\n")
    told = zip_longest(alert.kinds[: len(lines)], lines)
    return tuple(
        edits.get(kind, line) if kind else line for kind, line in told if kind not in told_elsewhere
    )


def sign_alert(alert: Alert, names: Mapping[str, str]) -> str:
    """Return who told an alert's change, and when it was seen."""
    sources = tuple(names.get(source, source) for source in list_sources(alert))
    return f"{list_names(sources)}, {_moment(alert.created)}"


def _show_alert_text(alert: Alert, names: Mapping[str, str]) -> str:
    """Return an alert in plain text: headline, edits, who told it, where it stands."""
    ends = [sign_alert(alert, names), *([alert.url] if alert.url else [])]
    return "\n".join((show_title(alert, names), "", show_changes_text(alert), "", *ends))


def _show_alert_html(alert: Alert, names: Mapping[str, str]) -> str:
    """Return an alert in HTML."""
    headline = escape(clean_line(alert.headline, _LONGEST_TITLE))
    if alert.url and alert.url.lower().startswith(("https://", "http://")):
        headline = f'<a href="{escape(alert.url)}">{headline}</a>'
    kinds, signed = escape(_list_kinds(alert)), escape(sign_alert(alert, names))
    return f'<h3 dir="auto">{kinds}: {headline}</h3>{show_changes_html(alert)}<p>{signed}</p>'


def _show_health_text(change: HealthChange, names: Mapping[str, str]) -> str:
    """Return a change of health in plain text."""
    return f"{show_title(change, names)}\n{change.text}\n{_moment(change.created)}"


def _show_health_html(change: HealthChange, names: Mapping[str, str]) -> str:
    """Return a change of health in HTML."""
    title, text = escape(show_title(change, names)), escape(change.text)
    return f"<h3>{title}</h3><p>{text}</p><p>{_moment(change.created)}</p>"


def show_title(told: Told, names: Mapping[str, str]) -> str:
    """Return what is told in one line, at most 1000 characters."""
    match told:
        case Alert() as alert:
            title = f"{_list_kinds(alert)}: {alert.headline}"
        case HealthChange(source_id=source_id, kind=kind):
            title = f"{kind}: {call_source(source_id, names)}"
    return clean_line(title, _LONGEST_TITLE)


def call_source(source_id: str | None, names: Mapping[str, str]) -> str:
    """Return how people call a source, or the desk, of which is told where none is named."""
    return names.get(source_id, source_id) if source_id else _DESK


def _list_kinds(alert: Alert) -> str:
    """Return what changed, as in ``Headline + figures``."""
    return " + ".join(NAMES[kind] for kind in alert.kinds).capitalize()


def list_names(names: Sequence[str]) -> str:
    """Return names in a row; of many the first ones, and how many there are besides."""
    shown, others = names[:_MOST_NAMES], len(names) - _MOST_NAMES
    return ", ".join(shown) + (f" and {others} more" if others > 0 else "")


def _moment(moment: datetime) -> str:
    """Return a moment for people."""
    return f"{moment:%Y-%m-%d %H:%M} UTC"
