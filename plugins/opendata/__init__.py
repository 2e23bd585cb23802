"""Open data: every procedure and every change as JSON, CSV, Excel and linked data (CPSV-AP), with a catalogue and checksums."""

from plugins.opendata.plan import plan

__all__ = ["plan"]
