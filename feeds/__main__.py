"""``python -m feeds`` and the command ``wiredesk`` begin here.

Every worker process imports this module too, and needs no command line: so it is imported late.
"""


def main() -> None:
    """Run the command line."""
    from feeds.cli.main import run_command  # noqa: PLC0415 - see above

    run_command()


if __name__ == "__main__":
    main()
