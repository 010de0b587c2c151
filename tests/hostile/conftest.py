"""Options of the hostile cases."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """``pytest tests/hostile --case gzip_bomb`` plays only cases whose name holds this."""
    parser.addoption("--case", default="", help="play only hostile cases whose name holds this")
    parser.addoption("--record", default="", help="folder to write what the cases did, as JSON")
