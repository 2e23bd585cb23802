"""Categories: the CCHC contents, each with its latest items and a page a year."""

from plugins.categories.plan import plan

__all__ = ["plan"]
