"""The page about serving the feeds gives every file its media type."""

import re
from pathlib import Path

import pytest

from feeds.publish.formats import FORMATS, Format

_PAGE = Path(__file__).resolve().parents[1] / "docs" / "how-to" / "serve-the-feeds.md"


@pytest.mark.case("P-24")
@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.suffix)
def test_each_server_is_told_what_a_feed_is(form: Format) -> None:
    """Nginx and Caddy alike; and that nobody should guess otherwise."""
    text = _PAGE.read_text("utf-8")
    nginx = text.split("```nginx")[1].split("```")[0]
    caddy = text.split("```caddyfile")[1].split("```")[0]
    suffix, media_type = form.suffix, form.media_type

    assert re.search(rf"^\s+{re.escape(media_type)}\s+{suffix};$", nginx, re.MULTILINE)
    assert f'header *.{suffix} Content-Type "{media_type}; charset=utf-8"'.split() == next(
        line.split() for line in caddy.splitlines() if f"*.{suffix} " in line
    )
    assert all("X-Content-Type-Options nosniff" in server for server in (nginx, caddy))
