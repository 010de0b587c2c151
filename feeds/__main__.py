"""``python -m feeds`` is ``wiredesk``."""

from feeds.cli.main import main

if __name__ == "__main__":
    main()
