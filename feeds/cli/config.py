"""The configuration, loaded for a command."""

import os
from pathlib import Path

from feeds.cli.terminal import say
from feeds.model import Config
from feeds.sources import load_config


def load_for_command(path: Path) -> Config:
    """Load the configuration and say its warnings.

    Raises:
        ConfigError: It cannot be used.
    """
    config = load_config(path, os.environ)
    for warning in config.warnings:
        say(f"warning: {warning}")
    return config
