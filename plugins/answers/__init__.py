"""Answers: what citizens asked, complained of and proposed, what the unit answered, and how long that took."""

from plugins.answers.plan import plan

__all__ = ["plan"]
