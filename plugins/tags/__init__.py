"""Tags: keywords of the editors, each with its items."""

from plugins.tags.plan import plan

__all__ = ["plan"]
