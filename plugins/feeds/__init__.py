"""Feeds: RSS 2.0, Atom and JSON Feed for the site and each category."""

from plugins.feeds.plan import plan

__all__ = ["plan"]
