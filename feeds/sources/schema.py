"""The JSON Schema of a configuration file, for editors."""

import json

from pydantic import TypeAdapter

from feeds.sources.written import WrittenFile


def config_schema() -> dict[str, object]:
    """Return the JSON Schema (2020-12) of a configuration file, made from the written types.

    It knows shapes and bounds; that names meet and queries can be read only
    :func:`feeds.sources.load_config` knows.
    """
    schema = TypeAdapter(WrittenFile).json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "Wiredesk configuration",
    }


def render_schema() -> str:
    """Return the schema as the text of ``docs/reference/sources.schema.json``."""
    return json.dumps(config_schema(), indent=2, ensure_ascii=False) + "\n"
