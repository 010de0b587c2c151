"""Addresses of channels, for who only looks at them: sending imports much more (decision 17)."""

from feeds.alert import look_at_address

__all__ = ["look_at_address"]
