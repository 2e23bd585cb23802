"""Indices: what PAR INDEX, SIPAS, PAPI, PCI, DTI and the set 766 measure, and their published values as tables and charts."""

from plugins.indices.plan import plan

__all__ = ["plan"]
