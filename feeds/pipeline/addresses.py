"""Addresses of channels, for who only looks at them: sending needs much more."""

from feeds.alert import look_at_address

__all__ = ["look_at_address"]
