"""Procedures: what to bring, where, how long, how much; what changed, and when it was compared with the national database."""

from plugins.procedures.plan import plan

__all__ = ["plan"]
