"""Lists handed to a statement whole, so that it stays the same whatever their length."""

import json
from collections.abc import Iterable

from sqlalchemy import BigInteger, String, TableValuedAlias, column, func


def want_numbers(numbers: Iterable[int]) -> TableValuedAlias:
    """Return a table with one column, ``value``, for numbers (https://sqlite.org/json1.html)."""
    wanted = json.dumps(sorted(set(numbers)))
    return func.json_each(wanted).table_valued(column("value", BigInteger), name="wanted")


def want_ids(ids: Iterable[str]) -> TableValuedAlias:
    """Return a table with one column, ``value``, for ids."""
    wanted = json.dumps(sorted(set(ids)))
    return func.json_each(wanted).table_valued(column("value", String), name="wanted")
