"""News: one page an item, with what came before it in its category."""

from plugins.news.plan import parts, plan

__all__ = ["parts", "plan"]
