"""The receiver that the how-to shows reads what the desk sends."""

import re
import runpy
import threading
from http.server import HTTPServer
from pathlib import Path

import pytest
from asking import SMALL
from messages import a_message

from feeds.clock import SystemClock
from feeds.fetch import open_web
from feeds.model import Accepted, Channel, Refused, Secret
from feeds.pipeline.deliver import send_message

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "send-alerts.md"
SECRET = "whsec_cGxhbnRlZHNlY3JldC1wbGFudGVkc2VjcmV0"
OTHER = "whsec_b3RoZXJzZWNyZXQtb3RoZXJzZWNyZXQtb3RoZXI="


async def test_the_receiver_of_the_how_to_works(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It takes what was signed with its secret, and nothing else."""
    (shown,) = re.findall(r"```python\n(.+?)```", PAGE.read_text("utf-8"), re.DOTALL)
    script = tmp_path / "receiver.py"
    script.write_text(shown.rpartition("HTTPServer((")[0].replace("whsec_…", SECRET))
    receiver = runpy.run_path(str(script))["Receiver"]
    with HTTPServer(("127.0.0.1", 0), receiver) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = Secret(f"http://127.0.0.1:{server.server_port}/")
        sent = []
        async with open_web(SMALL) as web:
            for secret in (SECRET, OTHER):
                channel = Channel(
                    name="desk", url=url, secrets=(Secret(secret),), allow_private=True
                )
                now = SystemClock().now()
                sent.append(await send_message(channel, a_message(), web, now))
        server.shutdown()

    assert sent[0] == Accepted()
    assert sent[1] == Refused(reason="127.0.0.1: answered 401 Unauthorized")
    assert capsys.readouterr().out == "wiredesk.test {}\n"
