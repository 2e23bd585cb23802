"""Home: what is new, how to do a procedure, whom to call."""

from plugins.home.plan import plan

__all__ = ["plan"]
