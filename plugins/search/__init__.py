"""Search: the reader types as people type – without marks, with a slip, in everyday words, a code – and finds the page."""

from plugins.search.plan import plan

__all__ = ["plan"]
