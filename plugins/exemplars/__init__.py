"""Exemplars: people, teams and initiatives held up as examples, with what they were recognised by, year by year."""

from plugins.exemplars.plan import plan

__all__ = ["plan"]
