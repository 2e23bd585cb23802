"""Redirects: an address that was once printed or shared leads on, for as long as the unit keeps its line."""

from plugins.redirects.plan import plan

__all__ = ["plan"]
