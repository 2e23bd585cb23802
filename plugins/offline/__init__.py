"""Offline: the procedures that were read last can be read again without signal, where the profile wants it."""

from plugins.offline.plan import plan

__all__ = ["plan"]
