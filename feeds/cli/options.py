"""Options that several commands take, in one spelling."""

import shlex
from pathlib import Path
from typing import Annotated, Literal

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
ExportAs = Annotated[
    Literal["ninjs", "jsonld"] | None,
    typer.Option(
        "--as", help="Print it alone, as IPTC ninjs or as schema.org NewsArticle in JSON-LD."
    ),
]
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
TopicSlug = Annotated[
    str | None, typer.Argument(metavar="TOPIC", help="Slug of a topic; else all.")
]
BesideStory = Annotated[
    str | None,
    typer.Option(
        "--with",
        metavar="ID|URL",
        help="Another: say why it is, or is not, one entry with it.",
    ),
]
FirstRevision = Annotated[
    int | None, typer.Argument(metavar="REV", min=1, help="Number of a revision.")
]
SecondRevision = Annotated[
    int | None, typer.Argument(metavar="REV", min=1, help="Number of a later one.")
]
WholeText = Annotated[bool, typer.Option("--whole", help="Show the text that stays in full.")]
OtherStory = Annotated[
    str, typer.Argument(metavar="ID|URL", help="Another, named in the same way.")
]
FromStory = Annotated[
    str | None,
    typer.Argument(metavar="ID|URL", help="The one to part it from; else all."),
]
RuledStory = Annotated[
    str | None,
    typer.Argument(metavar="ID|URL", help="A story that was decided about; else any."),
]
ChannelName = Annotated[str, typer.Argument(metavar="NAME", help="A channel of the configuration.")]
Address = Annotated[str, typer.Argument(metavar="URL", help="A feed, or a page that leads to one.")]
NewId = Annotated[
    str | None, typer.Option("--id", metavar="ID", help="Its id; else made from the address.")
]
Every = Annotated[
    str | None, typer.Option("--every", metavar="TIME", help="How often it is polled: 10m, 2h.")
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Its address may be private or loopback.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be written, and end.")]

CONFIG_FILE = Path("sources.yaml")
DATA_FOLDER = Path("data")
OUTPUT_FOLDER = Path("output")


def write_options(
    config_file: Path = CONFIG_FILE, data: Path = DATA_FOLDER, output: Path = OUTPUT_FOLDER
) -> str:
    """Return the options of a command that are not the usual ones, as a shell reads them."""
    chosen = (
        ("--config", config_file, CONFIG_FILE),
        ("--data", data, DATA_FOLDER),
        ("--output", output, OUTPUT_FOLDER),
    )
    return "".join(f" {it} {shlex.quote(str(path))}" for it, path, usual in chosen if path != usual)
