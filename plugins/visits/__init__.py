"""Visits: how often the site is read, from counted logs. One small file holds the number that the footer shows."""

from plugins.visits.plan import plan

__all__ = ["plan"]
