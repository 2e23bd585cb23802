"""QR codes for the one-stop desk: a reader points a phone at a board and stands on the page of the procedure."""

from plugins.codes.plan import plan

__all__ = ["plan"]
