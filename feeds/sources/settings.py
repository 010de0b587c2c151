"""The settings: what holds for the whole desk."""

from feeds.model import Settings
from feeds.sources.alerts import Channels, make_health_rules
from feeds.sources.fields import read_fields
from feeds.sources.findings import Findings
from feeds.sources.parts import Part, map_section
from feeds.sources.written import WrittenSettings

_NOT_HEARD = "without listen: no hub is heard, unless wiredesk run is given --listen"


def make_settings(
    parts: tuple[Part, ...], channels: Channels, findings: Findings
) -> tuple[Settings, str | None]:
    """Return the settings, and the secrets file as written (None for none).

    Args:
        parts: The first file, then the included ones, which may not hold settings.
        channels: The names alerts may be sent to; None if nobody knows.
        findings: Takes what is wrong.
    """
    for part in parts[1:]:
        if "settings" in part.root.values:
            place = part.root.keys["settings"]
            findings.add_problem(place, "settings may only stand in the first file")
    node = map_section(parts[0].root, "settings", findings)
    written = read_fields(node, WrittenSettings, findings) if node else {}
    if node and "websub" in written and "listen" not in node.values:
        findings.add_warning(node.keys["websub"], _NOT_HEARD)
    secrets: str | None = written.pop("secrets", None)
    alerts = make_health_rules(node, channels, findings) if node else ()
    return Settings(**written, alerts=alerts), secrets
