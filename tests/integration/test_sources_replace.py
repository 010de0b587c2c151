"""A configuration file replaced on disk: whole, or not at all."""

from pathlib import Path

import pytest

from feeds.errors import ConfigError
from feeds.sources import load_config, read_file, replace_file

OLD = b"sources:\n- https://a.example/\n"
NEW = b"sources:\n- https://a.example/\n- https://b.example/\n"


def test_a_file_is_tried_before_it_is_written(tmp_path: Path) -> None:
    """The loader reads other bytes in its place; the file is not touched."""
    path = tmp_path / "sources.yaml"
    path.write_bytes(OLD)

    assert 2 == len(load_config(path, {}, content=NEW).sources)
    with pytest.raises(ConfigError, match=r"sources\.yaml:1:1"):
        load_config(path, {}, content=b"")
    assert OLD == read_file(path)


def test_a_file_is_replaced_with_its_mode(tmp_path: Path) -> None:
    """Nothing else is left in the folder."""
    path = tmp_path / "sources.yaml"
    path.write_bytes(OLD)
    path.chmod(0o600)
    replace_file(path, before=OLD, after=NEW)

    assert NEW == read_file(path)
    assert 0o600 == path.stat().st_mode & 0o7777
    assert [path] == list(tmp_path.iterdir())


def test_what_somebody_else_wrote_is_not_replaced(tmp_path: Path) -> None:
    """A change since the file was read is an error, and stays."""
    path = tmp_path / "sources.yaml"
    path.write_bytes(b"# theirs\n")
    with pytest.raises(ConfigError, match="try again"):
        replace_file(path, before=OLD, after=NEW)

    assert b"# theirs\n" == read_file(path)
