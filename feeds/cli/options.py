"""Options that several commands take, in one spelling."""

from pathlib import Path
from typing import Annotated

import typer

ConfigFile = Annotated[
    Path, typer.Option("--config", metavar="FILE", help="The configuration to use.")
]
DataFolder = Annotated[
    Path, typer.Option("--data", metavar="DIR", help="Where the desk keeps its memory.")
]
OutputFolder = Annotated[
    Path, typer.Option("--output", metavar="DIR", help="Where the feeds are written.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document instead of tables.")]
Everything = Annotated[bool, typer.Option("--all", help="Poll every source, due or not.")]
LogJson = Annotated[bool, typer.Option("--log-json", help="Log JSON lines, for machines.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Log every poll.")]
SourceIds = Annotated[
    list[str] | None,
    typer.Argument(metavar="SOURCE", help="Ids of sources to poll, due or not."),
]
StoryName = Annotated[
    str, typer.Argument(metavar="ID|URL", help="An id, its first digits, or an address.")
]

CONFIG_FILE = Path("sources.yaml")
DATA_FOLDER = Path("data")
OUTPUT_FOLDER = Path("output")
