"""Pages: what the editors write under ``trang/``, and the page for a lost address."""

from plugins.pages.plan import plan

__all__ = ["plan"]
