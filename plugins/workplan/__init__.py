"""The unit's yearly plans of communication work, in the layout of a document, each task with what carries it out."""

from plugins.workplan.plan import plan

__all__ = ["plan"]
